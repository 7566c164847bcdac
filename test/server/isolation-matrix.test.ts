import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Action,
  createApiKey,
  inviteMember,
  keyScopes,
  memberRoles,
  permissions,
  recordEvent,
} from '../../src/people/index.ts';
import { fillSurvey } from '../store/survey-fixture.ts';
import { type Ask, type OpenApplication, openApplication, testPassword } from './open-application.ts';
import { type DocumentedRoute, routesOf } from './route-catalogue.ts';

let open: OpenApplication;
let routes: readonly DocumentedRoute[];
/** Rows of the other workspace: the name of the table -> ids. */
const foreign = new Map<string, string[]>();

beforeAll(async () => {
  open = await openApplication();
  const { other, test, context } = open;
  await fillSurvey(test, open.workspace.id);
  await fillSurvey(test, other.id);
  const now = context.clock();
  await test.store.inWorkspace(other.id, async (transaction) => {
    const by = other.members.owner.userId;
    await inviteMember(transaction, { email: 'x@example.org', role: 'viewer', by, now });
    await createApiKey(transaction, { name: 'x', scopes: ['figures:read'] }, now);
    const event = { action: 'export', subjectKind: 'export', at: now } as const;
    await recordEvent(transaction, { kind: 'person', userId: by, sessionId: '' }, event);
  });
  const body = { survey: 's', externalId: 'theirs', answers: [{ question: 'recommend', score: 9 }] };
  const path = '/workspaces/second/responses';
  expect((await open.ask(path, { body, key: other.keys['responses:write'] })).status).toBe(201);
  await fillForeign();
  routes = await routesOf(open);
});
afterAll(() => open.close());

/** One row at least in every table of the other workspace that has ids, so that every kind of id is tried. */
async function fillForeign(): Promise<void> {
  const { test, other } = open;
  const tables = await test.asSuperuser<{ name: string; columns: { name: string; type: string; needed: boolean }[] }>(`
    select c.relname as name, jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'needed', a.attnotnull and not a.atthasdef) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relrowsecurity and c.relnamespace = 'public'::regnamespace group by c.relname`);
  const made: Record<string, string> = {
    text: "'x'",
    jsonb: "'{}'",
    date: 'current_date',
    boolean: 'true',
    bytea: "'x'",
    'text[]': "'{}'",
    'integer[]': "'{1,2}'",
    'timestamp with time zone': 'now()',
  };
  for (const { name, columns } of tables.filter(({ columns: c }) => c.some((column) => column.name === 'id'))) {
    const where = `where workspace_id = '${other.id}'`;
    const ids = () => test.asSuperuser<{ id: string }>(`select id from "${name}" ${where}`);
    if ((await ids()).length === 0) {
      const needed = columns.filter((column) => column.needed);
      const values = needed.map(({ name: column, type }) => {
        if (column === 'workspace_id') return `'${other.id}'`;
        return type === 'uuid' ? `'${crypto.randomUUID()}'` : (made[type] ?? '1');
      });
      // Keys to other tables and the rules of single tables are not the point: they are put aside for the filling.
      const checks = await test.asSuperuser<{ drop: string }>(`
        select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint
        where conrelid = '"${name}"'::regclass and contype in ('c', 'f')`);
      for (const { drop } of checks) await test.asSuperuser(drop);
      const into = needed.map((column) => `"${column.name}"`).join();
      await test.asSuperuser(`insert into "${name}" (${into}) values (${values.join()})`);
    }
    foreign.set(
      name,
      (await ids()).map(({ id }) => id),
    );
  }
}

const noId = '01900000-0000-7000-8000-000000000000';

/** Asks a route as it wants to be asked; answers status and error, and lets go of streams. */
async function ask(route: DocumentedRoute, asked: Ask & { slug?: string; id?: string; query?: string }) {
  const { slug = 'first', id = noId, query = route.query, ...rest } = asked;
  const path = route.path.replace('{workspace}', slug).replace(/\{[a-z]+\}/gi, id);
  const response = await open.ask(query ? `${path}?${query}` : path, {
    method: route.method,
    ...(route.body === undefined ? {} : { body: route.body }),
    ...rest,
  });
  if (response.ok) {
    await response.body?.cancel();
    return { status: response.status, code: '', details: {} as Record<string, unknown> };
  }
  const text = await response.text();
  const { error } = text.startsWith('{') ? JSON.parse(text) : { error: { code: text, details: {} } };
  return { status: response.status, code: error.code as string, details: error.details as Record<string, unknown> };
}

const nameOf = ({ method, path }: DocumentedRoute) => `${method} ${path}`;
const inWorkspaces = () => routes.filter(({ path }) => path.startsWith('/workspaces/{workspace}'));
/** What these routes would do to the workspace or to the session is done at the end of all. */
const endsSomething = ({ path }: DocumentedRoute) => path.startsWith('/sign-out');
const rowsOf = async (workspaceId: string) => {
  const counted: Record<string, string> = {};
  for (const name of foreign.keys()) {
    const [row] = await open.test.asSuperuser<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as sum from "${name}" t
       where workspace_id = '${workspaceId}'`,
    );
    counted[name] = row!.sum;
  }
  return counted;
};

describe('every route', () => {
  it('names a row of the table of permissions, or says whom it is for', () => {
    expect(routes.length).toBeGreaterThan(15);
    const known = [...Object.keys(permissions), 'signed-in', 'everybody'];
    expect(routes.filter(({ permission }) => !known.includes(permission)).map(nameOf)).toEqual([]);
    const guarded = inWorkspaces().filter(({ permission }) => !(permission in permissions));
    expect(guarded.map(nameOf)).toEqual([]);
  });

  it('wants a sign-in, unless it is for everybody', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(({ permission }) => permission !== 'everybody')) {
      const { status, code } = await ask(route, {});
      if (status !== 401 || code !== 'CND_SIGN_IN') wrong.push(`${nameOf(route)}: ${status} ${code}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is not there for members and keys of another workspace', async () => {
    const wrong: string[] = [];
    const before = await rowsOf(open.other.id);
    for (const route of inWorkspaces()) {
      const asking: [string, Ask][] = [
        ...memberRoles.map((role): [string, Ask] => [role, { as: role }]),
        ...keyScopes.map((scope): [string, Ask] => [scope, { key: open.workspace.keys[scope] }]),
      ];
      for (const [who, asked] of asking) {
        for (const slug of ['second', 'nowhere']) {
          const { status, code } = await ask(route, { ...asked, slug });
          if (status !== 404 || code !== 'CND_NOT_FOUND')
            wrong.push(`${nameOf(route)} ${who} ${slug}: ${status} ${code}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(await rowsOf(open.other.id)).toEqual(before);
  });

  it('finds no id of another workspace, of whatever kind', async () => {
    const wrong: string[] = [];
    const before = await rowsOf(open.other.id);
    const withId = inWorkspaces().filter(({ path }) => /\{(?!workspace\})/.test(path));
    expect(withId.length).toBeGreaterThan(3);
    for (const route of withId) {
      for (const [kind, ids] of foreign) {
        const { status, code } = await ask(route, { as: 'owner', id: ids[0]! });
        if (status !== 404) wrong.push(`${nameOf(route)} with the id of a ${kind}: ${status} ${code}`);
      }
      for (const id of ['x', '0', '..', '%2e%2e', `${noId}x`, "'"]) {
        const { status, code } = await ask(route, { as: 'owner', id });
        if (status !== 404 && status !== 400) wrong.push(`${nameOf(route)} with the id ${id}: ${status} ${code}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(foreign.size).toBeGreaterThan(30);
    expect(await rowsOf(open.other.id)).toEqual(before);
  });

  it('does for each role and for each scope what the table says', async () => {
    const wrong: string[] = [];
    for (const route of inWorkspaces()) {
      const row = permissions[route.permission as Action];
      for (const role of memberRoles) {
        // An unknown key in the query is refused after the permission, so nothing is done.
        const { status } = await ask(route, { as: role, query: 'nonsense=1' });
        const may = (row.roles as readonly string[]).includes(role);
        if ((status === 403) === may) wrong.push(`${nameOf(route)} ${role}: ${status}`);
      }
      for (const scope of keyScopes) {
        const { status } = await ask(route, { key: open.workspace.keys[scope], query: 'nonsense=1' });
        const may = (row.scopes as readonly string[]).includes(scope);
        if ((status === 403) === may) wrong.push(`${nameOf(route)} ${scope}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('refuses a key of the query or of the body that it does not know, by name', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter((one) => !endsSomething(one))) {
      const query = `${route.query}&nonsense=1`;
      const asked = await ask(route, { as: 'owner', query });
      if (asked.status !== 400 || asked.details.field !== 'nonsense') {
        wrong.push(`${nameOf(route)}: ${asked.status} ${asked.code} ${asked.details.field}`);
      }
      if (!route.isJson) continue;
      const body = { ...(route.body as object), nonsense: 1 };
      const sent = await ask(route, { as: 'owner', body });
      if (sent.status !== 400 || sent.details.field !== 'nonsense') {
        wrong.push(`${nameOf(route)} body: ${sent.status} ${sent.code} ${sent.details.field}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('left no password, token, key or address in the log', async () => {
    await open.ask('/sign-in', { body: { email: 'owner@first.example', password: testPassword } });
    await open.ask('/sign-in', { body: { email: 'owner@first.example', password: 'canary in a password' } });
    const log = open.log.join('\n');
    const secrets = [
      testPassword,
      'canary in a password',
      'owner@first.example',
      'owner of the first',
      ...Object.values(open.workspace.keys),
      ...Object.values(open.workspace.members).map(({ cookie }) => cookie.split('=')[1]!),
    ];
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  });
});

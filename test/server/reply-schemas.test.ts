import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importHandlers } from '../../src/collect/index.ts';
import { workOnWaves } from '../../src/fieldwork/index.ts';
import type { Overview, ResponsePage } from '../../src/overview/index.ts';
import { runDueJobs } from '../../src/queue/index.ts';
import { webhookHandlers } from '../../src/webhooks/index.ts';
import { wavesAt } from '../fieldwork/wave-fixture.ts';
import { programmeFixture } from '../findings/programme-fixture.ts';
import { type Components, type DocumentSchema, faultsOf } from './document-schema.ts';
import { type Ask, type OpenApplication, openApplication } from './open-application.ts';

interface Operation {
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema: DocumentSchema }>> }>>;
}

let open: OpenApplication;
let paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
let components: Components;
const ids: Record<string, string> = {};

beforeAll(async () => {
  open = await openApplication({ sources: { folder: tmpdir(), hosts: [] } }, new Date('2030-12-20T12:00:00Z'));
  const { id: workspaceId } = open.workspace;
  await programmeFixture(open.test, { seed: 11, responses: 2_400, from: '2029-12-01', to: '2030-12-18', workspaceId });
  const document = await (await open.ask('/openapi.json')).json();
  paths = document.paths;
  components = document.components.schemas;
  await open.test.asSuperuser("update survey_version set published_at = '2030-01-01'");
  await fill();
});
afterAll(() => open.close());

/** Something of everything that a list can hold. */
async function fill(): Promise<void> {
  const post = async (path: string, body: unknown, more: Ask = {}) => {
    const reply = await open.ask(`/workspaces/{w}${path}`, { as: 'owner', body, ...more });
    expect(reply.ok, `${path} ${reply.status}`).toBe(true);
    return reply.json();
  };
  const definition = {
    name: 'Ours',
    metric: 'index-100',
    scale: { min: 0, max: 10 },
    questions: [{ survey: 'encounter', question: 'recommend' }],
  };
  await post('/metrics', { key: 'ours', ...definition });
  await post('/metrics/ours/versions', { ...definition, direction: 'lower-is-better' });
  const invited = await post('/member-invitations', { email: 'new@first.example', role: 'agent' });
  ids.token = invited.token;
  await post('/import-mappings', {
    name: 'shop',
    mapping: { kind: 'accounts', columns: { id: 'account', name: 'name' } },
  });
  await post(
    '/events',
    { specversion: '1.0', id: 'e', source: '/crm', type: 't' },
    { type: 'application/cloudevents+json' },
  );
  ids['event-sources'] = (
    await post('/event-sources', { key: 'drop', settings: { kind: 'folder', folder: 'orders' } })
  ).id;
  await open.test.asSuperuser(
    `insert into event_file (workspace_id, id, source_id, name, file_hash, rows_read, rows_taken, problems, read_at)
     select workspace_id, id, id, 'a.csv', 'x', 2, 1, '[{"line":3,"reason":"unreadable-date","field":"at"}]', now()
     from event_source`,
  );
  const hook = { url: 'https://hooks.example/x', events: ['response.created'] };
  ids.webhook = (await post('/webhooks', hook)).id;
  await post('/responses', { survey: 'encounter', answers: [{ question: 'recommend', score: 9 }] });
  await askSomebody(post);
  await askInWave(post);
  const file = 'id,date,nps,level\n1,2030-12-01,9,encounter\n2,2030-12-02,77,encounter\n';
  ids.id = (await post('/imports?kind=answers&name=a.csv', file, { type: 'text/csv' })).id;
  const made = { name: 'Ours', level: 'encounter', languages: ['en'] };
  ids.survey = (await post('/surveys', { ...made, touchpoint: 'delivery' })).id;
  await post(`/surveys/${ids.survey}/publish`, { revision: 1 });
  await post('/places', { name: 'Front desk', survey: ids.survey, widget: { origins: ['https://shop.example'] } });
  await post(`/surveys/${ids.survey}`, { revision: 0, ...(await faultyDraft()) }, { method: 'PATCH' });
  const { store } = open.test;
  const clock = () => open.time.now;
  // Told and not delivered: nothing leaves a test.
  const { 'tell-webhooks': tell } = webhookHandlers({ store, client: open.context.outbound, clock, random: () => 0 });
  const handlers = { ...importHandlers(store, clock), 'tell-webhooks': tell };
  while ((await runDueJobs(store, { handlers, clock })) > 0);
}

/** A draft in which everything that a verdict can say is said. */
async function faultyDraft() {
  const reply = await open.ask(`/workspaces/{w}/surveys/${ids.survey}`, { as: 'owner' });
  const { content } = (await reply.json()).draft;
  content.languages.push('et');
  content.theme = { accent: '#ffd400', ground: '#ffffff', ink: '#16202a' };
  content.pages[0].questions[0].text.en = 'Do you agree that delivery and price were not bad?';
  return { content };
}

/** A programme of encounters, a decision that somebody is not asked, and a message of the development outbox. */
async function askSomebody(post: (path: string, body: unknown) => Promise<{ id: string }>): Promise<void> {
  const rules = { level: 'encounter', trigger: { touchpoints: ['delivery'] } };
  ids.programmes = (await post('/programmes', { key: 'asks', name: 'Asks', survey: 'encounter', rules })).id;
  const decision = JSON.stringify({ reason: 'asked-lately', detail: { until: 1 } });
  await open.test.asSuperuser(
    `insert into invitation (workspace_id, id, programme_id, channel, state, refused_reason, planned_at, decision)
     select workspace_id, gen_random_uuid(), id, 'email', 'refused', 'asked-lately', now(), '${decision}'
     from programme where key = 'asks'`,
  );
  await open.test.asSuperuser(
    `insert into message (workspace_id, id, invitation_id, kind, number, channel, state, planned_at, due_at, detail)
     select workspace_id, gen_random_uuid(), id, 'invitation', 0, 'email', 'uncertain', now(), now(), '{"stage": "x"}'
     from invitation where refused_reason = 'asked-lately'`,
  );
  await open.test.asSuperuser(
    `insert into contact_signal (workspace_id, id, invitation_id, kind, verdict, heard_at, detail)
     select workspace_id, gen_random_uuid(), id, 'intent', 'scanner', now(), '{"score": 3, "reasons": ["honeypot"]}'
     from invitation where refused_reason = 'asked-lately'`,
  );
  await open.test.asSuperuser(
    `insert into kept_message (workspace_id, id, channel, recipient, subject, content, raw, kept_at)
     select workspace_id, gen_random_uuid(), 'email', 'a@b.example', 'S', 'T', 'x', now()
     from programme where key = 'asks'`,
  );
  const [kept] = await open.test.asSuperuser<{ id: string }>('select id from kept_message');
  ids['kept-messages'] = kept!.id;
  const [person] = await open.test.asSuperuser<{ id: string }>(
    `select id from contact where workspace_id = '${open.workspace.id}' order by id limit 1`,
  );
  ids.person = person!.id;
}

/** A programme of the relationship with a wave that is drawn, an answer to it, and a draw among those who answered. */
async function askInWave(post: (path: string, body: unknown, more?: Ask) => Promise<{ id: string }>): Promise<void> {
  const rules = { level: 'relationship', waves: {}, hasIncentive: true };
  ids.relationship = (await post('/programmes', { key: 'waves', name: 'W', survey: 'relationship', rules })).id;
  await post(`/programmes/${ids.relationship}`, { state: 'running' }, { method: 'PATCH' });
  ids.wave = (await post(`/programmes/${ids.relationship}/waves`, {})).id;
  while (await workOnWaves(wavesAt(open.test, open.time.now), open.workspace.id));
  for (const variant of ['plain', 'question']) {
    await open.test.asSuperuser(
      `with one as (
         insert into invitation (workspace_id, id, programme_id, wave_id, survey_version_id, contact_id, account_id,
           channel, state, variant, planned_at, sent_at, completed_at, expires_at)
         select r.workspace_id, gen_random_uuid(), $1, $2, r.survey_version_id, r.contact_id, r.account_id, 'email',
           'completed', $3, r.responded_at - interval '2 days', r.responded_at - interval '2 days', r.responded_at, now()
         from response r join survey_version v on v.workspace_id = r.workspace_id and v.id = r.survey_version_id
         join survey s on s.workspace_id = v.workspace_id and s.id = v.survey_id
         where s.key = 'relationship' and r.contact_id is not null and r.invitation_id is null
           and not exists (select from invitation i where i.contact_id = r.contact_id)
         order by r.responded_at desc limit 1 returning id, contact_id, completed_at)
       update response r set invitation_id = one.id from one
       where r.contact_id = one.contact_id and r.responded_at = one.completed_at`,
      [ids.relationship, ids.wave, variant],
    );
  }
  ids.draw = (await post(`/programmes/${ids.relationship}/draws`, { name: 'Gift', winners: 1 })).id;
  await post(`/draws/${ids.draw}/run`, { seed: 'a closing figure' });
}

const replySchema = (path: string, method = 'get') =>
  paths[path]![method]!.responses['200']?.content?.['application/json']?.schema;

/** What an id in the path of a route stands for. */
function idOf(route: string): string {
  if (route.includes('/event-sources/')) return 'event-sources';
  if (route.includes('/{id}/wave') || /\/(draws|persuasion)$/.test(route)) return 'relationship';
  if (route.includes('/programmes/')) return 'programmes';
  if (route.includes('/kept-messages/')) return 'kept-messages';
  if (route.includes('/waves/')) return 'wave';
  if (route.includes('/draws/')) return 'draw';
  if (route.includes('/persons/')) return 'person';
  return route.includes('/webhooks/') ? 'webhook' : 'id';
}

async function faultsAt(route: string, query = '', ask: Ask = { as: 'owner' }): Promise<string[]> {
  const path = route
    .replace('{workspace}', '{w}')
    .replace(/\{(\w+)\}/g, (whole, name) => (name === 'w' ? whole : ids[name === 'id' ? idOf(route) : name]!));
  const reply = await open.ask(`${path}${query}`, ask);
  const body = await reply.json();
  if (reply.status !== 200) return [`${path}${query} answers ${reply.status} ${JSON.stringify(body)}`];
  return faultsOf(body, replySchema(route)!, components).slice(0, 5);
}

/** Files, pictures and sheets, and a stream without end. */
const noJson = new Set([
  '/workspaces/{workspace}/export',
  '/workspaces/{workspace}/export/codebook',
  '/workspaces/{workspace}/export/workspace',
  '/workspaces/{workspace}/imports/{id}/report.csv',
  '/workspaces/{workspace}/invitations/export',
  '/workspaces/{workspace}/kept-messages/{id}/raw',
  '/workspaces/{workspace}/live',
  '/workspaces/{workspace}/places/{id}/qr.svg',
  '/workspaces/{workspace}/places/{id}/sheet',
]);

describe('the document', () => {
  it('says of every reply to GET what it holds, and tells the truth', async () => {
    const routes = Object.keys(paths).filter((path) => paths[path]!.get);
    expect(routes.length).toBeGreaterThan(15);
    const faults: Record<string, string[]> = {};
    for (const route of routes) {
      if (noJson.has(route)) continue;
      expect(replySchema(route), route).toBeDefined();
      const query = route.endsWith('/changes') ? '?from=1&to=1' : '';
      const found = await faultsAt(route, query);
      if (found.length > 0) faults[route] = found;
    }
    expect(faults).toEqual({});
    expect([...noJson].filter((route) => !routes.includes(route))).toEqual([]);
  });

  it.each([
    ['/overview', '?metric=ours&period=week&from=2030-09-01&to=2030-12-15'],
    ['/overview', '?level=encounter&period=quarter&by=segment&at=2030-Q2'],
    ['/overview', '?touchpoint=nowhere'],
    ['/overview', '?metric=ces-7'],
    ['/responses', '?limit=500'],
    ['/responses', '?metric=ours&touchpoint=&role=payer'],
    ['/programme-audit', '?level=encounter&period=week'],
    ['/programme-audit', '?level=relationship&metric=mean&segment=large'],
    ['/plan', '?level=encounter&period=week&change=12&target=45&ahead=2'],
    ['/plan', '?level=relationship&metric=mean&segment=large'],
  ])('is true of %s%s for everybody who may ask', async (path, query) => {
    const readers = path === '/programme-audit' ? (['agent'] as const) : (['owner', 'viewer', 'agent'] as const);
    for (const as of readers) {
      const route = `/workspaces/{workspace}${path}`;
      if (path === '/responses' && as === 'viewer') continue;
      const reply = await open.ask(`/workspaces/{w}${path}${query}`, { as });
      const body = await reply.json();
      // A metric without questions, or an audit of too few for this reader, is refused and not described.
      if (reply.status !== 200) expect([reply.status, body.error.code]).toEqual([422, 'CND_NO_ANSWERS']);
      else expect(faultsOf(body, replySchema(route)!, components)).toEqual([]);
    }
  });

  it('is true of a workspace without an answer', async () => {
    for (const path of ['overview', 'dimensions', 'responses', 'metrics', 'imports', 'surveys']) {
      const reply = await open.ask(`/workspaces/${open.other.slug}/${path}`, { as: open.other.members.owner });
      const faults = faultsOf(await reply.json(), replySchema(`/workspaces/{workspace}/${path}`)!, components);
      expect([path, reply.status, faults]).toEqual([path, 200, []]);
    }
  });

  it('would be found out', async () => {
    const schema = replySchema('/workspaces/{workspace}/overview')!;
    const overview = (await (await open.ask('/workspaces/{w}/overview', { as: 'owner' })).json()) as Overview;
    const { run: _run, ...without } = overview;
    expect(faultsOf(without, schema, components)).toEqual(['run: missing']);
    expect(faultsOf({ ...overview, more: 1 }, schema, components).join()).toContain('not in the document');
    const [first, ...rest] = overview.breakDowns;
    const wrong = { ...overview, breakDowns: [{ ...first, tested: '3' }, ...rest] };
    expect(faultsOf(wrong, schema, components)).toEqual(['$.breakDowns[0].tested: string instead of integer']);
    // All that an overview can hold is in this one.
    expect(Object.keys(overview)).toEqual(expect.arrayContaining(['comments', 'coverage']));
    expect(Object.keys(overview.levels)).toEqual(expect.arrayContaining(['relationship', 'encounter']));
  });
});

describe('the routes of figures', () => {
  const figures = ['overview', 'dimensions', 'programme-audit'];

  it.each(figures)('%s answers 304 until something changes, to each reader by himself', async (path) => {
    const ask = (as: 'owner' | 'viewer', tag?: string | null) =>
      open.ask(`/workspaces/{w}/${path}`, { as, headers: tag ? { 'if-none-match': `"other", ${tag}` } : {} });
    const first = await ask('owner');
    const tag = first.headers.get('etag');
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    const same = await ask('owner', tag);
    expect([same.status, await same.text(), same.headers.get('etag')]).toEqual([304, '', tag]);
    // A viewer sees no money: what an owner got is no answer to him.
    expect((await ask('viewer', tag)).status).not.toBe(304);
    expect(
      (await open.ask(`/workspaces/{w}/${path}?level=encounter`, { as: 'owner', headers: { 'if-none-match': tag! } }))
        .status,
    ).not.toBe(304);
    const body = { survey: 'encounter', answers: [{ question: 'recommend', score: 10 }] };
    const sent = await open.ask('/workspaces/{w}/responses', { key: open.workspace.keys['responses:write'], body });
    expect(sent.status).toBe(201);
    const changed = await ask('owner', tag);
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(tag);
    // Another day is another answer, too, and begins at midnight of the workspace.
    const now = open.time.now;
    open.time.now = new Date(now.getTime() + 10.5 * 3_600_000);
    expect((await ask('owner', changed.headers.get('etag'))).status).toBe(200);
    open.time.now = now;
  });

  it('refuses a change that no metric makes, and says of what', async () => {
    const reply = await open.ask('/workspaces/{w}/plan?change=200', { as: 'viewer' });
    expect([reply.status, (await reply.json()).error]).toMatchObject([400, { code: 'CND_VIEW' }]);
    expect((await open.ask('/workspaces/{w}/plan?change=much', { as: 'viewer' })).status).toBe(400);
  });

  it.each([...figures, 'plan', 'metrics', 'responses'])('%s is for members and keys that may', async (path) => {
    const status = async (ask: Ask, workspace = '{w}') =>
      (await open.ask(`/workspaces/${workspace}/${path}`, ask)).status;
    const isRows = path === 'responses';
    const { keys } = open.workspace;
    expect(await status({})).toBe(401);
    for (const as of ['owner', 'analyst', 'manager', 'agent'] as const) expect(await status({ as })).toBe(200);
    expect(await status({ as: 'viewer' })).toBe(isRows ? 403 : 200);
    expect(await status({ key: keys['figures:read'] })).toBe(isRows ? 403 : 200);
    expect(await status({ key: keys['responses:read'] })).toBe(200);
    expect(await status({ key: keys['export:read'] })).toBe(403);
    expect(await status({ as: open.other.members.owner })).toBe(404);
    expect(await status({ as: 'owner' }, open.other.slug)).toBe(404);
    expect(await status({ key: keys['figures:read'] }, open.other.slug)).toBe(404);
  });

  it('show money, words and names to those who may see them', async () => {
    const overview = async (ask: Ask) => (await (await open.ask('/workspaces/{w}/overview', ask)).json()) as Overview;
    expect((await overview({ as: 'manager' })).coverage).toBeDefined();
    expect((await overview({ as: 'viewer' })).coverage).toBeUndefined();
    expect((await overview({ as: 'viewer' })).comments?.quotes.length).toBeGreaterThan(0);
    expect((await overview({ key: open.workspace.keys['figures:read'] })).comments).toBeUndefined();
    const rows = async (ask: Ask) =>
      ((await (await open.ask('/workspaces/{w}/responses', ask)).json()) as ResponsePage).rows;
    expect((await rows({ as: 'agent' })).some(({ contact }) => contact?.email)).toBe(true);
    expect((await rows({ as: 'analyst' })).some(({ contact }) => contact)).toBe(false);
  });
});

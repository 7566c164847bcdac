import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { application } from '../../src/server/application.ts';
import { newId } from '../../src/store/index.ts';
import { testStore } from '../store/test-store.ts';
import type { Ask, OpenApplication } from './open-application.ts';
import { openApplication, testPassword } from './open-application.ts';

let open: OpenApplication;
beforeAll(async () => {
  open = await openApplication();
});
afterAll(() => open.close());

// biome-ignore lint/suspicious/noExplicitAny: replies of many routes
type Reply = { status: number; body: any; cookie: string };
const ask = async (path: string, asked: Ask = {}): Promise<Reply> => {
  const response = await open.ask(path, asked);
  const text = await response.text();
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0]!;
  return { status: response.status, body: text ? JSON.parse(text) : undefined, cookie };
};
const withCookie = (cookie: string, asked: Ask = {}): Ask => ({ ...asked, headers: { ...asked.headers, cookie } });
const signIn = (email: string, password: string, headers = {}) =>
  ask('/sign-in', { body: { email, password }, headers });
const forward = (milliseconds: number) => {
  open.time.now = new Date(open.time.now.getTime() + milliseconds);
};
const minute = 60_000;

describe('signing in', () => {
  it('begins a session that no script can read and no other site can use', async () => {
    const response = await open.ask('/sign-in', {
      body: { email: ' Owner@First.example ', password: testPassword },
    });
    expect(response.status).toBe(204);
    const cookie = response.headers.get('set-cookie')!;
    expect(cookie).toMatch(/^candor_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
    const stored = await open.test.asSuperuser<{ hash: Buffer }>('select token_hash as hash from session');
    expect(stored.every(({ hash }) => hash.length === 32 && !cookie.includes(hash.toString('base64url')))).toBe(true);
  });

  it('refuses a wrong password and an unknown address alike', async () => {
    const wrong = await signIn('owner@first.example', 'not the password');
    const unknown = await signIn('nobody@first.example', testPassword);
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.body.error.code).toBe('CND_SIGN_IN_WRONG');
  });

  it('refuses forged, foreign and malformed cookies and keys', async () => {
    const genuine = open.workspace.members.owner.cookie;
    for (const cookie of [
      `${genuine}x`,
      genuine.replace(/.$/, '!'),
      'candor_session=',
      `candor_session=${'A'.repeat(43)}`,
    ]) {
      expect((await ask('/me', { headers: { cookie } })).status, cookie).toBe(401);
    }
    const key = open.workspace.keys['figures:read'];
    for (const text of [
      `${key}x`,
      key.slice(0, -1),
      'cnd_x',
      key.replace(/_.*_/, `_${open.other.id.replaceAll('-', '')}_`),
    ]) {
      expect((await ask('/workspaces/{w}', { key: text })).status, text).toBe(401);
    }
    expect((await ask('/workspaces/{w}', { headers: { authorization: 'Basic abc' } })).status).toBe(401);
    expect((await ask('/workspaces/{w}', { key })).status).toBe(200);
  });

  it('ends after twelve hours without use and after seven days in all', async () => {
    const { cookie } = await signIn('viewer@first.example', testPassword);
    for (let hours = 0; hours < 6 * 24; hours += 11) {
      forward(11 * 60 * minute);
      expect((await ask('/me', withCookie(cookie))).status, `${hours}`).toBe(200);
    }
    for (let hours = 0; hours < 36; hours += 11) forward(11 * 60 * minute);
    expect((await ask('/me', withCookie(cookie))).status).toBe(401);
    const idle = await signIn('viewer@first.example', testPassword);
    forward(12 * 60 * minute + 1);
    expect((await ask('/me', withCookie(idle.cookie))).status).toBe(401);
  });

  it('ends here, everywhere, with a new password, and when a person is disabled', async () => {
    const sessions = async () =>
      Promise.all([1, 2, 3].map(async () => (await signIn('agent@first.example', testPassword)).cookie));
    const alive = (cookies: string[]) =>
      Promise.all(cookies.map(async (cookie) => (await ask('/me', withCookie(cookie))).status));
    const first = await sessions();
    await ask('/sign-out', withCookie(first[0]!, { method: 'POST' }));
    expect(await alive(first)).toEqual([401, 200, 200]);
    await ask('/sign-out-everywhere', withCookie(first[1]!, { method: 'POST' }));
    expect(await alive(first)).toEqual([401, 401, 401]);

    const second = await sessions();
    const change = (body: object) => ask('/me', withCookie(second[0]!, { method: 'PATCH', body }));
    const password = 'quite another secret';
    expect((await change({ password })).status).toBe(401);
    expect((await change({ password: 'short', presentPassword: testPassword })).body.error.code).toBe('CND_PASSWORD');
    expect((await change({ password, presentPassword: testPassword, language: 'fi' })).body.user.language).toBe('fi');
    expect(await alive(second)).toEqual([200, 401, 401]);
    expect((await signIn('agent@first.example', testPassword)).status).toBe(401);
    const { cookie } = await signIn('agent@first.example', password);
    await open.test.asSuperuser(`update "user" set disabled_at = now() where email = 'agent@first.example'`);
    expect((await ask('/me', withCookie(cookie))).status).toBe(401);
    expect((await signIn('agent@first.example', password)).body.error.code).toBe('CND_SIGN_IN_WRONG');
  });

  it('allows ten attempts in fifteen minutes for one account, also when they come at once', async () => {
    forward(20 * minute);
    const tries = await Promise.all(
      Array.from({ length: 14 }, () => signIn('manager@first.example', 'wrong one here')),
    );
    expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(4);
    expect((await signIn('manager@first.example', testPassword)).body.error.code).toBe('CND_SIGN_IN_LIMIT');
    const body = { email: 'manager@first.example', password: testPassword };
    expect((await open.ask('/sign-in', { body })).headers.get('retry-after')).toBe('900');
    forward(16 * minute);
    expect((await signIn('manager@first.example', testPassword)).status).toBe(204);
  });

  it('allows ten failed attempts from one address; a name written by the asking one counts for nothing', async () => {
    forward(20 * minute);
    const tries: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${n}` };
      tries.push((await signIn(`nobody${n}@first.example`, 'wrong one here', headers)).status);
    }
    expect(tries).toEqual([...Array(10).fill(401), 429, 429]);
    // Nobody's right password frees the address either, and after the window it is free by itself.
    expect((await signIn('manager@first.example', testPassword)).status).toBe(429);
    forward(16 * minute);
    expect((await signIn('manager@first.example', testPassword)).status).toBe(204);
  });
});

describe('members', () => {
  const owner = { as: 'owner' } as const;
  beforeAll(async () => {
    // By the time of the tests above, the sessions that these begin with are over.
    open.time.now = new Date('2030-06-15T10:00:00Z');
    await open.test.asSuperuser('delete from sign_in_attempt');
  });

  it('join by a link that works once, for seven days, until it is withdrawn', async () => {
    const invite = (email: string, role = 'analyst') =>
      ask('/workspaces/{w}/member-invitations', { ...owner, body: { email, role } });
    const { status, body } = await invite('New.Person@Example.org');
    expect(status).toBe(201);
    expect(body.token).toMatch(/^inv_[0-9a-f]{32}_[\w-]{43}$/);
    expect((await ask(`/join/${body.token}`)).body).toEqual({
      workspace: 'The first',
      email: 'new.person@example.org',
      role: 'analyst',
      account: 'new',
    });
    const join = (token: string, password = 'a fine long password', name = '<img src=x onerror=alert(1)>') =>
      ask('/join', { body: { token, name, password, language: 'sv' } });
    expect((await join(body.token, 'salasana123')).body.error.code).toBe('CND_PASSWORD');
    const joined = await Promise.all([join(body.token), join(body.token)]);
    expect(joined.map(({ status: s }) => s).sort()).toEqual([201, 404]);
    const { cookie } = joined.find(({ status: s }) => s === 201)!;
    const me = (await ask('/me', withCookie(cookie))).body;
    // Whatever a name looks like, it is text and comes back as it was.
    expect(me.user.name).toBe('<img src=x onerror=alert(1)>');
    expect(me.workspaces.map(({ slug, role }: { slug: string; role: string }) => [slug, role])).toEqual([
      ['first', 'analyst'],
    ]);
    const late = (await invite('late@example.org')).body;
    const withdrawn = (await invite('withdrawn@example.org')).body;
    const path = `/workspaces/{w}/member-invitations/${withdrawn.invitation.id}`;
    expect((await ask(path, { ...owner, method: 'DELETE' })).status).toBe(204);
    expect((await join(withdrawn.token)).body.error.code).toBe('CND_INVITATION');
    const { now } = open.time;
    forward(7 * 24 * 60 * minute + 1);
    expect((await join(late.token)).body.error.code).toBe('CND_INVITATION');
    open.time.now = now;
    expect((await join('inv_nonsense')).status).toBe(404);
  });

  it('who work elsewhere too show their password; who lost it here get a new one', async () => {
    const invite = async (email: string) =>
      (await ask('/workspaces/{w}/member-invitations', { ...owner, body: { email, role: 'viewer' } })).body.token;
    const join = (token: string, password: string) =>
      ask('/join', { body: { token, name: 'Somebody', password, language: 'en' } });
    const elsewhere = await invite('manager@second.example');
    expect((await ask(`/join/${elsewhere}`)).body.account).toBe('existing');
    expect((await join(elsewhere, 'taken over by an owner')).body.error.code).toBe('CND_SIGN_IN_WRONG');
    expect((await join(elsewhere, testPassword)).status).toBe(201);
    expect((await signIn('manager@second.example', testPassword)).status).toBe(204);
    const lost = await invite('viewer@first.example');
    expect((await join(lost, 'a newly made password')).status).toBe(201);
    expect((await signIn('viewer@first.example', testPassword)).status).toBe(401);
    expect((await signIn('viewer@first.example', 'a newly made password')).status).toBe(204);
  });

  it('get other roles from their next request on, and the last owner stays', async () => {
    const { members } = open.workspace;
    const list = (await ask('/workspaces/{w}/members', owner)).body.members;
    expect(list.find(({ id }: { id: string }) => id === members.analyst.memberId)).toMatchObject({
      email: 'analyst@first.example',
      role: 'analyst',
    });
    const change = (id: string, role: string) =>
      ask(`/workspaces/{w}/members/${id}`, { ...owner, method: 'PATCH', body: { role } });
    expect((await ask('/workspaces/{w}/members', { as: 'analyst' })).status).toBe(403);
    expect((await change(members.analyst.memberId, 'owner')).status).toBe(204);
    expect((await ask('/workspaces/{w}/members', { as: 'analyst' })).status).toBe(200);
    // Both leave at once: one of them stays.
    const gone = await Promise.all([
      change(members.analyst.memberId, 'viewer'),
      ask(`/workspaces/{w}/members/${members.owner.memberId}`, { as: 'analyst', method: 'DELETE' }),
    ]);
    expect(gone.map(({ status }) => status)).toContain(204);
    const owners = await open.test.asSuperuser<{ user_id: string }>(
      `select user_id from membership where workspace_id = '${open.workspace.id}' and role = 'owner'`,
    );
    expect(owners.length).toBe(1);
  });
});

describe('the access of a member', () => {
  it('is taken away at once, with his sessions, and given back; the last owner keeps his', async () => {
    const own = await openApplication();
    try {
      const { members, slug } = own.workspace;
      const step = async (role: 'owner' | 'analyst' | 'viewer', what: string, as: 'owner' | 'analyst' = 'owner') =>
        (await own.ask(`/workspaces/{w}/members/${members[role].memberId}/${what}`, { as, method: 'POST' })).status;
      const figures = async (as: 'viewer' | 'analyst') => (await own.ask('/workspaces/{w}/dimensions', { as })).status;
      expect(await figures('viewer')).toBe(200);
      expect(await step('viewer', 'disable', 'analyst')).toBe(403);
      expect(await step('viewer', 'disable')).toBe(204);
      expect(await figures('viewer')).toBe(401);
      const enter = () => own.ask('/sign-in', { body: { email: members.viewer.email, password: testPassword } });
      const signed = await enter();
      const cookie = signed.headers.get('set-cookie')!.split(';')[0]!;
      const viewer = { ...members.viewer, cookie };
      // He may have other workspaces, so he can sign in; this one is not there for him.
      expect((await (await own.ask('/me', { as: viewer })).json()).workspaces).toEqual([]);
      expect((await own.ask('/workspaces/{w}/dimensions', { as: viewer })).status).toBe(404);
      const listed = async () =>
        (await (await own.ask('/workspaces/{w}/members', { as: 'owner' })).json()).members.find(
          ({ id }: { id: string }) => id === members.viewer.memberId,
        );
      expect(await listed()).toMatchObject({ role: 'viewer', disabledAt: own.time.now.toISOString() });
      expect(await step('viewer', 'enable')).toBe(204);
      expect(await listed()).toMatchObject({ disabledAt: null });
      expect((await own.ask('/workspaces/{w}/dimensions', { as: viewer })).status).toBe(200);

      expect(await step('owner', 'disable')).toBe(409);
      const promote = { as: 'owner', method: 'PATCH', body: { role: 'owner' } } as const;
      await own.ask(`/workspaces/{w}/members/${members.analyst.memberId}`, promote);
      // Both take the access of the other away at once: one of them keeps his.
      await Promise.all([step('owner', 'disable', 'analyst'), step('analyst', 'disable')]);
      const left = await own.test.asSuperuser(
        `select 1 from membership where workspace_id = '${own.workspace.id}' and role = 'owner' and disabled_at is null`,
      );
      expect(left).toHaveLength(1);
      const log = await own.test.asSuperuser<{ action: string }>(
        "select action from audit_log where action like '%able-member' order by id",
      );
      expect(log.slice(0, 2)).toEqual([{ action: 'disable-member' }, { action: 'enable-member' }]);
      expect(
        (
          await own.ask(`/workspaces/${own.other.slug}/members/${members.viewer.memberId}/disable`, {
            as: own.other.members.owner,
            method: 'POST',
          })
        ).status,
      ).toBe(404);
      expect(slug).toBe('first');
    } finally {
      await own.close();
    }
  });
});

describe('the set-up of a workspace', () => {
  const acme = { slug: 'acme', name: 'Acme', timeZone: 'Europe/Stockholm', currency: 'SEK', language: 'sv' };
  const boss = { email: 'boss@acme.example', name: 'Boss', password: 'a password of an owner' };

  it('is open to whoever sits here before anybody has an account, else to those who know the code', async () => {
    const empty = await testStore();
    try {
      const config = { ...open.context.config, host: '0.0.0.0' };
      const setUpCode = 'abcd-efgh-ijkm-npqr';
      const served = application({ ...open.context, store: empty.store, config, setUpCode });
      const here = application({ ...open.context, store: empty.store });
      const post = async (app: typeof here, body: object) => {
        const headers = { host: '127.0.0.1:4700', 'content-type': 'application/json' };
        const init = { method: 'POST', headers, body: JSON.stringify(body) };
        const response = await app.request('http://127.0.0.1:4700/api/workspaces', init);
        return response.status === 201 ? 201 : `${response.status} ${(await response.json()).error.code}`;
      };
      expect(await post(served, { ...acme, owner: boss })).toBe('403 CND_FORBIDDEN');
      expect(await post(served, { ...acme, owner: boss, setUpCode: 'wrong' })).toBe('403 CND_FORBIDDEN');
      expect(await post(here, acme)).toBe('400 CND_REQUEST');
      expect(await post(served, { ...acme, owner: boss, setUpCode })).toBe(201);
      // The door is shut behind the first one, for everybody.
      expect(await post(here, { ...acme, slug: 'second', owner: boss })).toBe('401 CND_SIGN_IN');
      expect(await post(served, { ...acme, slug: 'second', owner: boss, setUpCode })).toBe('401 CND_SIGN_IN');
    } finally {
      await empty.close();
    }
  });

  it('is won by exactly one of those who come first at once', async () => {
    const empty = await testStore();
    try {
      const here = application({ ...open.context, store: empty.store });
      const post = async (slug: string) => {
        const headers = { host: '127.0.0.1:4700', 'content-type': 'application/json' };
        const owner = { ...boss, email: `boss@${slug}.example` };
        const init = { method: 'POST', headers, body: JSON.stringify({ ...acme, slug, owner }) };
        return (await here.request('http://127.0.0.1:4700/api/workspaces', init)).status;
      };
      const told = await Promise.all(['one', 'two', 'three', 'four'].map(post));
      expect(told.sort()).toEqual([201, 401, 401, 401]);
      const made = await empty.asSuperuser(
        'select (select count(*)::int from "user") as people, (select count(*)::int from workspace) as workspaces',
      );
      expect(made).toEqual([{ people: 1, workspaces: 1 }]);
    } finally {
      await empty.close();
    }
  });

  it('is done by an owner of another one, for a new owner who is signed in at once', async () => {
    const setUp = (body: object, as: 'owner' | 'analyst' = 'owner') =>
      ask('/workspaces', { as: open.other.members[as], body });
    expect((await setUp({ ...acme, owner: boss }, 'analyst')).body.error.code).toBe('CND_FORBIDDEN');
    expect((await setUp({ ...acme, owner: { ...boss, password: 'elevenchars' } })).body.error.code).toBe(
      'CND_PASSWORD',
    );
    expect((await setUp({ ...acme, timeZone: 'Europe/Nowhere' })).body.error.code).toBe('CND_TIME_ZONE');
    expect((await setUp({ ...acme, slug: 'No Slug' })).body.error.details.field).toBe('slug');
    expect((await setUp({ ...acme, currency: 'kr' })).body.error.details.field).toBe('currency');
    const made = await setUp({ ...acme, owner: boss });
    expect([made.status, made.body]).toEqual([201, { slug: 'acme' }]);
    const mine = (await ask('/workspaces/acme', withCookie(made.cookie))).body;
    expect(mine).toMatchObject({
      name: 'Acme',
      timeZone: 'Europe/Stockholm',
      role: 'owner',
      smallGroupFloor: 5,
      demo: false,
    });
    expect(mine.may).toContain('manage-members');
    expect((await setUp({ ...acme, owner: boss })).body.error.details.field).toBe('slug');
    expect((await setUp({ ...acme, slug: 'other', owner: boss })).body.error.code).toBe('CND_TAKEN');
    expect((await setUp({ ...acme, slug: 'mine-too' })).status).toBe(201);
    const change = (body: object) => ask('/workspaces/acme', withCookie(made.cookie, { method: 'PATCH', body }));
    expect((await change({ timeZone: 'Europe/Helsinki', smallGroupFloor: 8 })).body).toMatchObject({
      timeZone: 'Europe/Helsinki',
      smallGroupFloor: 8,
    });
    await open.test.asSuperuser(
      `insert into account (workspace_id, id, name) select workspace_id, '${newId()}', 'A' from workspace_directory where slug = 'acme'`,
    );
    expect((await change({ currency: 'EUR' })).body.error.code).toBe('CND_IN_USE');
    expect((await change({ currency: 'SEK' })).status).toBe(200);
    const log = (await ask('/workspaces/acme/audit-log', withCookie(made.cookie))).body.events;
    expect(log.map(({ action, by }: { action: string; by: string }) => [action, by])).toEqual([
      ['change-settings', 'Boss'],
      ['change-settings', 'Boss'],
      ['create-workspace', 'Boss'],
    ]);
  });
});

describe('behind TLS', () => {
  it('the cookie is Secure and bound to the host, and requests of other origins are refused', async () => {
    const config = { ...open.context.config, secureCookies: true, baseUrl: 'https://cx.example.com', host: '0.0.0.0' };
    const app = application({ ...open.context, config });
    const signInFrom = (origin: string) =>
      app.request('http://internal:4700/api/sign-in', {
        method: 'POST',
        headers: { host: 'internal:4700', origin, 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'owner@second.example', password: testPassword }),
      });
    const response = await signInFrom('https://cx.example.com');
    expect(response.status).toBe(204);
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-candor_session=.*; Secure/);
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000');
    for (const origin of ['https://evil.example', 'null', 'https://cx.example.com.evil.example']) {
      expect((await signInFrom(origin)).status, origin).toBe(403);
    }
  });
});

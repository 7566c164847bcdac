import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeAllEvents } from '../../src/fieldwork/index.ts';
import { newId } from '../../src/store/index.ts';
import { type Ask, type OpenApplication, openApplication } from './open-application.ts';

let open: OpenApplication;
beforeAll(async () => {
  open = await openApplication();
  await addTouchpoint('delivery');
});
afterAll(() => open.close());

const addTouchpoint = (key: string) =>
  open.test.store.inWorkspace(open.workspace.id, ({ query }) =>
    query('insert into touchpoint (workspace_id, id, key, name) values ($1, $2, $3, $3)', [
      open.workspace.id,
      newId(),
      key,
    ]),
  );
const event = (id: string, data: unknown = { touchpoint: 'delivery' }, more: object = {}) => ({
  specversion: '1.0',
  id,
  source: '/crm',
  type: 'candor.encounter.closed',
  data,
  ...more,
});
const batchType = 'application/cloudevents-batch+json';

async function post(body: unknown, ask: Ask = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await open.ask('/workspaces/{w}/events', {
    key: open.workspace.keys['events:write'],
    type: Array.isArray(body) ? batchType : 'application/cloudevents+json',
    ...ask,
    body: text,
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}
const take = () => takeAllEvents(open.test.store, open.workspace.id, { clock: open.context.clock });
const list = async (query = '', as: Ask['as'] = 'owner') =>
  (await open.ask(`/workspaces/{w}/events${query}`, { as: as! })).json();

describe('POST of events', () => {
  it('answers 202 with an id for each when they are in the store, and the same ids for a repeat', async () => {
    const first = await post([event('a'), event('b'), event('a')]);
    expect(first).toMatchObject({ status: 202, body: { accepted: 2, duplicates: 1 } });
    const { ids } = first.body;
    expect(ids[0]).toBe(ids[2]);
    const rows = await open.test.asSuperuser<{ id: string }>('select id from event order by event_id');
    expect(rows.map(({ id }) => id)).toEqual([ids[0], ids[1]]);
    expect(await post(event('b'))).toMatchObject({ status: 202, body: { accepted: 0, duplicates: 1, ids: [ids[1]] } });
    expect(await post([])).toMatchObject({ status: 202, body: { accepted: 0, ids: [] } });
  });

  it('takes the binary mode', async () => {
    const headers = {
      'ce-specversion': '1.0',
      'ce-id': 'binary',
      'ce-source': '/crm',
      'ce-type': 't',
      'ce-subject': 'T%209',
    };
    const sent = await post('{"touchpoint":"delivery"}', { type: 'application/json', headers });
    expect(sent).toMatchObject({ status: 202, body: { accepted: 1 } });
    await take();
    expect((await list('?limit=1')).events[0]).toMatchObject({
      eventId: 'binary',
      subject: 'T 9',
      encounter: 'T 9',
      state: 'done',
    });
  });

  it('makes one of a thousand that are sent at once', async () => {
    const sent = await Promise.all(
      Array.from({ length: 200 }, () => post([event('one'), event('one'), event('one'), event('one'), event('one')])),
    );
    expect(sent.every(({ status }) => status === 202)).toBe(true);
    expect(sent.reduce((sum, { body }) => sum + body.accepted, 0)).toBe(1);
    expect(new Set(sent.flatMap(({ body }) => body.ids)).size).toBe(1);
  });

  it('refuses by the name of the field, and keeps nothing of such a batch', async () => {
    const before = (await list()).events.length;
    const refused = async (body: unknown, ask: Ask = {}) => {
      const { status, body: reply } = await post(body, ask);
      return [status, reply.error.code, reply.error.details.field];
    };
    expect(await refused([event('x'), event('y', {}, { time: 'now' })])).toEqual([422, 'CND_EVENT', '1.time']);
    expect(await refused(event(''))).toEqual([422, 'CND_EVENT', 'id']);
    expect(await refused('{')).toEqual([422, 'CND_EVENT', '']);
    expect(await refused(event('x'), { type: 'application/json' })).toEqual([422, 'CND_EVENT', 'content-type']);
    expect(await refused('x', { type: 'text/plain', headers: { 'ce-id': 'x' } })).toEqual([
      422,
      'CND_EVENT',
      'ce-specversion',
    ]);
    const large = 'x'.repeat(1024 * 1024 + 1);
    expect((await refused(event('x', { large })))[0]).toBe(413);
    expect((await refused(large, { type: 'text/plain', headers: { 'ce-id': 'x' } }))[0]).toBe(413);
    expect((await list()).events).toHaveLength(before);
  });

  it('is for owners, analysts and keys made for it', async () => {
    const status = async (ask: Ask) => (await post(event('who'), { ...ask, ...(ask.as ? { key: '' } : {}) })).status;
    const { keys } = open.workspace;
    expect(await status({ as: 'analyst' })).toBe(202);
    expect(await status({ as: 'manager' })).toBe(403);
    expect(await status({ key: keys['responses:write'] })).toBe(403);
    expect(await status({ key: open.other.keys['events:write'] })).toBe(404);
  });
});

describe('the list of events', () => {
  it('tells what became of each, a page at a time, and data to those who see contact details', async () => {
    await post([event('r1', { touchpoint: 'nowhere' }), event('r2', { touchpoint: 'nowhere' })]);
    await take();
    const page = await list('?state=refused&reason=unknown-touchpoint&limit=1');
    expect(page.events).toMatchObject([
      { reason: 'unknown-touchpoint', field: 'data.touchpoint', data: { touchpoint: 'nowhere' } },
    ]);
    const next = await list(`?state=refused&reason=unknown-touchpoint&limit=1&cursor=${page.cursor}`);
    expect(
      [page, next].flatMap(({ events }) => events.map(({ eventId }: { eventId: string }) => eventId)).sort(),
    ).toEqual(['r1', 'r2']);
    expect(next.cursor).toBeUndefined();
    expect(page).toMatchObject({ waiting: 0, refused: [{ reason: 'unknown-touchpoint', count: 2 }] });
    const [seen] = (await list('?limit=1', 'analyst')).events;
    expect(seen).toMatchObject({ subject: null, encounter: null });
    expect(seen.data).toBeUndefined();
    expect((await open.ask('/workspaces/{w}/events', { as: 'viewer' })).status).toBe(403);
  });

  it('has refused ones read again', async () => {
    const replay = async (body: object) =>
      (await open.ask('/workspaces/{w}/events/replay', { as: 'owner', body })).json();
    const [one, other] = (await list('?state=refused')).events;
    expect(await replay({ ids: [one.id] })).toEqual({ replayed: 1 });
    await take();
    expect((await list('?state=refused')).events).toHaveLength(2);
    await addTouchpoint('nowhere');
    expect(await replay({ reason: 'unknown-touchpoint' })).toEqual({ replayed: 2 });
    await take();
    expect((await list('?state=refused')).events).toEqual([]);
    expect(await replay({ ids: [other.id] })).toEqual({ replayed: 0 });
    expect((await open.ask('/workspaces/{w}/events/replay', { as: 'owner', body: {} })).status).toBe(400);
  });
});

describe('the mapping of events', () => {
  it('is checked, kept and written down', async () => {
    const put = (body: unknown) => open.ask('/workspaces/{w}/event-mapping', { as: 'owner', method: 'PUT', body });
    expect(await (await open.ask('/workspaces/{w}/event-mapping', { as: 'owner' })).json()).toEqual({});
    const wrong = await put({ types: [{ type: 'x', fields: { nonsense: 'a' } }] });
    expect([wrong.status, (await wrong.json()).error.details.field]).toEqual([400, 'types.0.fields.nonsense']);
    const mapping = {
      create: false,
      types: [{ type: 'shop.*', touchpoint: 'delivery', fields: { 'contact.email': 'buyer.mail' } }],
    };
    expect((await put(mapping)).status).toBe(200);
    expect(await (await open.ask('/workspaces/{w}/event-mapping', { as: 'owner' })).json()).toEqual(mapping);
    const log = await (await open.ask('/workspaces/{w}/audit-log', { as: 'owner' })).text();
    expect(log).toContain('map-events');
  });
});

describe('sources of events', () => {
  const path = '/workspaces/{w}/event-sources';
  const settings = {
    kind: 'sftp',
    host: '127.0.0.1',
    port: 22,
    user: 'shop',
    hostKey: `SHA256:${'A'.repeat(43)}`,
    folder: '/out',
  };
  const secret = { password: 'canary of a source' };
  let allowed: OpenApplication;
  beforeAll(async () => {
    allowed = await openApplication({
      secret: 's'.repeat(32),
      sources: { folder: '/nowhere', hosts: ['127.0.0.1:22'] },
    });
  });
  afterAll(() => allowed.close());

  it('are added by owners as far as the operator allows, and never show their secret', async () => {
    const forbidden = await open.ask(path, { as: 'owner', body: { key: 'a', settings, secret } });
    expect([forbidden.status, (await forbidden.json()).error.details.field]).toEqual([422, 'host']);
    expect((await allowed.ask(path, { as: 'analyst', body: { key: 'a', settings, secret } })).status).toBe(403);
    const made = await allowed.ask(path, { as: 'owner', body: { key: 'a', settings, secret } });
    expect(made.status).toBe(201);
    const { id } = await made.json();
    const twice = await allowed.ask(path, { as: 'owner', body: { key: 'a', settings } });
    expect([twice.status, (await twice.json()).error.code]).toEqual([409, 'CND_TAKEN']);
    const listed = await (await allowed.ask(path, { as: 'owner' })).text();
    expect(JSON.parse(listed).sources).toMatchObject([
      { id, key: 'a', state: 'running', hasSecret: true, settings: { everySeconds: 30 } },
    ]);
    const stored = await allowed.test.asSuperuser('select * from event_source');
    const all = `${listed} ${JSON.stringify(stored)} ${allowed.log.join()} ${Buffer.from((stored[0] as { secret: Uint8Array }).secret).toString('latin1')}`;
    expect(all).not.toContain('canary');
    const change = (body: object) => allowed.ask(`${path}/${id}`, { as: 'owner', method: 'PATCH', body });
    expect(await (await change({ state: 'paused' })).json()).toMatchObject({ state: 'paused', hasSecret: true });
    expect((await change({ settings: { kind: 'folder', folder: 'x' } })).status).toBe(422);
    expect((await change({ settings: { ...settings, port: 23 } })).status).toBe(422);
    expect((await change({ settings: { ...settings, folder: '/in' } })).status).toBe(200);
    expect((await allowed.ask(`${path}/${id}/run`, { as: 'owner', method: 'POST' })).status).toBe(202);
    expect(await allowed.test.asSuperuser('select kind from job')).toEqual([{ kind: 'read-source' }]);
    expect(await (await allowed.ask(`${path}/${id}/files`, { as: 'owner' })).json()).toEqual({ files: [] });
    expect((await allowed.ask(`${path}/${id}`, { as: 'owner', method: 'DELETE' })).status).toBe(204);
    expect((await allowed.ask(`${path}/${id}`, { as: 'owner', method: 'DELETE' })).status).toBe(404);
    const log = await (await allowed.ask('/workspaces/{w}/audit-log', { as: 'owner' })).text();
    for (const action of ['add-source', 'change-source', 'remove-source']) expect(log).toContain(action);
  });

  it.each([
    ['settings.folder', { kind: 'folder', folder: '../x' }],
    ['settings.kind', { kind: 'ftp' }],
    ['settings.hostKey', { ...settings, hostKey: 'SHA256:short' }],
    ['settings.host', { ...settings, host: 'a b' }],
    ['settings.mapping.columns.nonsense', { kind: 'folder', folder: 'x', mapping: { columns: { nonsense: 'A' } } }],
    [
      'settings.table',
      { kind: 'postgresql', host: 'a', database: 'd', user: 'u', table: 'a;b', updatedAt: 'c', id: 'i' },
    ],
  ])('are refused by the name of the field: %s', async (field, wrong) => {
    const reply = await allowed.ask(path, { as: 'owner', body: { key: 'w', settings: wrong } });
    expect([reply.status, (await reply.json()).error.details.field]).toEqual([400, field]);
  });
});

describe('the limit of a key', () => {
  it('refuses what is over it with the seconds to wait, and keeps nothing of it', async () => {
    const limited = await openApplication({ eventsPerSecond: 100 });
    try {
      const ask = (count: number, key: string) =>
        limited.ask('/workspaces/{w}/events', {
          key,
          type: batchType,
          body: JSON.stringify(Array.from({ length: count }, (_, i) => event(`l${i}`))),
        });
      const { keys } = limited.workspace;
      // Ten seconds' worth at once.
      expect((await ask(1_000, keys['events:write'])).status).toBe(202);
      const refused = await ask(250, keys['events:write']);
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3']);
      expect((await refused.json()).error.code).toBe('CND_EVENTS_LIMIT');
      // Another caller has a limit of his own.
      const other = await limited.ask('/workspaces/{w}/events', {
        as: 'owner',
        type: batchType,
        body: JSON.stringify([event('other')]),
      });
      expect(other.status).toBe(202);
      limited.time.now = new Date(limited.time.now.getTime() + 3_000);
      expect((await ask(250, keys['events:write'])).status).toBe(202);
    } finally {
      await limited.close();
    }
  });
});

describe('a mapping', () => {
  const asOwner = (path: string, method: string, body?: unknown) =>
    open.ask(`/workspaces/{w}${path}`, { as: 'owner', method, ...(body === undefined ? {} : { body }) });
  const unknown = async () => (await (await asOwner('/event-mapping/unknown-touchpoints', 'GET')).json()).unknown;

  it('is tried on the latest event of each type, and nothing is changed', async () => {
    const data = { order: { number: 'O-1', buyer: { mail: 'carl@customers.example' } } };
    await post(event('try-1', data, { type: 'com.shop.delivered', source: '/legacy' }));
    await take();
    const fields = { encounter: 'order.number', 'contact.email': 'order.buyer.mail' };
    const types = [{ type: 'com.shop.*', touchpoint: 'delivery', fields }];
    const { trials } = await (await asOwner('/event-mapping/try', 'POST', { types })).json();
    const trial = trials.find(({ type }: { type: string }) => type === 'com.shop.delivered');
    expect(trial).toMatchObject({
      outcome: 'told',
      told: { encounter: 'O-1', happened: 'closed' },
      names: [
        { field: 'touchpoint', name: 'delivery', isKnown: true },
        { field: 'contact', name: 'carl@customers.example', isKnown: false },
      ],
    });
    expect(await open.test.asSuperuser("select 1 from contact where external_id = 'carl@customers.example'")).toEqual(
      [],
    );
    const wrong = await (
      await asOwner('/event-mapping/try', 'POST', { types: [{ type: 'com.shop.*', fields: { at: 'order.number' } }] })
    ).json();
    expect(wrong.trials.find(({ type }: { type: string }) => type === 'com.shop.delivered')).toMatchObject({
      outcome: 'refused',
      reason: 'unusable-data',
      field: 'data.at',
    });
    expect((await open.ask('/workspaces/{w}/event-mapping/try', { as: 'analyst', body: {} })).status).toBe(403);
  });

  it('takes a touchpoint of another name as the one that is meant, and events are read again with it', async () => {
    await post([event('hot-1', { touchpoint: 'Hotline' }), event('hot-2', { touchpoint: 'Hotline' })]);
    await post(event('desk', { touchpoint: 'Service desk' }));
    await take();
    expect(await unknown()).toEqual([
      expect.objectContaining({ name: 'Hotline', events: 2 }),
      expect.objectContaining({ name: 'Service desk', events: 1 }),
    ]);
    expect((await asOwner('/event-mapping', 'PUT', { touchpoints: { Hotline: 'delivery' } })).status).toBe(200);
    const made = await asOwner('/touchpoints', 'POST', { name: 'Service desk' });
    expect([made.status, (await made.json()).key]).toEqual([201, 'service-desk']);
    expect((await asOwner('/touchpoints', 'POST', { name: 'service desk' })).status).toBe(409);
    await asOwner('/events/replay', 'POST', { reason: 'unknown-touchpoint' });
    await take();
    expect(await unknown()).toEqual([]);
    const read = (await list('?limit=500')).events.filter(({ eventId }: { eventId: string }) =>
      /hot|desk/.test(eventId),
    );
    expect(read.map(({ state }: { state: string }) => state)).toEqual(['done', 'done', 'done']);
  });
});

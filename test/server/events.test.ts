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

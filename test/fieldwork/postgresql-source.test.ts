import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addSource,
  eventWriter,
  readSource,
  type SourceReading,
  secretSeal,
  sourceSettingsSchema,
  takeAllEvents,
} from '../../src/fieldwork/index.ts';
import { newId } from '../../src/store/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { encountersOf, workspaceWithTouchpoints } from './event-fixture.ts';

let test: TestStore;
let workspaceId: string;
let id: string;
let reading: SourceReading;

beforeAll(async () => {
  test = await testStore();
  await test.asSuperuser('create schema shop');
  await test.asSuperuser(
    'create table shop.ticket (number int primary key, kind text, customer text, mail text, changed timestamptz)',
  );
  await test.asSuperuser('create index on shop.ticket (changed, number)');
  const { user } = test.address;
  await test.asSuperuser(`grant usage on schema shop to "${user}"`);
  await test.asSuperuser(`grant select on shop.ticket to "${user}"`);
});
afterAll(() => test.close());

beforeEach(async () => {
  workspaceId = await workspaceWithTouchpoints(test);
  await test.asSuperuser('truncate shop.ticket');
  const clock = () => new Date('2030-06-15T09:00:00Z');
  const { store, address } = test;
  reading = {
    store,
    clock,
    limits: { folder: undefined, hosts: [`${address.host}:${address.port}`] },
    seal: () => secretSeal('s'.repeat(32)),
    write: eventWriter(store, { clock }),
    take: (workspace) => takeAllEvents(store, workspace, { clock }),
  };
  id = await add({});
});

async function add(more: object): Promise<string> {
  const made = newId();
  const { host, port, database, user, password } = test.address;
  const settings = sourceSettingsSchema.parse({
    kind: 'postgresql',
    host,
    port,
    database,
    user,
    tls: 'off',
    table: 'shop.ticket',
    updatedAt: 'changed',
    id: 'number',
    overlapSeconds: 600,
    mapping: {
      columns: { encounter: 'number', at: 'changed', account: 'customer', 'contact.email': 'mail' },
      attributes: ['kind'],
      values: { touchpoint: 'customer-support' },
    },
    ...more,
  });
  const secret = reading.seal().seal(JSON.stringify({ password }), made);
  await test.store.inWorkspace(workspaceId, (transaction) =>
    addSource(transaction, { id: made, key: made, settings, secret, now: new Date() }),
  );
  return made;
}
const poll = () => readSource(reading, workspaceId, id);
const put = (number: number, changed: string, kind = 'billing') =>
  test.asSuperuser(
    `insert into shop.ticket values ($1, $2, 'A' || $1 % 5, 'p' || $1 || '@example.com', $3) on conflict (number) do update set kind = excluded.kind, changed = excluded.changed`,
    [number, kind, changed],
  );
const seen = async () =>
  (await encountersOf(test, workspaceId)).map(({ key, attributes }) => [key, (attributes as { kind: string }).kind]);

describe('a table that is polled', () => {
  it('is read from its beginning, over pages of equal times, and then by what changed', async () => {
    await test.asSuperuser(
      `insert into shop.ticket select n, 'billing', 'A1', null, timestamptz '2030-06-01' + (n / 1500) * interval '1 second' from generate_series(1, 3500) n`,
    );
    await poll();
    expect(await seen()).toHaveLength(3_500);
    const rows = async () =>
      (
        await test.asSuperuser<{ n: number }>('select count(*)::int as n from event where workspace_id = $1', [
          workspaceId,
        ])
      )[0]!.n;
    expect(await rows()).toBe(3_500);
    await poll();
    expect(await rows()).toBe(3_500);
    await put(7, '2030-06-02T00:00:00Z', 'other');
    await put(9_000, '2030-06-02T00:00:00.000001Z');
    await poll();
    expect(await rows()).toBe(3_502);
    expect((await seen()).filter(([key]) => key === '7' || key === '9000')).toEqual([
      ['7', 'other'],
      ['9000', 'billing'],
    ]);
  });

  it('misses no row that was committed late or whose clock was set back within the overlap', async () => {
    const minute = (at: number) => new Date(Date.parse('2030-06-01T12:00:00Z') + at * 60_000).toISOString();
    await put(1, minute(60));
    await poll();
    await put(2, minute(55));
    await put(3, minute(60));
    await poll();
    expect((await seen()).map(([key]) => key)).toEqual(['1', '2', '3']);
    const change = fc.record({
      number: fc.integer({ min: 1, max: 30 }),
      ahead: fc.integer({ min: -9, max: 3 }),
      polls: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 25 }), async (changes) => {
        await test.asSuperuser('truncate shop.ticket');
        workspaceId = await workspaceWithTouchpoints(test);
        id = await add({});
        let high = 100;
        const last = new Map<number, string>();
        for (const [place, { number, ahead, polls }] of changes.entries()) {
          const at = high + ahead;
          high = Math.max(high, at);
          await put(number, minute(at), `k${place}`);
          last.set(number, `k${place}`);
          if (polls) await poll();
        }
        await poll();
        // Every row as it is last was seen; of several states the one with the latest time is in force.
        const told = await test.asSuperuser<{ number: string; kind: string }>(
          `select data->>'encounter' as number, data->'attributes'->>'kind' as kind from event where workspace_id = $1`,
          [workspaceId],
        );
        for (const [number, kind] of last) expect(told).toContainEqual({ number: String(number), kind });
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  it('is found while it is written to during a poll', async () => {
    await test.asSuperuser(
      `insert into shop.ticket select n, 'billing', 'A1', null, timestamptz '2030-06-01' + n * interval '1 ms' from generate_series(1, 4000) n`,
    );
    const { write } = reading;
    let number = 5_000;
    reading = {
      ...reading,
      write: async (...given) => {
        for (let at = 0; at < 3; at += 1) {
          number += 1;
          await put(number, `2030-06-01T00:00:0${at}.5Z`);
        }
        return write(...given);
      },
    };
    await poll();
    reading = { ...reading, write };
    await poll();
    expect(await seen()).toHaveLength(4_000 + number - 5_000);
  });

  it('says what is wrong with it, and runs no statement of a form', async () => {
    id = await add({ updatedAt: 'changed"; drop table shop.ticket; --' });
    await expect(poll()).rejects.toMatchObject({ code: 'CND_SOURCE', details: { field: 'table' } });
    expect(await test.asSuperuser('select 1 from shop.ticket limit 1')).toEqual([]);
    id = await add({ table: 'shop.nothing' });
    await expect(poll()).rejects.toMatchObject({ code: 'CND_SOURCE' });
    for (const table of ['a b', 'a;b', 'a.b.c', '"a"', "a'", '']) {
      await expect(add({ table }), table).rejects.toThrow();
    }
    id = await add({ port: 1 });
    await expect(poll()).rejects.toMatchObject({ code: 'CND_SOURCE', details: { field: 'host' } });
    reading = { ...reading, limits: { folder: undefined, hosts: ['127.0.0.1:1', `${test.address.host}:1`] } };
    await expect(poll()).rejects.toMatchObject({ code: 'CND_SOURCE_AWAY' });
  });
});

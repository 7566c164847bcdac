import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type EncounterChange,
  keepEventMapping,
  sweepEvents,
  takeEvents,
  takeEventsHandlers,
} from '../../src/fieldwork/index.ts';
import { runDueJobs } from '../../src/queue/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import {
  clock,
  encountersOf,
  eventsOf,
  now,
  send,
  sent,
  take,
  takeAll,
  workspaceWithTouchpoints,
} from './event-fixture.ts';

/** Shuffled and repeated events; 100,000 by CANDOR_TEST_EVENTS. */
const shuffledEvents = Number(process.env.CANDOR_TEST_EVENTS ?? 2_000);

let test: TestStore;
beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

const closed = {
  touchpoint: 'delivery',
  encounter: 'T1',
  account: 'A1',
  contact: { id: 'C1', email: 'Anna@Example.com' },
};

describe('an event that is read', () => {
  it('becomes an encounter with the account and the contact it names', async () => {
    const workspaceId = await workspaceWithTouchpoints(test);
    const data = {
      ...closed,
      account: { id: 'A1', name: 'Acme', segment: 'large' },
      contact: {
        id: 'C1',
        email: 'Anna@Example.com',
        name: 'Anna',
        language: 'fi',
        timeZone: 'Europe/Helsinki',
        roles: ['payer'],
      },
      touchpoint: 'Customer  support',
      orgUnit: 'U1',
      agent: 'agent 7',
      segment: 'gold',
      attributes: { amount: 12.5, express: true },
    };
    expect(await send(test, workspaceId, [sent('1', data)])).toMatchObject({ accepted: 1, duplicates: 0 });
    const { changes } = await take(test, workspaceId);
    expect(changes.map(({ change, state }) => [change, state])).toEqual([['closed', 'closed']]);
    expect(await encountersOf(test, workspaceId)).toMatchObject([
      {
        key: 'T1',
        state: 'closed',
        touchpoint: 'customer-support',
        account: 'A1',
        contact: 'C1',
        unit: 'U1',
        attributes: { amount: 12.5, express: true, agent: 'agent 7', segment: 'gold' },
      },
    ]);
    const contacts = await test.asSuperuser(
      `select c.email, c.name, c.language, c.time_zone, r.role, a.name as account, a.segment from contact c
       join contact_role r on r.contact_id = c.id join account a on a.id = r.account_id where c.workspace_id = $1`,
      [workspaceId],
    );
    expect(contacts).toEqual([
      {
        email: 'anna@example.com',
        name: 'Anna',
        language: 'fi',
        time_zone: 'Europe/Helsinki',
        role: 'payer',
        account: 'Acme',
        segment: 'large',
      },
    ]);
  });

  it('is kept with its reason where it cannot be used, and is read again after the cause was mended', async () => {
    const workspaceId = await workspaceWithTouchpoints(test);
    await send(test, workspaceId, [
      sent('a', { ...closed, touchpoint: 'nowhere' }),
      sent('b', { encounter: 'T2' }),
      sent('c', { ...closed, encounter: 'T3', orgUnit: 'U9' }),
      sent('d', { ...closed, encounter: 'T4', account: 'A9', create: false }),
      sent('e', { ...closed, encounter: 'T5', contact: { email: 'no address' } }),
      sent('f', { ...closed, encounter: 'T6', happened: 'exploded' }),
      sent('g', closed, { time: '1999-12-31T23:59:59Z' }),
      sent('h', closed, { time: '2030-06-15T09:06:00Z' }),
      sent('i', { ...closed, at: 'yesterday' }),
      sent('j', [1]),
      sent('k', { ...closed, happened: 'closed' }, { type: 'candor.encounter.withdrawn' }),
      sent('l', { ...closed, encounter: 'T7', contact: { phone: '+358 40 1234' } }),
      sent('m', { ...closed, attributes: { list: [1] } }),
    ]);
    await takeAll(test, workspaceId);
    expect((await eventsOf(test, workspaceId)).map(({ reason }) => reason)).toEqual([
      'unknown-touchpoint data.touchpoint',
      'no-touchpoint data.touchpoint',
      'unknown-org-unit data.orgUnit',
      'unknown-account data.account',
      'unusable-data data.contact.email',
      'unusable-data data.happened',
      'time-out-of-range time',
      'time-out-of-range time',
      'unusable-data data.at',
      'unusable-data data',
      'unusable-data data.happened',
      'unknown-contact data.contact',
      'unusable-data data.attributes.list',
    ]);
    expect(await encountersOf(test, workspaceId)).toEqual([]);
    // Nothing was made for those that were refused by their touchpoint or org unit.
    const made = await test.asSuperuser('select external_id from account where workspace_id = $1', [workspaceId]);
    expect(made).toEqual([{ external_id: 'A1' }]);
    await send(test, workspaceId, [
      sent('n', { touchpoint: 'delivery', encounter: 'T2' }, { time: '2030-06-02T00:00:00Z' }),
    ]);
    await takeAll(test, workspaceId);
    // What was told too early counts now.
    expect((await eventsOf(test, workspaceId)).filter(({ event }) => 'bn'.includes(event))).toEqual([
      { event: 'b', state: 'done', reason: null },
      { event: 'n', state: 'done', reason: null },
    ]);
  });

  it('is read by the mapping of its type', async () => {
    const workspaceId = await workspaceWithTouchpoints(test);
    const fields = {
      encounter: 'order.number',
      'contact.email': 'order.buyer.mail',
      'attributes.lines': 'order.lines.0.count',
      account: 'order.constructor',
    };
    const types = [
      { type: 'shop.noise', ignore: true as const },
      { type: 'shop.order.*', source: '/shop', touchpoint: 'delivery', happened: 'opened' as const, fields },
    ];
    await test.store.inWorkspace(workspaceId, (transaction) => keepEventMapping(transaction, { create: true, types }));
    const order = { order: { number: 4711, buyer: { mail: 'b@example.com' }, lines: [{ count: 3 }] } };
    await send(test, workspaceId, [
      sent('1', order, { type: 'shop.order.placed', source: '/shop' }),
      sent('2', order, { type: 'shop.order.placed' }),
      sent('3', 'noise', { type: 'shop.noise' }),
    ]);
    await takeAll(test, workspaceId);
    expect(await encountersOf(test, workspaceId)).toMatchObject([
      {
        key: '4711',
        state: 'open',
        touchpoint: 'delivery',
        contact: 'b@example.com',
        account: null,
        attributes: { lines: 3 },
      },
    ]);
    expect((await eventsOf(test, workspaceId)).map(({ state }) => state)).toEqual(['done', 'refused', 'done']);
  });

  it('tells the planner in its transaction, and changes nothing where that fails', async () => {
    const workspaceId = await workspaceWithTouchpoints(test);
    const changes: EncounterChange[] = [];
    const tell = (fail: boolean) =>
      takeEvents(test.store, workspaceId, now, {
        async onChanged(transaction, told) {
          const seen = await transaction.query('select id from encounter where workspace_id = $1', [workspaceId]);
          expect(seen).toHaveLength(1);
          if (fail) throw new Error('planner');
          changes.push(...told);
        },
      });
    await send(test, workspaceId, [sent('1', closed)]);
    await expect(tell(true)).rejects.toThrow('planner');
    expect(await encountersOf(test, workspaceId)).toEqual([]);
    await tell(false);
    const later = (id: string, happened: string, day: number) =>
      sent(id, { encounter: 'T1', happened }, { time: `2030-06-0${day}T12:00:00Z` });
    for (const event of [
      later('2', 'reopened', 2),
      later('3', 'withdrawn', 3),
      later('4', 'opened', 1),
      later('5', 'closed', 4),
    ]) {
      await send(test, workspaceId, [event]);
      await tell(false);
    }
    expect(changes.map(({ change }) => change)).toEqual(['closed', 'reopened', 'withdrawn', 'closed']);
    expect(changes.at(-1)).toMatchObject({
      state: 'closed',
      externalId: 'T1',
      occurredAt: new Date('2030-06-04T12:00:00Z'),
    });
  });

  it('that breaks its batch is set aside by itself', async () => {
    const workspaceId = await workspaceWithTouchpoints(test);
    const events = Array.from({ length: 25 }, (_, at) =>
      sent(String(at).padStart(2, '0'), { ...closed, encounter: `T${at}` }),
    );
    await send(test, workspaceId, events);
    const onChanged = async (_: unknown, changes: readonly EncounterChange[]) => {
      if (changes.some(({ externalId }) => externalId === 'T13')) throw new TypeError('secret of T13');
    };
    await runDueJobs(test.store, { handlers: takeEventsHandlers(test.store, { clock, onChanged }), clock });
    const states = await eventsOf(test, workspaceId);
    expect(states.filter(({ state }) => state !== 'done')).toEqual([
      { event: '13', state: 'refused', reason: 'not-taken TypeError' },
    ]);
  });

  it('is found where its job was lost', async () => {
    const workspaceId = await workspaceWithTouchpoints(test);
    await send(test, workspaceId, [sent('1', closed)]);
    await test.asSuperuser('delete from job');
    expect(await sweepEvents(test.store, now)).toBe(1);
    expect(await sweepEvents(test.store, now)).toBe(1);
    expect(await test.asSuperuser('select kind from job where workspace_id = $1', [workspaceId])).toEqual([
      { kind: 'take-events' },
    ]);
    await runDueJobs(test.store, { handlers: takeEventsHandlers(test.store, { clock }), clock });
    expect(await sweepEvents(test.store, now)).toBe(0);
  });
});

describe('what an event tells of a contact', () => {
  const contact = async (workspaceId: string) =>
    (
      await test.asSuperuser<Record<string, unknown>>(
        'select name, email, phone from contact where workspace_id = $1',
        [workspaceId],
      )
    )[0];
  const tell = async (workspaceId: string, id: string, fields: object) => {
    await send(test, workspaceId, [sent(id, { ...closed, encounter: id, contact: { id: 'C1', ...fields } })]);
    await takeAll(test, workspaceId);
  };

  it('is in force until it is told otherwise, below what an import says', async () => {
    const workspaceId = await workspaceWithTouchpoints(test);
    await tell(workspaceId, '1', { email: 'old@example.com', name: 'Anna' });
    await tell(workspaceId, '2', { email: 'new@example.com' });
    expect(await contact(workspaceId)).toEqual({ name: 'Anna', email: 'new@example.com', phone: null });
    // An import states the name.
    await test
      .asSuperuser(
        `insert into import (workspace_id, id, number, kind, file_name, file_hash, mapping, state, started_at)
       values ($1, $1, 1, 'contacts', 'x', 'x', '{}', 'done', now())`,
        [workspaceId],
      )
      .catch(() => undefined);
    const [made] = await test.asSuperuser<{ id: string }>('select id from contact where workspace_id = $1', [
      workspaceId,
    ]);
    const [imported] = await test.asSuperuser<{ id: string }>('select id from import where workspace_id = $1', [
      workspaceId,
    ]);
    await test.asSuperuser(
      `insert into import_claim (workspace_id, id, import_id, number, entity, entity_id, fields)
       values ($1, $2, $3, 1, 'contact', $2, '{"name":"Anna Imported"}')`,
      [workspaceId, made!.id, imported!.id],
    );
    await tell(workspaceId, '3', { name: 'Anna Told', phone: '+358401234' });
    expect(await contact(workspaceId)).toMatchObject({ name: 'Anna Imported', phone: '+358401234' });
  });

  it('finds somebody by the address', async () => {
    const workspaceId = await workspaceWithTouchpoints(test);
    await tell(workspaceId, '1', { email: 'one@example.com' });
    await send(test, workspaceId, [sent('2', { ...closed, encounter: '2', contact: 'ONE@example.com' })]);
    await takeAll(test, workspaceId);
    expect(await test.asSuperuser('select 1 from contact where workspace_id = $1', [workspaceId])).toHaveLength(1);
  });
});

describe('the order in which events come', () => {
  const happened = fc.constantFrom('opened', 'closed', 'reopened', 'withdrawn');
  const told = fc.record(
    {
      happened,
      // Few times, so that many are equal.
      at: fc.integer({ min: 1, max: 4 }).map((day) => `2030-06-0${day}T12:00:00Z`),
      touchpoint: fc.constantFrom('delivery', 'customer-support'),
      account: fc.constantFrom('A1', 'A2'),
      contact: fc.constantFrom('C1', 'C2'),
      attributes: fc.dictionary(fc.constantFrom('x', 'y'), fc.integer({ min: 0, max: 3 }), { maxKeys: 2 }),
    },
    { requiredKeys: ['happened', 'at'] },
  );

  it('does not matter, nor how often they come or in what batches', async () => {
    const scenario = fc.array(told, { minLength: 1, maxLength: 6 }).chain((events) => {
      const places = events.map((_, place) => place);
      const repeated = fc.array(fc.constantFrom(...places), { maxLength: 6 }).map((more) => [...places, ...more]);
      const order = repeated.chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));
      return fc.record({
        events: fc.constant(events),
        order,
        most: fc.integer({ min: 1, max: 4 }),
        between: fc.boolean(),
      });
    });
    await fc.assert(
      fc.asyncProperty(scenario, async ({ events, order, most, between }) => {
        const all = events.map((data, place) => sent(`e${place}`, { encounter: 'T', ...data }));
        const [inOrder, shuffled] = [await workspaceWithTouchpoints(test), await workspaceWithTouchpoints(test)];
        await send(test, inOrder, all);
        await takeAll(test, inOrder);
        for (const place of order) {
          await send(test, shuffled, [all[place]!]);
          if (between) while ((await take(test, shuffled, most)).read > 0);
        }
        while ((await take(test, shuffled, most)).read > 0);
        expect(await encountersOf(test, shuffled)).toEqual(await encountersOf(test, inOrder));
        expect(await eventsOf(test, shuffled)).toEqual(await eventsOf(test, inOrder));
      }),
      { numRuns: 60, seed: 20_300_615 },
    );
  });

  it(`leaves one encounter for each that was told, of ${shuffledEvents} events sent 1 to 5 times side by side`, async () => {
    const workspaceId = await workspaceWithTouchpoints(test);
    let state = 42;
    const random = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    const events = Array.from({ length: shuffledEvents }, (_, at) =>
      sent(
        `e${at}`,
        {
          ...closed,
          encounter: `T${Math.floor(at / 4)}`,
          happened: ['opened', 'closed', 'reopened', 'closed'][at % 4],
        },
        { time: `2030-06-01T12:00:0${at % 4}Z` },
      ),
    );
    const copies = events.flatMap((event) => Array.from({ length: 1 + random(5) }, () => event));
    for (let at = copies.length - 1; at > 0; at -= 1) {
      const other = random(at + 1);
      [copies[at], copies[other]] = [copies[other]!, copies[at]!];
    }
    const requests: (typeof copies)[] = [];
    for (let from = 0; from < copies.length; from += 50) requests.push(copies.slice(from, from + 50));
    let accepted = 0;
    let taking = true;
    const worker = (async () => {
      while (taking) await takeAll(test, workspaceId);
    })();
    for (let from = 0; from < requests.length; from += 10) {
      const done = await Promise.all(
        requests.slice(from, from + 10).map((request) => send(test, workspaceId, request)),
      );
      accepted += done.reduce((sum, one) => sum + one.accepted, 0);
    }
    taking = false;
    await worker;
    await takeAll(test, workspaceId);
    expect(accepted).toBe(events.length);
    const encounters = await encountersOf(test, workspaceId);
    expect(encounters).toHaveLength(Math.ceil(shuffledEvents / 4));
    expect(encounters.every(({ state: at }) => at === 'closed')).toBe(true);
    expect(
      await test.asSuperuser("select 1 from event where workspace_id = $1 and state <> 'done'", [workspaceId]),
    ).toEqual([]);
  }, 1_200_000);
});

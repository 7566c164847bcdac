import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAnswering, openStop, resubscribe, unsubscribe } from '../../src/answering/index.ts';
import { type ImportMapping, importRows } from '../../src/collect/index.ts';
import {
  encounterPlanner,
  erasePerson,
  eventWriter,
  receiveMail,
  receiveSms,
  takeAllEvents,
} from '../../src/fieldwork/index.ts';
import { responseWriter } from '../../src/store/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { answeringCompany, bounceOf, mailReceivingAt, mailThenSms, smsReceivingAt } from './incoming-fixture.ts';
import {
  day,
  delivery,
  hour,
  identity,
  invitationsOf,
  keptOf,
  links,
  monday,
  sendAt,
  tell,
} from './programme-fixture.ts';

/** Histories of one person; 300 by CANDOR_TEST_HISTORIES. */
const histories = Number(process.env.CANDOR_TEST_HISTORIES ?? 25);
const phone = '+358401234567';
const spellings = ['anna@gmail.com', 'Anna@Gmail.com', 'an.na+shop@googlemail.com', 'anna+2@gmail.com'];

let test: TestStore;
beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

const mapping = { kind: 'contacts', columns: { id: 'id', email: 'email', phone: 'phone' } } as unknown as ImportMapping;
const step = fc.oneof(
  fc.record({
    do: fc.constant('import' as const),
    as: fc.integer({ min: 0, max: 3 }),
    spelling: fc.constantFrom(...spellings),
  }),
  fc.record({
    do: fc.constant('encounter' as const),
    as: fc.integer({ min: 0, max: 3 }),
    spelling: fc.constantFrom(...spellings),
  }),
  // Often enough that most histories hold one.
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('unsubscribe' as const, 'stop' as const, 'erase' as const, 'bounce' as const),
    }),
  },
  fc.constant({ do: 'send' as const }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Messages that went; the development outbox is no measure, since an erasure empties it. */
const handedOver = async (workspaceId: string) =>
  (await test.asSuperuser('select 1 from message where workspace_id = $1 and sent_at is not null', [workspaceId]))
    .length;

class History {
  at = monday;
  number = 0;
  /** How many messages had gone when the person first said that he wants no more. */
  saidAt: number | undefined;
  readonly workspaceId: string;
  constructor(workspaceId: string) {
    this.workspaceId = workspaceId;
  }

  async go(one: Step): Promise<void> {
    // Far enough apart for every contact rule; what is due goes the same afternoon.
    if (one.do !== 'send') this.at = new Date(this.at.getTime() + 91 * day);
    this.number += 1;
    const { store } = test;
    const { workspaceId, at } = this;
    if (one.do === 'import') {
      const rows = [[`p${one.as}`, one.spelling, phone]];
      const file = {
        kind: 'contacts' as const,
        fileName: `${this.number}.csv`,
        fileHash: String(this.number).padStart(64, '0'),
        tables: { contacts: { mapping, columns: ['id', 'email', 'phone'] } },
        rows: [{ kind: 'contacts' as const, rows }],
      };
      await importRows(store, workspaceId, file as never, { clock: () => at });
      return;
    }
    if (one.do === 'encounter') {
      const contact = { id: `p${one.as}`, email: one.spelling, phone, language: 'fi' };
      const told = delivery(
        `E${this.number}`,
        `p${one.as}`,
        { contact, account: `A${one.as}` },
        new Date(at.getTime() - 60_000).toISOString(),
      );
      await eventWriter(store, { clock: () => at })(workspaceId, [told]);
      await takeAllEvents(store, workspaceId, { clock: () => at, onChanged: encounterPlanner(links) });
      return;
    }
    if (one.do === 'send') {
      await sendAt(test, workspaceId, new Date(at.getTime() + 5 * hour));
      return;
    }
    const asked = (await invitationsOf(test, workspaceId)).filter(({ state }) => state !== 'refused');
    const last = asked.at(-1);
    if (one.do === 'bounce') {
      if (last) await receiveMail(mailReceivingAt(test, at), bounceOf({ workspaceId, invitationId: last.id }, '5.1.1'));
      return;
    }
    if (await this.say(one.do, last?.id)) this.saidAt ??= await handedOver(workspaceId);
  }

  /** Answers whether there was a way to say it. */
  async say(what: 'unsubscribe' | 'stop' | 'erase', invitationId: string | undefined): Promise<boolean> {
    const { store } = test;
    const { workspaceId, at } = this;
    if (what === 'stop') {
      await receiveSms(
        smsReceivingAt(test, at),
        { providerId: `S${this.number}`, from: phone, text: 'STOP' },
        { only: workspaceId },
      );
      // Only the telephone is known where nothing was ever sent to it.
      const listed = await test.asSuperuser("select 1 from suppression where workspace_id = $1 and channel = 'email'", [
        workspaceId,
      ]);
      return listed.length > 0;
    }
    if (what === 'erase') {
      const known = await test.asSuperuser<{ id: string }>(
        'select id from contact where workspace_id = $1 and email is not null',
        [workspaceId],
      );
      if (known.length === 0) return false;
      for (const { id } of known) await store.inWorkspace(workspaceId, (t) => erasePerson(t, id, at));
      return true;
    }
    const mail = (await keptOf(test, workspaceId)).find(({ content }) => /\/u\/[\w-]+/.test(content));
    if (!mail || invitationId === undefined) return false;
    const answering = openAnswering({ store, write: responseWriter(store), secret: identity.secret });
    const opened = await openStop(answering, /\/u\/([\w-]+)/.exec(mail.content)![1]!, at);
    if (opened.kind !== 'open') return false;
    await unsubscribe(answering, opened.page, at);
    return true;
  }
}

it(`in ${histories} histories of imports, encounters, objections and erasures nobody is written to after he said no`, async () => {
  let said = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      const { workspaceId } = await answeringCompany(test, mailThenSms);
      const history = new History(workspaceId);
      const first: Step[] = [{ do: 'encounter', as: 0, spelling: spellings[0]! }, { do: 'send' }];
      for (const one of [...first, ...steps]) await history.go(one);
      for (const as of [0, 1]) {
        await history.go({ do: 'encounter', as, spelling: spellings[as]! });
        await history.go({ do: 'send' });
      }
      if (history.saidAt === undefined) return;
      said += 1;
      expect(await handedOver(workspaceId)).toBe(history.saidAt);
    }),
    { numRuns: histories, seed: 20_261_130, endOnFailure: true },
  );
  expect(said).toBeGreaterThan(histories / 4);
}, 600_000);

it('whoever unsubscribed may come back by his own page, an erased person by none', async () => {
  const { workspaceId } = await answeringCompany(test);
  await tell(test, workspaceId, [delivery('D', 'anna')]);
  await sendAt(test, workspaceId, new Date(monday.getTime() + 3_600_000));
  const answering = openAnswering({ store: test.store, write: responseWriter(test.store), secret: identity.secret });
  const [mail] = await keptOf(test, workspaceId);
  const token = /\/u\/([\w-]+)/.exec(mail!.content)![1]!;
  const open = async () => {
    const opened = await openStop(answering, token, monday);
    if (opened.kind !== 'open') throw new Error('no page');
    return opened.page;
  };
  const standing = () =>
    test.asSuperuser('select 1 from suppression where workspace_id = $1 and lifted_at is null', [workspaceId]);
  await unsubscribe(answering, await open(), monday);
  expect((await open()).unsubscribed).toBe(true);
  await resubscribe(answering, await open(), monday);
  expect(await standing()).toEqual([]);
  const [contact] = await test.asSuperuser<{ id: string }>('select id from contact where workspace_id = $1', [
    workspaceId,
  ]);
  await test.store.inWorkspace(workspaceId, (t) => erasePerson(t, contact!.id, monday));
  await resubscribe(answering, await open(), monday);
  expect(await standing()).toHaveLength(1);
  const left = await test.asSuperuser<{ text: string }>(
    'select c::text as text from contact c where workspace_id = $1 union all select k::text from kept_message k where workspace_id = $1',
    [workspaceId],
  );
  expect(left.map(({ text }) => text).join()).not.toMatch(/anna@/);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiveSms, takeReceipt } from '../../src/fieldwork/index.ts';
import { sendReplies } from '../../src/fieldwork/send-replies.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { answeringCompany, bySms, mailThenSms, phoneOf, reachable, smsReceivingAt } from './incoming-fixture.ts';
import { day, hour, invitationsOf, keptOf, messagesOf, monday, sendAt, sendingAt, tell } from './programme-fixture.ts';

let test: TestStore;
beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

const soon = new Date(monday.getTime() + hour);
const later = new Date(soon.getTime() + hour);
let number = 0;
interface Replying {
  readonly id?: string;
  readonly at?: Date;
  readonly only?: string;
}
function reply(person: string, text: string, { id, at = later, only }: Replying = {}) {
  number += 1;
  const sms = { providerId: id ?? `SM${number}`, from: phoneOf(person), text };
  return receiveSms(smsReceivingAt(test, at), sms, only === undefined ? {} : { only });
}
const responsesOf = (workspaceId: string) =>
  test.asSuperuser<{ invitation: string; source: string; channel: string; score: number; words: string | null }>(
    `select r.invitation_id as invitation, r.source, r.channel, a.point + q.scale_minimum - 1 as score,
       (select w.words from answer w where w.workspace_id = r.workspace_id and w.response_id = r.id and w.words is not null) as words
     from response r join answer a on a.workspace_id = r.workspace_id and a.response_id = r.id and a.point is not null
     join question q on q.workspace_id = a.workspace_id and q.id = a.question_id
     where r.workspace_id = $1 order by r.recorded_at, r.id`,
    [workspaceId],
  );
const signalsOf = (workspaceId: string) =>
  test.asSuperuser<{ kind: string; detail: { words?: string } }>(
    'select kind, detail from contact_signal where workspace_id = $1 order by heard_at, id',
    [workspaceId],
  );

/** People in a company of their own, each with an SMS that was sent. Persons are named once in this file. */
async function asked(...people: string[]) {
  const company = await answeringCompany(test, bySms);
  await tell(
    test,
    company.workspaceId,
    people.map((person) => reachable(`D ${person}`, person)),
  );
  expect(await sendAt(test, company.workspaceId, soon)).toMatchObject({ sent: people.length });
  return company;
}

describe('an SMS that asks', () => {
  it('holds the question with both ends of its scale, the link and the stop word, and its segments are kept', async () => {
    const { workspaceId } = await asked('aa');
    const [sms] = await keptOf(test, workspaceId);
    expect(sms!.content).toMatch(/^W: .+\? Vastaa numerolla 1-5 \(1 = .+, 5 = .+\)\. Tai vastaa tästä: https:/);
    expect(sms!.content).toMatch(/\nEi enää kyselyitä: vastaa LOPETA$/);
    const [row] = await test.asSuperuser<{ segments: number }>('select segments from message where workspace_id = $1', [
      workspaceId,
    ]);
    expect(row!.segments).toBeGreaterThan(1);
  });
});

describe('a reply by SMS', () => {
  it('is the one answer of the newest open invitation, however often it is told', async () => {
    const { workspaceId } = await asked('bb');
    const [invitation] = await invitationsOf(test, workspaceId);
    const effects = await Promise.all(Array.from({ length: 10 }, () => reply('bb', '4', { id: 'one' })));
    expect(effects.filter((effect) => effect === 'answered').length).toBeGreaterThan(0);
    expect(await reply('bb', '4', { id: 'one' })).toBe('known');
    expect(await responsesOf(workspaceId)).toEqual([
      { invitation: invitation!.id, source: 'sms', channel: 'sms', score: 4, words: null },
    ]);
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'completed' }]);
    expect((await messagesOf(test, workspaceId)).map(({ state }) => state)).toEqual(['sent', 'cancelled']);
    expect(await signalsOf(workspaceId)).toEqual([]);
    expect(await reply('bb', '2')).toBe('comment');
    expect(await responsesOf(workspaceId)).toHaveLength(1);
  });

  it('answers the open question with its words, and one that comes later adds them once', async () => {
    const { workspaceId } = await asked('cc', 'dd');
    expect(await reply('cc', '2 koska paketti oli märkä')).toBe('answered');
    expect(await reply('dd', '5')).toBe('answered');
    expect(await reply('dd', 'Kuski oli ystävällinen')).toBe('comment');
    expect(await reply('dd', 'Ja nopea')).toBe('comment');
    expect((await responsesOf(workspaceId)).map(({ score, words }) => [score, words])).toEqual([
      [2, expect.stringContaining('paketti oli märkä')],
      [5, 'Kuski oli ystävällinen'],
    ]);
    expect((await signalsOf(workspaceId)).map(({ detail }) => detail.words)).toEqual(['Ja nopea']);
  });

  it('that may be two scores is asked back once, and then is a comment; a number is an answer still', async () => {
    const { workspaceId } = await asked('ee');
    expect(await reply('ee', '3 tai 4')).toBe('asked-back');
    expect(await sendReplies(sendingAt(test, later), workspaceId)).toBe(1);
    expect(await sendReplies(sendingAt(test, later), workspaceId)).toBe(0);
    expect((await keptOf(test, workspaceId)).at(-1)).toMatchObject({
      content: expect.stringContaining('yhden numeron 1-5'),
    });
    expect(await reply('ee', '9')).toBe('comment');
    expect(await sendReplies(sendingAt(test, later), workspaceId)).toBe(0);
    expect(await responsesOf(workspaceId)).toEqual([]);
    expect(await reply('ee', 'neljä')).toBe('answered');
    expect(await responsesOf(workspaceId)).toMatchObject([{ score: 4 }]);
  });

  it.each([
    ['STOP', 'ff'],
    ['lopeta', 'fg'],
    ['STOPP', 'fh'],
    ['Abmelden', 'fi'],
    ['توقف', 'fj'],
    ['4 STOP', 'fk'],
  ])('%s is no answer and ends everything for the person, by every channel', async (word, person) => {
    const { workspaceId } = await asked(person);
    expect(await reply(person, word)).toBe('stopped');
    expect(await reply(person, word)).toBe('stopped');
    expect(await responsesOf(workspaceId)).toEqual([]);
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'opted-out' }]);
    expect((await signalsOf(workspaceId)).map(({ kind }) => kind)).toEqual(['unsubscribed']);
    await tell(test, workspaceId, [reachable('again', person)], later);
    expect((await invitationsOf(test, workspaceId)).find(({ encounter }) => encounter === 'again')).toMatchObject({
      state: 'refused',
      reason: 'opted-out',
    });
    const listed = await test.asSuperuser<{ channel: string }>(
      'select channel from suppression where workspace_id = $1 and lifted_at is null order by channel',
      [workspaceId],
    );
    expect(listed.map(({ channel }) => channel)).toEqual(['email', 'sms']);
  });

  it('START takes back a stop word, and nothing that was said by another way', async () => {
    const { workspaceId } = await asked('gg');
    await reply('gg', 'STOP');
    expect(await reply('gg', 'START')).toBe('started');
    const standing = () =>
      test.asSuperuser('select 1 from suppression where workspace_id = $1 and lifted_at is null', [workspaceId]);
    expect(await standing()).toEqual([]);
    await reply('gg', 'STOP');
    await test.asSuperuser("update suppression set reason = 'objected' where workspace_id = $1 and channel = 'email'", [
      workspaceId,
    ]);
    await reply('gg', 'START');
    expect(await standing()).toHaveLength(1);
    expect(
      await test.asSuperuser('select 1 from contact where workspace_id = $1 and opted_out_at is not null', [
        workspaceId,
      ]),
    ).toHaveLength(1);
  });

  it('HELP is answered with who asks, and somebody who was never written to with nothing', async () => {
    const { workspaceId } = await asked('hh');
    expect(await reply('hh', 'HELP')).toBe('help');
    expect(await sendReplies(sendingAt(test, later), workspaceId)).toBe(1);
    expect((await keptOf(test, workspaceId)).at(-1)!.content).toContain('LOPETA');
    expect(await reply('nobody', '5')).toBe('nobody');
    expect(await receiveSms(smsReceivingAt(test, later), { providerId: 'x', from: 'Bank', text: '5' })).toBe('nobody');
  });

  it('of a number that nobody wrote to is heard when it says stop', async () => {
    const { workspaceId } = await asked('ii');
    await receiveSms(smsReceivingAt(test, later), { providerId: 'stop of zz', from: phoneOf('zz'), text: 'stop' });
    await tell(test, workspaceId, [reachable('D zz', 'zz')], later);
    const zz = (await invitationsOf(test, workspaceId)).find(({ person }) => person === 'zz');
    expect(zz).toMatchObject({ state: 'refused', reason: 'suppressed' });
  });

  it('to the development outbox is one to its own workspace only', async () => {
    const [own, other] = [await asked('ja'), await asked('jb')];
    expect(await reply('ja', '5', { only: other.workspaceId })).toBe('nobody');
    expect(await reply('ja', '5', { only: own.workspaceId })).toBe('answered');
    expect(await responsesOf(own.workspaceId)).toHaveLength(1);
  });

  it('goes to the workspace that asked last', async () => {
    const first = await asked('jj');
    const second = await answeringCompany(test, bySms);
    await tell(test, second.workspaceId, [reachable('D', 'jj')]);
    await sendAt(test, second.workspaceId, new Date(soon.getTime() + 1_000));
    expect(await reply('jj', '5', { id: 'to the second' })).toBe('answered');
    // The second one is answered by now: told again it is not the answer of the first.
    expect(await reply('jj', '5', { id: 'to the second' })).toBe('known');
    expect(await responsesOf(first.workspaceId)).toEqual([]);
    expect(await responsesOf(second.workspaceId)).toHaveLength(1);
    expect(await reply('jj', '3')).toBe('answered');
    expect(await responsesOf(first.workspaceId)).toMatchObject([{ score: 3 }]);
  });

  it('after the invitation ended is a comment, and a month later belongs to nothing', async () => {
    const { workspaceId } = await asked('kk');
    const ended = new Date(soon.getTime() + 20 * day);
    expect(await reply('kk', '5', { at: ended })).toBe('comment');
    expect(await reply('kk', '5', { at: new Date(soon.getTime() + 40 * day) })).toBe('nobody');
    expect(await responsesOf(workspaceId)).toEqual([]);
  });
});

describe('a receipt of the gateway', () => {
  const providerOf = async (workspaceId: string) =>
    (
      await test.asSuperuser<{ id: string }>(
        "select provider_id as id from message where workspace_id = $1 and channel = 'sms'",
        [workspaceId],
      )
    )[0]!.id;

  it('says that an SMS arrived, or gives up a number, once', async () => {
    const { workspaceId } = await asked('ll');
    const providerId = await providerOf(workspaceId);
    const report = (kind: 'delivered' | 'hard' | 'delayed') =>
      takeReceipt(test.store, { providerId, kind, code: '30005' }, { now: later });
    expect(await report('delayed')).toBe('taken');
    expect(await report('delivered')).toBe('taken');
    const [row] = await test.asSuperuser<{ at: Date }>(
      'select delivered_at as at from message where workspace_id = $1 and number = 0',
      [workspaceId],
    );
    expect(row!.at).toEqual(later);
    await report('hard');
    await report('hard');
    expect((await signalsOf(workspaceId)).map(({ kind }) => kind)).toEqual(['bounced']);
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'bounced' }]);
    expect(await takeReceipt(test.store, { providerId: 'of somebody else', kind: 'hard' }, { now: later })).toBe(
      'unknown',
    );
  });

  it('leaves mail alone: a programme that begins by mail goes on by SMS', async () => {
    const { workspaceId } = await answeringCompany(test, mailThenSms);
    await tell(test, workspaceId, [reachable('D', 'mm')]);
    await sendAt(test, workspaceId, soon);
    expect(await reply('mm', '5')).toBe('nobody');
  });
});

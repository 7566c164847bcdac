import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageIdOf } from '../../src/channels/index.ts';
import { readMailFolder, receiveMail, senderStanding } from '../../src/fieldwork/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { answeringCompany, bounceOf, mailReceivingAt, mailThenSms, phoneOf, reachable } from './incoming-fixture.ts';
import {
  day,
  delivery,
  hour,
  invitationsOf,
  keptOf,
  messagesOf,
  monday,
  secret,
  sendAt,
  tell,
} from './programme-fixture.ts';

let test: TestStore;
beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

const soon = new Date(monday.getTime() + hour);
const since = (milliseconds: number) => new Date(soon.getTime() + milliseconds);

async function mailed(rules: object = {}, events = [delivery('D', 'anna')]) {
  const { workspaceId } = await answeringCompany(test, rules);
  await tell(test, workspaceId, events);
  await sendAt(test, workspaceId, soon);
  const [{ id: invitationId }] = (await invitationsOf(test, workspaceId)) as unknown as [{ id: string }];
  const about = { workspaceId, invitationId };
  return { ...about, take: (raw: Buffer, at = since(60_000)) => receiveMail(mailReceivingAt(test, at), raw), about };
}

const signalsOf = (workspaceId: string) =>
  test.asSuperuser<{ kind: string; detail: Record<string, string> }>(
    'select kind, detail from contact_signal where workspace_id = $1 order by heard_at, id',
    [workspaceId],
  );
const replyTo = (about: { workspaceId: string; invitationId: string }, words: string, more = '') =>
  Buffer.from(
    `From: Anna <anna@customers.example>\r\nTo: survey@candor.invalid\r\nSubject: Re: Toimituksesi\r\nMessage-ID: <${Math.random()}@x>\r\nIn-Reply-To: <${messageIdOf(about, 0, secret)}@candor.invalid>\r\n${more}\r\n${words}\r\n\r\nOn Mon, 10 Jun 2030 at 12:00, W wrote:\r\n> question\r\n`,
  );
const complaintOf = (about: { workspaceId: string; invitationId: string }) =>
  Buffer.from(
    `From: fbl@provider.example\r\nTo: abuse@candor.invalid\r\nSubject: complaint\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nA complaint.\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <${messageIdOf(about, 0, secret)}@candor.invalid>\r\nSubject: x\r\n\r\nx\r\n--b--\r\n`,
  );

describe('mail that comes back', () => {
  it('for good gives the address up, ends the invitation and is taken once', async () => {
    const { workspaceId, take, about } = await mailed();
    const raw = bounceOf(about, '5.1.1', { words: 'user unknown' });
    expect(await Promise.all([take(raw), take(raw), take(raw)])).toEqual(
      expect.arrayContaining(['gave-up-address', 'known', 'known']),
    );
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'bounced', stop: 'bounced' }]);
    expect((await messagesOf(test, workspaceId)).map(({ state }) => state)).toEqual(['bounced', 'cancelled']);
    expect((await signalsOf(workspaceId)).map(({ kind }) => kind)).toEqual(['bounced']);
    const other = { contact: { id: 'b', email: 'Anna@customers.example', language: 'fi' }, account: 'B' };
    await tell(test, workspaceId, [delivery('D2', 'b', other)], since(hour));
    expect((await invitationsOf(test, workspaceId))[1]).toMatchObject({ state: 'refused', reason: 'suppressed' });
  });

  it('with a forged seal, or a seal of another server, has no effect', async () => {
    const { workspaceId, take, about } = await mailed();
    const forged = bounceOf(about, '5.1.1', { to: `b+${'0'.repeat(50)}.${'0'.repeat(11)}@candor.invalid` });
    expect(await take(forged)).toBe('not-ours');
    const real = bounceOf(about, '5.1.1').toString();
    const wrong = real.replace(/(b\+[0-9a-z]+\.)([0-9a-z])/, (_, head, first) => `${head}${first === 'a' ? 'b' : 'a'}`);
    expect(wrong).not.toBe(real);
    expect(await take(Buffer.from(wrong))).toBe('not-ours');
    const nobody = { ...about, workspaceId: '01900000-0000-7000-8000-000000000000' };
    expect(await take(bounceOf(nobody, '5.1.1'))).toBe('not-ours');
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'sent' }]);
    expect(await signalsOf(workspaceId)).toEqual([]);
  });

  it('for now is counted, and gives the address up at the third time in 14 days', async () => {
    const { take, about, workspaceId } = await mailed();
    expect(await take(bounceOf(about, '5.2.2'), since(hour))).toBe('soft-bounce');
    expect(await take(bounceOf(about, '4.4.1'), since(day))).toBe('soft-bounce');
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'sent' }]);
    expect(await take(bounceOf(about, '5.2.2'), since(15 * day + hour))).toBe('soft-bounce');
    expect(await take(bounceOf(about, '5.2.2'), since(15 * day + 2 * hour))).toBe('soft-bounce');
    expect(await take(bounceOf(about, '5.2.2'), since(15 * day + 3 * hour))).toBe('gave-up-address');
  });

  it('for policy is the fault of the sender and is seen there', async () => {
    const { take, about, workspaceId } = await mailed();
    expect(await take(bounceOf(about, '5.7.1', { words: 'blocked, see spamhaus' }))).toBe('sender-fault');
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'sent' }]);
    expect(await test.asSuperuser('select 1 from suppression where workspace_id = $1', [workspaceId])).toEqual([]);
    const { bounces } = await test.store.readWorkspace(workspaceId, (t) => senderStanding(t, since(hour)));
    expect(bounces).toMatchObject([{ channel: 'email', kind: 'policy', status: '5.7.1', count: 1 }]);
  });

  it('settles what was uncertain', async () => {
    const { take, about, workspaceId } = await mailed();
    await test.asSuperuser("update message set state = 'uncertain' where workspace_id = $1 and number = 0", [
      workspaceId,
    ]);
    expect(await take(bounceOf(about, '2.0.0'))).toBe('delivered');
    expect((await messagesOf(test, workspaceId))[0]).toMatchObject({ state: 'sent' });
  });
});

describe('after a bounce', () => {
  const withPhone = [reachable('D', 'anna')];

  it('the next channel that may be used is planned once, and goes out within the hours', async () => {
    const { workspaceId, take, about } = await mailed(mailThenSms, withPhone);
    // 22:30 in Helsinki: quiet until nine.
    const night = new Date('2030-06-10T19:30:00Z');
    await Promise.all([take(bounceOf(about, '5.1.1'), night), take(bounceOf(about, '5.1.1'), night)]);
    const escalations = async () => (await messagesOf(test, workspaceId)).filter(({ kind }) => kind === 'escalation');
    expect(await escalations()).toMatchObject([{ state: 'planned', channel: 'sms' }]);
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'sent', stop: null }]);
    expect(await sendAt(test, workspaceId, new Date(night.getTime() + 60_000))).toMatchObject({ sent: 0 });
    const morning = new Date('2030-06-11T06:00:00Z');
    expect(await escalations()).toMatchObject([{ state: 'planned', due: morning }]);
    expect(await sendAt(test, workspaceId, morning)).toMatchObject({ sent: 1 });
    expect((await keptOf(test, workspaceId)).map(({ recipient }) => recipient)).toEqual([
      'anna@customers.example',
      phoneOf('anna'),
    ]);
    expect((await keptOf(test, workspaceId))[1]!.content).toContain('Vastaa numerolla');
    // Reminders go on by the channel that works, reckoned from the SMS.
    const reminder = (await messagesOf(test, workspaceId)).find(({ kind }) => kind === 'reminder');
    expect(reminder).toMatchObject({ state: 'planned', number: 1 });
    await sendAt(test, workspaceId, new Date(morning.getTime() + 4 * day));
    expect((await keptOf(test, workspaceId)).at(-1)).toMatchObject({ recipient: phoneOf('anna') });
    // And once only: a report that comes late changes nothing.
    await take(bounceOf(about, '5.1.1', { words: 'late' }), new Date(morning.getTime() + hour));
    expect(await escalations()).toHaveLength(1);
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'sent' }]);
  });

  it('nobody without a basis or an address for it is asked by the next channel', async () => {
    const noPhone = await mailed(mailThenSms);
    await noPhone.take(bounceOf(noPhone.about, '5.1.1'));
    expect(await invitationsOf(test, noPhone.workspaceId)).toMatchObject([{ state: 'bounced' }]);
    const contractOnly = { channels: [{ channel: 'email' }, { channel: 'sms', bases: ['contract'] }] };
    const noBasis = await mailed(contractOnly, withPhone);
    await noBasis.take(bounceOf(noBasis.about, '5.1.1'));
    expect(await invitationsOf(test, noBasis.workspaceId)).toMatchObject([{ state: 'bounced' }]);
    expect((await messagesOf(test, noBasis.workspaceId)).some(({ kind }) => kind === 'escalation')).toBe(false);
  });

  it('whoever objects before it goes is not asked by it', async () => {
    const { workspaceId, take, about } = await mailed(mailThenSms, withPhone);
    await take(bounceOf(about, '5.1.1'));
    await take(replyTo(about, 'unsubscribe'));
    expect(await sendAt(test, workspaceId, since(hour))).toMatchObject({ claimed: 0 });
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'opted-out' }]);
  });
});

describe('mail that comes in', () => {
  it('of a person is a comment of his invitation and never an answer', async () => {
    const { workspaceId, take, about } = await mailed();
    expect(await take(replyTo(about, '10 kiitos, kaikki hyvin\u0000'))).toBe('comment');
    expect(await signalsOf(workspaceId)).toEqual([
      { kind: 'replied', detail: { channel: 'email', words: '10 kiitos, kaikki hyvin' } },
    ]);
    expect(await test.asSuperuser('select 1 from response where workspace_id = $1', [workspaceId])).toEqual([]);
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'sent' }]);
  });

  it('that says stop is an objection', async () => {
    const { workspaceId, take, about } = await mailed();
    expect(await take(replyTo(about, 'En halua tätä. Bussi pysähtyi, stop oli pitkä ja kuljettaja kohtelias.'))).toBe(
      'comment',
    );
    expect(await take(replyTo(about, 'Lopeta'))).toBe('unsubscribed');
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'opted-out' }]);
  });

  it('of a program is ignored', async () => {
    const { workspaceId, take, about } = await mailed();
    expect(await take(replyTo(about, 'Olen lomalla.', 'Auto-Submitted: auto-replied\r\n'))).toBe('ignored');
    expect(await signalsOf(workspaceId)).toEqual([]);
  });

  it('that complains ends everything and stops the sender from three in a thousand on', async () => {
    const { workspaceId, take, about } = await mailed(
      {},
      ['a', 'b', 'c', 'd'].map((one) => delivery(one, one)),
    );
    const standing = () => test.store.readWorkspace(workspaceId, (t) => senderStanding(t, since(hour)));
    expect((await standing()).mail).toMatchObject({ kind: 'open' });
    const invitations = await invitationsOf(test, workspaceId);
    expect(await take(complaintOf(about))).toBe('complaint');
    expect((await standing()).mail).toMatchObject({ kind: 'open', warning: 'complaints' });
    for (const { id } of invitations.slice(1, 3)) await take(complaintOf({ workspaceId, invitationId: id }));
    expect((await standing()).mail).toMatchObject({ kind: 'paused' });
    expect((await invitationsOf(test, workspaceId)).map(({ state }) => state)).toEqual([
      'opted-out',
      'opted-out',
      'opted-out',
      'sent',
    ]);
  });
});

describe('a folder of mail', () => {
  it('is read oldest first, and each mail is moved after it was taken', async () => {
    const { about, workspaceId } = await mailed();
    const folder = mkdtempSync(join(tmpdir(), 'maildir-'));
    mkdirSync(join(folder, 'new'));
    writeFileSync(join(folder, 'new', '1.b'), replyTo(about, 'eka'));
    writeFileSync(join(folder, 'new', '2.a'), bounceOf(about, '5.1.1'));
    writeFileSync(join(folder, 'new', '.hidden'), 'x');
    const again = replyTo(about, 'toka');
    writeFileSync(join(folder, 'new', '3.c'), again);
    // As if a process had been killed between its commit and the move.
    await receiveMail(mailReceivingAt(test, since(60_000)), again);
    const reading = await readMailFolder(mailReceivingAt(test, since(120_000)), folder, 2);
    expect(reading).toEqual({ taken: { comment: 1, 'gave-up-address': 1 }, isFull: true });
    expect(await readMailFolder(mailReceivingAt(test, since(120_000)), folder)).toEqual({
      taken: { known: 1 },
      isFull: false,
    });
    expect(readdirSync(join(folder, 'new'))).toEqual(['.hidden']);
    expect(readdirSync(join(folder, 'cur')).sort()).toEqual(['1.b:2,S', '2.a:2,S', '3.c:2,S']);
    expect((await signalsOf(workspaceId)).filter(({ kind }) => kind === 'replied')).toHaveLength(2);
    rmSync(folder, { recursive: true });
    await expect(readMailFolder(mailReceivingAt(test, soon), folder)).rejects.toMatchObject({ code: 'CND_SETTING' });
  });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressHash } from '../../src/channels/index.ts';
import {
  askingWorkspace,
  changeProgramme,
  expireInvitations,
  keepingSender,
  type MessageSender,
  planEncounters,
  sendDueMessages,
  suppress,
  surveyReader,
  takeEvents,
} from '../../src/fieldwork/index.ts';
import { stopInvitations } from '../../src/store/index.ts';
import { type TestStore, testStore } from '../store/test-store.ts';
import { send } from './event-fixture.ts';
import {
  askingCompany,
  day,
  delivery,
  hour,
  invitationsOf,
  keptOf,
  links,
  messagesOf,
  monday,
  sendAt,
  sendingAt,
  startedProgramme,
  tell,
} from './programme-fixture.ts';

let test: TestStore;
beforeAll(async () => {
  test = await testStore();
});
afterAll(() => test.close());

const later = (milliseconds: number) => new Date(monday.getTime() + milliseconds);
const soon = later(hour);

describe('an encounter that ended', () => {
  it('becomes an invitation with message and links, and a mail in the development outbox when it is due', async () => {
    const { workspaceId } = await askingCompany(test);
    await tell(test, workspaceId, [delivery('D1', 'anna')]);
    const [invitation] = await invitationsOf(test, workspaceId);
    // An hour after the delivery.
    expect(invitation).toMatchObject({ person: 'anna', state: 'planned', planned: later(hour / 2) });
    const held = await test.asSuperuser<{ purpose: string; hash: Buffer }>(
      'select purpose, token_hash as hash from invitation_link where workspace_id = $1 order by purpose',
      [workspaceId],
    );
    const own = links.linksOf(invitation!.id);
    expect(held).toEqual([
      { purpose: 'answer', hash: own.answer.hash },
      { purpose: 'stop', hash: own.stop.hash },
    ]);
    expect(createHash('sha256').update(own.answer.token).digest()).toEqual(own.answer.hash);
    expect(await sendAt(test, workspaceId, monday)).toMatchObject({ claimed: 0 });
    expect(await sendAt(test, workspaceId, soon)).toMatchObject({ claimed: 1, sent: 1 });
    expect(await sendAt(test, workspaceId, soon)).toMatchObject({ claimed: 0 });
    const [mail] = await keptOf(test, workspaceId);
    const [{ code }] = (await test.asSuperuser<{ code: string }>(
      'select code from workspace_directory where workspace_id = $1',
      [workspaceId],
    )) as [{ code: string }];
    expect(mail).toMatchObject({ recipient: 'anna@customers.example', subject: 'Toimituksesi: muutama kysymys, W' });
    expect(mail!.content).toContain(`https://candor.example.com/a/${code}${own.answer.token}`);
    expect(mail!.content).toContain('Hei Person anna,');
    const raw = mail!.raw.toString();
    expect(raw).toContain(`List-Unsubscribe:\r\n <https://candor.example.com/u/${code}`);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'sent' }]);
  });

  it('changes nothing when it is told again', async () => {
    const { workspaceId } = await askingCompany(test);
    await tell(test, workspaceId, [delivery('D1', 'anna')]);
    const before = [await invitationsOf(test, workspaceId), await messagesOf(test, workspaceId)];
    // The same event, and another one that tells the same and a new fact.
    await tell(test, workspaceId, [
      delivery('D1', 'anna'),
      { ...delivery('D1', 'anna', { attributes: { late: true } }), id: 'D1 again' },
    ]);
    expect([await invitationsOf(test, workspaceId), await messagesOf(test, workspaceId)]).toEqual(before);
  });

  it('is kept with its reason where nobody is asked', async () => {
    const { workspaceId } = await askingCompany(test, { segments: ['gold'] });
    await tell(test, workspaceId, [
      delivery('D1', 'anna'),
      delivery('D2', 'ben', { contact: undefined, account: undefined }),
      delivery('D3', 'cleo', {}, '2030-05-20T08:30:00Z'),
      delivery('D4', 'dan', { contact: { id: 'dan' } }),
      delivery('D5', 'eve', { happened: 'opened' }),
      delivery('D6', 'fay', { touchpoint: 'customer-support' }),
    ]);
    expect(
      (await invitationsOf(test, workspaceId)).map(({ encounter, state, reason }) => [encounter, state, reason]),
    ).toEqual([
      ['D1', 'refused', 'segment-not-asked'],
      ['D2', 'refused', 'no-contact'],
      ['D3', 'refused', 'encounter-too-old'],
      ['D4', 'refused', 'no-address'],
    ]);
    expect(await messagesOf(test, workspaceId)).toEqual([]);
  });

  it('asks the contacts of its account in the roles of the programme where it names none', async () => {
    const { workspaceId } = await askingCompany(test, { roles: ['payer'] });
    const contact = (id: string, roles: string[]) => ({ id, email: `${id}@customers.example`, roles });
    const known = { account: 'A1', touchpoint: 'customer-support' };
    await tell(test, workspaceId, [
      delivery('K1', 'x', { ...known, contact: contact('pia', ['payer']) }),
      delivery('K2', 'x', { ...known, contact: contact('paul', ['payer']) }),
      delivery('K3', 'x', { ...known, contact: contact('una', ['end-user']) }),
    ]);
    await tell(test, workspaceId, [delivery('D1', 'x', { account: 'A1', contact: undefined })]);
    expect((await invitationsOf(test, workspaceId)).map(({ person, state }) => [person, state])).toEqual([
      ['paul', 'planned'],
      ['pia', 'planned'],
    ]);
  });

  it('is not asked about when it was taken back or runs again, and is asked about when it ends after all', async () => {
    const { workspaceId } = await askingCompany(test);
    const happened = (id: string, what: string, at: string) => ({
      ...delivery('D1', 'anna', { happened: what }, at),
      id,
    });
    await tell(test, workspaceId, [happened('1', 'closed', '2030-06-10T08:00:00Z')]);
    await tell(test, workspaceId, [happened('2', 'reopened', '2030-06-10T08:10:00Z')]);
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'cancelled', stop: 'encounter-reopened' }]);
    expect(await messagesOf(test, workspaceId)).toMatchObject([{ state: 'cancelled' }]);
    await tell(test, workspaceId, [happened('3', 'closed', '2030-06-10T08:20:00Z')]);
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'planned', stop: null }]);
    expect(await messagesOf(test, workspaceId)).toMatchObject([{ state: 'planned' }]);
    await sendAt(test, workspaceId, soon);
    await tell(test, workspaceId, [happened('4', 'withdrawn', '2030-06-10T08:40:00Z')], soon);
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'sent', stop: 'encounter-withdrawn' }]);
    expect((await messagesOf(test, workspaceId)).map(({ state }) => state)).toEqual(['sent', 'cancelled']);
  });
});

describe('one person', () => {
  it('is asked once of fifty encounters, over two programmes, whoever plans first', async () => {
    const { workspaceId } = await askingCompany(test);
    await test.store.inWorkspace(workspaceId, (transaction) => startedProgramme(transaction, 'second'));
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        tell(test, workspaceId, [delivery(`D${String(i).padStart(2, '0')}`, 'anna')]),
      ),
    );
    const rows = await invitationsOf(test, workspaceId);
    expect(rows).toHaveLength(100);
    expect(rows.filter(({ state }) => state === 'planned')).toHaveLength(1);
    expect(new Set(rows.map(({ reason }) => reason))).toEqual(new Set([null, 'asked-lately']));
    expect(await messagesOf(test, workspaceId)).toHaveLength(1);
  });

  it('is asked once when planners of different transactions meet at him', async () => {
    const { workspaceId } = await askingCompany(test);
    const events = Array.from({ length: 50 }, (_, i) => delivery(`D${i}`, 'anna'));
    await send(test, workspaceId, events);
    // Read without a planner, so that only the locks of the planner stand between the fifty.
    const { changes } = await takeEvents(test.store, workspaceId, monday);
    expect(changes).toHaveLength(50);
    const reader = surveyReader();
    // Whoever makes the key of the workspace would hold up the others.
    await test.store.inWorkspace(workspaceId, askingWorkspace);
    await Promise.all(
      changes.map((change) =>
        test.store.inWorkspace(workspaceId, (transaction) =>
          planEncounters(transaction, [change], { links, reader, now: monday }),
        ),
      ),
    );
    const rows = await invitationsOf(test, workspaceId);
    expect(rows).toHaveLength(50);
    expect(rows.filter(({ state }) => state === 'planned')).toHaveLength(1);
  });

  it('of many, never more than the quota are asked, and a cancelled one gives its place back', async () => {
    const { workspaceId } = await askingCompany(test, { quotas: [{ period: 'month', most: 3 }] });
    const events = Array.from({ length: 8 }, (_, i) => delivery(`D${i}`, `p${i}`));
    await Promise.all(events.map((event) => tell(test, workspaceId, [event])));
    const planned = (await invitationsOf(test, workspaceId)).filter(({ state }) => state === 'planned');
    expect(planned).toHaveLength(3);
    await test.store.inWorkspace(workspaceId, (transaction) =>
      stopInvitations(transaction, [planned[0]!.id], { reason: 'opted-out', now: monday }),
    );
    await tell(test, workspaceId, [delivery('E1', 'new'), delivery('E2', 'newer')]);
    expect((await invitationsOf(test, workspaceId)).slice(-2).map(({ reason }) => reason)).toEqual([
      null,
      'quota-full',
    ]);
  });
});

describe('the hand-over', () => {
  it('looks at hours, wishes and suppression again', async () => {
    const { workspaceId } = await askingCompany(test);
    await tell(
      test,
      workspaceId,
      ['anna', 'ben', 'cleo', 'dan'].map((one) => delivery(one, one)),
    );
    await test.store.inWorkspace(workspaceId, async (transaction) => {
      const { addressKey: key } = await askingWorkspace(transaction);
      // Another spelling of the same inbox.
      const address = 'Anna+shop@Customers.example';
      await suppress(transaction, { key, channel: 'email', address, reason: 'objected', now: monday });
      expect(addressHash(key, 'email', address)).toEqual(addressHash(key, 'email', 'anna@customers.example'));
      await transaction.query(
        "update contact set opted_out_at = now() where workspace_id = $1 and external_id = 'ben'",
        [workspaceId],
      );
      await transaction.query(
        "update contact set time_zone = 'Asia/Tokyo' where workspace_id = $1 and external_id = 'cleo'",
        [workspaceId],
      );
    });
    // 13:00 in Helsinki is 19:00 in Tokyo; at 14:30 it is 20:30 there, which is quiet until 09:00.
    const quiet = later(2.5 * hour);
    expect(await sendAt(test, workspaceId, quiet)).toMatchObject({ claimed: 4, sent: 1 });
    expect((await invitationsOf(test, workspaceId)).map(({ state, reason }) => [state, reason])).toEqual([
      ['refused', 'suppressed'],
      ['refused', 'opted-out'],
      ['planned', null],
      ['sent', null],
    ]);
    const waiting = (await messagesOf(test, workspaceId)).find(
      ({ kind, state }) => kind === 'invitation' && state === 'planned',
    );
    expect(waiting!.due).toEqual(new Date('2030-06-11T00:00:00Z'));
  });

  it('is not held up by thousands that are due in a store that nobody has counted yet', {
    timeout: 90_000,
  }, async () => {
    const fresh = await testStore();
    try {
      for (const table of ['event', 'encounter', 'invitation', 'message'])
        await fresh.asSuperuser(`alter table ${table} set (autovacuum_enabled = off)`);
      const { workspaceId } = await askingCompany(fresh);
      const people = Array.from({ length: 3_000 }, (_, i) => delivery(`D${i}`, `p${i}`));
      for (let from = 0; from < people.length; from += 1_000)
        await tell(fresh, workspaceId, people.slice(from, from + 1_000));
      expect(await sendAt(fresh, workspaceId, soon)).toMatchObject({ claimed: 100, sent: 100, isFull: true });
      expect((await messagesOf(fresh, workspaceId)).filter(({ state }) => state === 'claimed')).toEqual([]);
    } finally {
      await fresh.close();
    }
  });

  it('sends nothing when the quiet hours begin while the other side lets it wait', async () => {
    const { workspaceId } = await askingCompany(test);
    await tell(test, workspaceId, [delivery('D1', 'anna')]);
    // 19:59 in Helsinki, and two minutes later.
    const evening = new Date('2030-06-10T16:59:00Z');
    let now = evening;
    const kept = keepingSender(test.store);
    const slow: MessageSender = {
      ...kept,
      email: (content) => {
        const channel = kept.email(content);
        const send: typeof channel.send = (message, hooks) => {
          now = new Date(evening.getTime() + 2 * 60_000);
          return channel.send(message, hooks);
        };
        return { ...channel, send };
      },
    };
    expect(await sendDueMessages({ ...sendingAt(test, evening, slow), clock: () => now }, workspaceId)).toMatchObject({
      claimed: 1,
      sent: 0,
    });
    expect(await keptOf(test, workspaceId)).toEqual([]);
    const morning = new Date('2030-06-11T06:00:00Z');
    expect(await sendAt(test, workspaceId, later(10 * hour))).toMatchObject({ sent: 0 });
    expect(await sendAt(test, workspaceId, morning)).toMatchObject({ sent: 1 });
  });

  it('waits while the programme is paused, and is called off when it ends', async () => {
    const { workspaceId, programmeId } = await askingCompany(test);
    await tell(test, workspaceId, [delivery('D1', 'anna')]);
    const change = (state: 'paused' | 'running' | 'ended') =>
      test.store.inWorkspace(workspaceId, (transaction) =>
        changeProgramme(transaction, programmeId, { state, now: soon }),
      );
    await change('paused');
    expect(await sendAt(test, workspaceId, soon)).toMatchObject({ claimed: 0 });
    await change('ended');
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'cancelled', stop: 'programme-closed' }]);
    await expect(change('running')).rejects.toMatchObject({ code: 'CND_PROGRAMME_STATE' });
  });
});

describe('reminders', () => {
  it('go after three and seven days, then the invitation expires', async () => {
    const { workspaceId } = await askingCompany(test);
    await tell(test, workspaceId, [delivery('D1', 'anna')]);
    await sendAt(test, workspaceId, soon);
    for (const days of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
      await sendAt(test, workspaceId, later(hour + days * day));
    const messages = await messagesOf(test, workspaceId);
    expect(messages.map(({ kind, number, state }) => [kind, number, state])).toEqual([
      ['invitation', 0, 'sent'],
      ['reminder', 1, 'sent'],
      ['reminder', 2, 'sent'],
    ]);
    expect(messages.map(({ due }) => due)).toEqual([later(hour / 2), later(hour + 3 * day), later(hour + 7 * day)]);
    expect((await keptOf(test, workspaceId)).map(({ subject }) => subject)).toEqual([
      'Toimituksesi: muutama kysymys, W',
      'Muistutus: Toimituksesi',
      'Muistutus: Toimituksesi',
    ]);
    const expire = (now: Date) =>
      test.store.inWorkspace(workspaceId, (transaction) => expireInvitations(transaction, now));
    expect(await expire(later(14 * day))).toBe(0);
    expect(await expire(later(15 * day))).toBe(1);
    expect(await invitationsOf(test, workspaceId)).toMatchObject([{ state: 'expired' }]);
  });

  it('stop at once when the person answers, opts out, bounces or complains', async () => {
    const { workspaceId } = await askingCompany(test);
    const reasons = ['answered', 'opted-out', 'bounced', 'complained'] as const;
    await tell(
      test,
      workspaceId,
      reasons.map((one) => delivery(one, one)),
    );
    await sendAt(test, workspaceId, soon);
    expect((await messagesOf(test, workspaceId)).filter(({ state }) => state === 'planned')).toHaveLength(4);
    for (const { id, encounter } of await invitationsOf(test, workspaceId)) {
      await test.store.inWorkspace(workspaceId, (transaction) =>
        stopInvitations(transaction, [id], { reason: encounter as (typeof reasons)[number], now: later(2 * day) }),
      );
    }
    for (const days of [3, 4, 7, 8])
      expect(await sendAt(test, workspaceId, later(hour + days * day))).toMatchObject({ sent: 0 });
    expect(await keptOf(test, workspaceId)).toHaveLength(4);
    expect((await invitationsOf(test, workspaceId)).map(({ encounter, state }) => [encounter, state])).toEqual([
      ['answered', 'sent'],
      ['bounced', 'bounced'],
      ['complained', 'opted-out'],
      ['opted-out', 'opted-out'],
    ]);
  });
});

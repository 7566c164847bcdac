import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneClock } from '../calendar/index.ts';
import { type GivenProgrammeRules, parseProgrammeRules } from './index.ts';
import {
  type InvitationEvent,
  type InvitationMessage,
  type RemindedInvitation,
  reminderDue,
  reminderPlan,
  stopReasons,
} from './reminder.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** A Tuesday at noon in Helsinki. */
const sentAt = Date.parse('2026-03-10T10:00:00Z');

const invitation = (given: Partial<GivenProgrammeRules> = {}): RemindedInvitation => ({
  rules: parseProgrammeRules({ level: 'relationship', waves: {}, ...given }),
  contact: {
    id: 'ada',
    roles: ['payer'],
    channels: { email: { hasAddress: true, basis: 'consent' }, sms: { hasAddress: true, basis: 'consent' } },
  },
  channel: 'email',
  timeZone: 'Europe/Helsinki',
  expiresAt: sentAt + 14 * day,
});
const first: InvitationMessage = { number: 0, state: 'sent', at: sentAt };
const iso = (instant: number) => new Date(instant).toISOString();

describe('the plan of reminders', () => {
  it('is two, after 3 and 7 days, unless the rules say otherwise', () => {
    expect(reminderPlan(invitation(), sentAt).map(({ number, channel, at }) => [number, channel, iso(at)])).toEqual([
      [1, 'email', '2026-03-13T10:00:00.000Z'],
      [2, 'email', '2026-03-17T10:00:00.000Z'],
    ]);
    expect(reminderPlan(invitation({ reminders: { count: 0 } }), sentAt)).toEqual([]);
  });

  it('waits for the hours in which may be sent, and leaves out what would come after the end', () => {
    const late = Date.parse('2026-03-12T17:30:00Z');
    // Thursday 19:30 in Helsinki; three days later is Sunday 19:30, inside the hours.
    expect(iso(reminderPlan({ ...invitation(), expiresAt: late + 14 * day }, late)[0]!.at)).toBe(
      '2026-03-15T17:30:00.000Z',
    );
    const office = { ...invitation({ sendWindow: {} }), expiresAt: late + 14 * day };
    expect(iso(reminderPlan(office, late)[0]!.at)).toBe('2026-03-16T07:00:00.000Z');
    expect(reminderPlan({ ...invitation(), expiresAt: sentAt + 4 * day }, sentAt)).toHaveLength(1);
  });

  it('goes over to the next channel after its hours, and only with a basis for it', () => {
    const channels = [{ channel: 'email' as const }, { channel: 'sms' as const, afterHours: 100 }];
    const asked = invitation({ channels });
    expect(reminderPlan(asked, sentAt).map(({ channel }) => channel)).toEqual(['email', 'sms']);
    const without = { ...asked, contact: { ...asked.contact, channels: { email: asked.contact.channels.email! } } };
    expect(reminderPlan(without, sentAt).map(({ channel }) => channel)).toEqual(['email', 'email']);
  });
});

describe('a reminder', () => {
  it('is due at its time, not a second before', () => {
    const due = sentAt + 3 * day;
    expect(reminderDue(invitation(), [first], [], due - 1000)).toEqual({ kind: 'wait', until: due });
    expect(reminderDue(invitation(), [first], [], due)).toEqual({ kind: 'due', number: 1, channel: 'email' });
  });

  it('keeps its distance from one that went out late', () => {
    const late: InvitationMessage = { number: 1, state: 'sent', at: sentAt + 6 * day };
    expect(reminderDue(invitation(), [late, first], [], sentAt + 7 * day)).toEqual({
      kind: 'wait',
      until: sentAt + 10 * day,
    });
  });

  it.each(stopReasons.filter((reason) => reason !== 'expired' && reason !== 'no-channel'))('stops on %s', (kind) => {
    const event = { kind, at: sentAt + day } as InvitationEvent;
    const after = sentAt + 3 * day;
    expect(reminderDue(invitation(), [first], [event], after)).toEqual({
      kind: 'stopped',
      reason: kind,
      at: sentAt + day,
    });
    expect(reminderDue(invitation(), [first], [{ ...event, at: after + 1 }], after)).toMatchObject({ kind: 'due' });
  });

  it('waits a day after an unfinished answer was saved, and goes on then', () => {
    const saved = sentAt + 3 * day - hour;
    expect(reminderDue(invitation(), [first], [{ kind: 'partial', at: saved }], sentAt + 3 * day)).toEqual({
      kind: 'wait',
      until: saved + day,
    });
    expect(reminderDue(invitation(), [first], [{ kind: 'partial', at: saved }], saved + day)).toMatchObject({
      kind: 'due',
    });
  });

  it('ends with the invitation, with the last one, and where no channel is left', () => {
    expect(reminderDue(invitation(), [first], [], sentAt + 14 * day)).toMatchObject({
      kind: 'stopped',
      reason: 'expired',
    });
    const all = [first, { ...first, number: 1, at: sentAt + 3 * day }, { ...first, number: 2, at: sentAt + 7 * day }];
    expect(reminderDue(invitation(), all, [], sentAt + 9 * day)).toEqual({ kind: 'finished' });
    const closed = { ...invitation(), contact: { id: 'ada', roles: [], channels: {} } };
    expect(reminderDue(closed, [first], [], sentAt + 3 * day)).toMatchObject({ kind: 'stopped', reason: 'no-channel' });
  });

  it('waits for a message in hand, tries again after one that surely failed, and never after an uncertain one', () => {
    const due = sentAt + 3 * day;
    const second = (state: InvitationMessage['state']) => ({ number: 1, state, at: due });
    expect(reminderDue(invitation(), [first, second('claimed')], [], due + hour)).toEqual({ kind: 'wait' });
    expect(reminderDue(invitation(), [first, second('failed')], [], due + hour)).toMatchObject({
      kind: 'due',
      number: 1,
    });
    expect(reminderDue(invitation(), [first, second('uncertain')], [], due + hour)).toEqual({
      kind: 'wait',
      until: sentAt + 7 * day,
    });
    expect(reminderDue(invitation(), [{ ...first, state: 'planned' }], [], due)).toEqual({ kind: 'wait' });
  });
});

const kinds = [...stopReasons.filter((reason) => reason !== 'expired' && reason !== 'no-channel'), 'partial'] as const;
const events = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.integer({ min: -1, max: 20 * 24 }).map((h) => sentAt + h * hour),
  }),
  { maxLength: 3 },
) as fc.Arbitrary<InvitationEvent[]>;
const given = fc.constantFrom<Partial<GivenProgrammeRules>[]>(
  {},
  { reminders: { count: 3, afterDays: [1, 2, 13] } },
  { reminders: { count: 1 } },
  { sendWindow: { days: ['wednesday'] } },
  { quietHours: { restDays: ['friday', 'sunday'] } },
);

describe('10,000 random histories', () => {
  it('no message after a stop event (I4), none in quiet hours (I5), never too many, never too early', () => {
    let sentMessages = 0;
    const clock = zoneClock('Europe/Helsinki');
    fc.assert(
      fc.property(
        given,
        events,
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 30, maxLength: 60 }),
        (rules, happened, steps) => {
          const asked = invitation(rules);
          const { count, afterDays } = asked.rules.reminders;
          const messages: InvitationMessage[] = [first];
          let now = sentAt;
          // A worker that wakes up at odd times, and sleeps until the time it is told.
          for (const step of steps) {
            const decision = reminderDue(asked, [...messages].reverse(), [...happened].reverse(), now);
            expect(decision).toEqual(reminderDue(asked, messages, happened, now));
            if (decision.kind === 'due') messages.push({ number: decision.number, state: 'sent', at: now });
            if (decision.kind === 'stopped' || decision.kind === 'finished') break;
            now =
              decision.kind === 'wait' && decision.until !== undefined && step > 10
                ? decision.until
                : now + step * hour;
          }
          const stops = happened.filter(({ kind }) => kind !== 'partial').map(({ at }) => at);
          const reminders = messages.slice(1);
          sentMessages += reminders.length;
          expect(reminders.length).toBeLessThanOrEqual(count);
          reminders.forEach(({ number, at }, i) => {
            expect(number).toBe(i + 1);
            for (const stop of stops) expect(at < stop).toBe(true);
            for (const { kind, at: saved } of happened) {
              if (kind === 'partial') expect(at >= saved && at < saved + day).toBe(false);
            }
            expect(at).toBeGreaterThanOrEqual(sentAt + afterDays[i]! * day);
            expect(at).toBeLessThan(asked.expiresAt);
            const minutes = (clock.local(at) % day) / 60_000;
            expect(minutes >= 9 * 60 && minutes < 20 * 60).toBe(true);
          });
        },
      ),
      { seed: 5, numRuns: 10_000 },
    );
    expect(sentMessages).toBeGreaterThan(3000);
  });
});

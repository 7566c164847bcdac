import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askedLately,
  askedLatelyForMetric,
  earlierAnswer,
  loadSpent,
  openInvitation,
  personsAskedInQuarter,
} from './contact-rule.ts';
import { invitationStates, type PastInvitation } from './facts.ts';

const day = 86_400_000;
const at = Date.parse('2026-05-20T12:00:00Z');
const past = (own: Partial<PastInvitation>): PastInvitation => ({
  id: 'i1',
  programmeId: 'calls',
  level: 'encounter',
  contactId: 'ada',
  accountId: 'acme',
  aboutId: 'e1',
  metrics: ['nps'],
  state: 'expired',
  askedAt: at - 5 * day,
  expiresAt: at + 9 * day,
  seconds: 60,
  questions: 3,
  ...own,
});

describe('asked lately', () => {
  it('is a rolling window, open at its end', () => {
    const who = { contactId: 'ada', at, days: 14 };
    expect(askedLately([past({ askedAt: at - 14 * day })], who)).toBeUndefined();
    expect(askedLately([past({ askedAt: at - 14 * day + 1 })], who)).toEqual({ invitation: 'i1', until: at + 1 });
    expect(askedLately([past({ contactId: 'ben' })], who)).toBeUndefined();
  });

  it('looks forward too: a planned invitation is one', () => {
    expect(
      askedLately([past({ state: 'planned', askedAt: at + 3 * day })], { contactId: 'ada', at, days: 14 }),
    ).toEqual({
      invitation: 'i1',
      until: at + 17 * day,
    });
  });

  it.each(invitationStates)('counts %s as what it is', (state) => {
    const asked = !['refused', 'cancelled', 'bounced'].includes(state);
    expect(askedLately([past({ state })], { contactId: 'ada', at, days: 14 }) !== undefined).toBe(asked);
  });

  it('keeps metrics and levels apart', () => {
    const who = { contactId: 'ada', at, days: 90, metrics: ['nps'] };
    expect(askedLatelyForMetric([past({})], { ...who, level: 'encounter' })).toBeDefined();
    expect(askedLatelyForMetric([past({})], { ...who, level: 'relationship' })).toBeUndefined();
    expect(askedLatelyForMetric([past({ metrics: ['ces-7'] })], { ...who, level: 'encounter' })).toBeUndefined();
  });
});

describe('the load on an account', () => {
  it('counts different persons of the quarter, the one to be asked not among them', () => {
    const who = { accountId: 'acme', contactId: 'ada', at, timeZone: 'Europe/Helsinki' };
    const history = [
      past({ id: '1', contactId: 'ben' }),
      past({ id: '2', contactId: 'ben' }),
      past({ id: '3', contactId: 'cid', askedAt: Date.parse('2026-03-31T21:30:00Z') }),
      past({ id: '4', contactId: 'dan', askedAt: Date.parse('2026-03-31T20:30:00Z') }),
      past({ id: '5', contactId: 'eve', state: 'refused' }),
      past({ id: '6' }),
    ];
    // The quarter begins at midnight in Helsinki, 21:00 UTC: cid is inside, dan is not.
    expect(personsAskedInQuarter(history, who)).toBe(2);
  });

  it('adds up what was answered and what still may be', () => {
    const history = [
      past({ id: '1', state: 'completed' }),
      past({ id: '2', state: 'sent' }),
      past({ id: '3', state: 'sent', expiresAt: at - 1 }),
      past({ id: '4', state: 'expired' }),
      past({ id: '5', state: 'completed', askedAt: at - 366 * day }),
      past({ id: '6', state: 'completed', contactId: 'ben' }),
    ];
    expect(loadSpent(history, { contactId: 'ada' }, { at, unit: 'seconds' })).toBe(120);
    expect(loadSpent(history, { accountId: 'acme' }, { at, unit: 'questions' })).toBe(9);
  });
});

describe('an invitation that stands', () => {
  const who = { contactId: 'ada', programmeId: 'calls', aboutId: 'e1', at };

  it('is an open one of the programme, or any about the same encounter', () => {
    expect(openInvitation([past({ aboutId: 'e2', state: 'opened' })], who)).toEqual({
      invitation: 'i1',
      until: at + 9 * day,
    });
    expect(openInvitation([past({ aboutId: 'e2', state: 'expired' })], who)).toBeUndefined();
    expect(openInvitation([past({ state: 'expired' })], who)).toBeDefined();
    expect(openInvitation([past({ state: 'cancelled' })], who)).toBeUndefined();
    expect(openInvitation([past({ state: 'completed' })], who)).toBeUndefined();
    expect(earlierAnswer([past({ state: 'completed' })], who)).toBe('i1');
    expect(earlierAnswer([past({ state: 'completed', aboutId: 'e2' })], who)).toBeUndefined();
  });
});

describe('every look-up', () => {
  it('has the same result for any order of the history', () => {
    const entry = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      contactId: fc.constantFrom('ada', 'ben', 'cid'),
      aboutId: fc.constantFrom('e1', 'e2'),
      state: fc.constantFrom(...invitationStates),
      askedAt: fc.constantFrom(0, 1, 3, 13, 14, 15, 80, 91).map((days) => at - days * day),
    });
    const all = (history: readonly PastInvitation[]) => [
      askedLately(history, { contactId: 'ada', at, days: 14 }),
      askedLatelyForMetric(history, { contactId: 'ada', at, days: 90, metrics: ['nps'], level: 'encounter' }),
      personsAskedInQuarter(history, { accountId: 'acme', contactId: 'ada', at, timeZone: 'Europe/Helsinki' }),
      loadSpent(history, { accountId: 'acme' }, { at, unit: 'seconds' }),
      openInvitation(history, { contactId: 'ada', programmeId: 'calls', aboutId: 'e1', at }),
      earlierAnswer(history, { contactId: 'ada', programmeId: 'calls', aboutId: 'e1' }),
    ];
    fc.assert(
      fc.property(
        fc
          .uniqueArray(entry, { maxLength: 5, selector: ({ id }) => id })
          .chain((made) => fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length }))),
        ([made, shuffled]) => {
          expect(all(shuffled.map(past))).toEqual(all(made.map(past)));
        },
      ),
      { seed: 6, numRuns: 5000 },
    );
  });
});

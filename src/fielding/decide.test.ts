import { describe, expect, it } from 'vitest';
import {
  type ContactFacts,
  type DecisionInput,
  decide,
  explain,
  type GivenProgrammeRules,
  type PastInvitation,
  parseProgrammeRules,
  refusalReasons,
  refusalWords,
} from './index.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** A Tuesday, 12:00 in Helsinki. */
const now = Date.parse('2026-03-10T10:00:00Z');

const ada: ContactFacts = {
  id: 'ada',
  roles: ['end-user', 'payer'],
  language: 'fi-FI',
  channels: { email: { hasAddress: true, basis: 'legitimate-interest' } },
};
const input = (own: Partial<DecisionInput> = {}, rules: Partial<GivenProgrammeRules> = {}): DecisionInput => ({
  rules: parseProgrammeRules({ level: 'encounter', trigger: { touchpoints: ['support-call'] }, ...rules }),
  programme: { id: 'calls', state: 'running' },
  survey: { id: 's', isPublished: true, languages: ['en', 'fi'], metrics: ['nps'], seconds: 45, questions: 3 },
  about: { kind: 'encounter', id: 'e1', touchpoint: 'support-call', state: 'closed', occurredAt: now - hour / 2 },
  contact: ada,
  account: { id: 'acme', segment: 'gold' },
  history: [],
  quotasUsed: {},
  timeZone: 'Europe/Helsinki',
  now,
  seed: 'seed',
  ...own,
});
const past = (own: Partial<PastInvitation>): PastInvitation => ({
  id: 'i1',
  programmeId: 'calls',
  level: 'encounter',
  contactId: 'ada',
  accountId: 'acme',
  aboutId: 'e0',
  metrics: ['nps'],
  state: 'expired',
  askedAt: now - 5 * day,
  expiresAt: now - day,
  seconds: 45,
  questions: 3,
  ...own,
});

describe('somebody who may be asked', () => {
  it('is asked after the delay, in the own language, by the first channel', () => {
    expect(decide(input())).toEqual({
      kind: 'allowed',
      channel: 'email',
      sendAt: now + hour / 2,
      expiresAt: now + hour / 2 + 14 * day,
      probability: 1,
      language: 'fi',
      timeZone: 'Europe/Helsinki',
      role: 'end-user',
      quotaCells: [],
    });
  });

  it('is asked in the role that counts first, with the share of the stratum as probability', () => {
    const sampling = { by: 'role' as const, shares: { payer: 0.9 } };
    const asked = Array.from({ length: 20 }, (_, i) =>
      decide(input({ seed: `s${i}` }, { roles: ['payer', 'end-user'], sampling })),
    );
    expect(asked.find(({ kind }) => kind === 'allowed')).toMatchObject({ role: 'payer', probability: 0.9 });
  });

  it('in a wave weighs by the wave as well', () => {
    const about = {
      kind: 'wave-member' as const,
      waveId: 'w1',
      opensAt: now + day,
      closesAt: now + 10 * day,
      isChosen: true,
      probability: 0.25,
    };
    const rules = parseProgrammeRules({ level: 'relationship', waves: {} });
    expect(decide({ ...input({ about }), rules })).toMatchObject({
      kind: 'allowed',
      probability: 0.25,
      sendAt: now + day,
      // The wave ends before the fourteen days do.
      expiresAt: now + 10 * day,
    });
    expect(() => decide(input({ about }))).toThrow(/level encounter/);
  });

  it('is counted in the cells of the quotas, in the periods of the workspace', () => {
    const quotas = [
      { period: 'week' as const, most: 9 },
      { period: 'month' as const, most: 9, each: 'segment' as const },
      { period: 'day' as const, most: 9, each: 'segment' as const, only: 'silver' },
    ];
    expect(decide(input({}, { quotas }))).toMatchObject({
      quotaCells: [
        { key: 'week 2026-03-09', most: 9 },
        { key: 'month 2026-03-01 segment=gold', most: 9 },
      ],
    });
  });
});

describe('a contact rule', () => {
  it('is measured from when the person would get it, not from when it is due', () => {
    // Due at 21:30 in Helsinki, sent at 09:00 the next morning: exactly fourteen days after the earlier one.
    const evening = Date.parse('2026-03-10T19:30:00Z');
    const sendAt = Date.parse('2026-03-11T07:00:00Z');
    const about = { kind: 'encounter' as const, id: 'e1', touchpoint: 'support-call', state: 'closed' as const };
    const given = { now: evening, about: { ...about, occurredAt: evening - hour } };
    const earlier = (askedAt: number) => [past({ metrics: ['ces-7'], askedAt })];
    expect(decide(input({ ...given, history: earlier(sendAt - 14 * day) }))).toMatchObject({ kind: 'allowed', sendAt });
    expect(decide(input({ ...given, history: earlier(sendAt - 14 * day + 1) }))).toMatchObject({
      reason: 'asked-lately',
    });
  });
});

describe('the detail of a refusal', () => {
  it.each<[string, DecisionInput, object]>([
    [
      'until when',
      input({ history: [past({})] }),
      { reason: 'asked-lately', detail: { invitation: 'i1', until: now + 9 * day } },
    ],
    [
      'the same metric',
      input({ history: [past({ askedAt: now - 30 * day })] }),
      { reason: 'asked-lately-metric', detail: { invitation: 'i1', until: now + 60 * day } },
    ],
    [
      'how many of the account',
      input({ history: [past({ contactId: 'ben' })] }, { contactRules: { perAccountPerQuarter: 1 } }),
      { reason: 'account-asked-enough', detail: { count: 1, most: 1 } },
    ],
    [
      'what it would cost',
      input({}, { loadBudget: { perPerson: 30 } }),
      { reason: 'load-budget', detail: { count: 45, most: 30 } },
    ],
    [
      'which field',
      input({}, {
        trigger: {
          touchpoints: ['support-call'],
          conditions: {
            all: [
              { field: 'account.segment', is: 'equal', value: 'gold' },
              { field: 'encounter.minutes', is: 'at-least', value: 5 },
            ],
          },
        },
      } as Partial<GivenProgrammeRules>),
      { reason: 'condition-not-met', detail: { met: 'encounter.minutes' } },
    ],
    [
      'which quota',
      input({ quotasUsed: { 'day 2026-03-10': 5 } }, { quotas: [{ period: 'day', most: 5 }] }),
      { reason: 'quota-full', detail: { met: 'day 2026-03-10', count: 5, most: 5 } },
    ],
    [
      'which touchpoint',
      input({ about: { kind: 'encounter', id: 'e', touchpoint: 'invoice', state: 'closed', occurredAt: now } }),
      { reason: 'unknown-touchpoint', detail: { met: 'invoice' } },
    ],
    [
      'when it would be sent',
      input({ now: now + 8 * hour }, { usefulDays: 0.4 } as Partial<GivenProgrammeRules>),
      { reason: 'outside-window', detail: { until: Date.parse('2026-03-11T07:00:00Z') } },
    ],
  ])('says %s', (_, given, refused) => {
    expect(decide(given)).toEqual({ kind: 'refused', ...refused });
  });

  it('names the channel obstacle that is easiest to mend', () => {
    const channels = [{ channel: 'email' as const }, { channel: 'sms' as const, afterHours: 72 }];
    const by = (email: object, sms: object) =>
      decide(input({ contact: { ...ada, channels: { email, sms } as ContactFacts['channels'] } }, { channels }));
    const good = { hasAddress: true, basis: 'consent' };
    expect(by({ ...good, isSuppressed: true }, { ...good, isSuppressed: true })).toMatchObject({
      reason: 'suppressed',
    });
    expect(by({ ...good, isSuppressed: true }, { hasAddress: true })).toMatchObject({ reason: 'no-basis' });
    expect(by({ hasAddress: true }, { hasAddress: false, basis: 'consent' })).toMatchObject({ reason: 'no-address' });
    expect(by({ ...good, isSuppressed: true }, good)).toMatchObject({ kind: 'allowed', channel: 'sms' });
  });
});

describe('words', () => {
  it('stand for every reason in three languages, each its own sentence', () => {
    for (const words of Object.values(refusalWords)) {
      expect(Object.keys(words)).toEqual([...refusalReasons]);
      expect(new Set(Object.values(words)).size).toBe(refusalReasons.length);
      for (const sentence of Object.values(words)) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  it('tell every rule of a decision with its outcome', () => {
    const outcomes = explain(decide(input({ history: [past({})] })));
    expect(outcomes.find(({ outcome }) => outcome === 'fail')).toEqual({
      rule: 'asked-lately',
      outcome: 'fail',
      detail: { invitation: 'i1', until: now + 9 * day },
    });
    expect(explain(decide(input())).every(({ outcome }) => outcome === 'pass')).toBe(true);
  });
});

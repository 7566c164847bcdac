import fc from 'fast-check';
import {
  type ContactFacts,
  type DecisionInput,
  type GivenProgrammeRules,
  invitationStates,
  type PastInvitation,
  parseProgrammeRules,
  type RespondentRole,
} from '../../src/fielding/index.ts';

/** Tuesday. All generated times lie on half hours, which is what the naive reference tries. */
const start = Date.parse('2026-03-10T00:00:00Z');
const half = 1_800_000;
const day = 86_400_000;

const roles = fc.subarray(['contact-person', 'payer', 'end-user', 'decision-maker'] as RespondentRole[]);
const someRoles = fc.subarray(['contact-person', 'payer', 'end-user', 'decision-maker'] as RespondentRole[], {
  minLength: 1,
});
const segment = fc.constantFrom('gold', 'silver', 'bronze');
/** Rare enough that most inputs get past the first rules. */
const mostly = fc.noBias(fc.integer({ min: 0, max: 23 })).map((one) => one > 0);
const seldom = mostly.map((one) => !one);

const value = fc.constantFrom<string | number>('gold', 'silver', 'payer', 'fi', 5, 100, '2026-03-01', '2026-04-01');
const leaf = fc.oneof(
  fc.record({
    field: fc.constantFrom(
      'account.segment',
      'account.revenue',
      'account.since',
      'contact.role',
      'contact.language',
      'encounter.minutes',
      'encounter.topic',
      'encounter.touchpoint',
    ),
    is: fc.constantFrom(
      'equal' as const,
      'not-equal' as const,
      'at-least' as const,
      'at-most' as const,
      'contains' as const,
    ),
    value,
  }),
  fc.record({
    field: fc.constantFrom('account.segment', 'encounter.topic'),
    is: fc.constant('one-of' as const),
    value: fc.array(value, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ field: fc.constantFrom('account.revenue', 'encounter.minutes'), is: fc.constant('known' as const) }),
);
const { condition } = fc.letrec((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2 },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const seldomThere = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const shared = {
  roles: optional(someRoles),
  segments: seldomThere(fc.subarray(['gold', 'silver', 'bronze'], { minLength: 1 })),
  sampling: fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        by: fc.constantFrom('segment' as const, 'role' as const),
        shares: fc.constant({ gold: 1, silver: 0.5, payer: 0.8 }),
      }),
    },
  ),
  quotas: fc.array(
    fc.record({
      period: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'quarter' as const, 'year' as const),
      most: fc.integer({ min: 1, max: 40 }),
      each: optional(fc.constantFrom('segment' as const, 'role' as const)),
    }),
    { maxLength: 2 },
  ),
  sendWindow: seldomThere(fc.constantFrom({}, { days: ['wednesday' as const], from: '10:00', until: '11:30' })),
  quietHours: fc.constantFrom(
    {},
    { holidays: ['2026-03-11'], restDays: ['tuesday' as const, 'sunday' as const] },
    { until: '07:30' },
  ),
  channels: fc.constantFrom(
    [{ channel: 'email' as const }],
    [{ channel: 'email' as const }, { channel: 'sms' as const, afterHours: 72 }],
    [
      { channel: 'sms' as const, bases: ['consent' as const] },
      { channel: 'email' as const, afterHours: 24 },
    ],
    [{ channel: 'widget' as const }],
  ),
  variants: fc.constantFrom([], [{ name: 'a' }, { name: 'b', weight: 2, sendFrom: '10:30' }]),
  contactRules: fc.record({
    perPersonPerMetricDays: fc.constantFrom(0, 30, 90),
    perPersonDays: fc.constantFrom(0, 0, 7, 14),
    perAccountPerQuarter: fc.constantFrom(1, 2, 'no limit' as const),
  }),
  loadBudget: fc.record({ perPerson: fc.constantFrom(100, 900), perAccount: optional(fc.constantFrom(200, 2000)) }),
};

const withoutAbsent = (record: object) =>
  Object.fromEntries(Object.entries(record).filter(([, one]) => one !== undefined)) as unknown as GivenProgrammeRules;

const encounterRules = fc
  .record({
    level: fc.constant('encounter'),
    trigger: fc
      .record({
        touchpoints: fc.constantFrom(['call', 'invoice'], ['call']),
        eventTypes: seldomThere(fc.constant(['ticket.closed'])),
        when: fc.constantFrom('closed', 'closed', 'any'),
        conditions: seldomThere(condition),
      })
      .map(withoutAbsent),
    delayHours: fc.constantFrom(0, 2, 30),
    usefulDays: fc.constantFrom(0.5, 3, 7),
    ...shared,
  })
  .map(({ loadBudget, quotas, ...rest }) =>
    withoutAbsent({ ...rest, loadBudget: withoutAbsent(loadBudget), quotas: quotas.map(withoutAbsent) }),
  );

const relationshipRules = fc
  .record({
    level: fc.constant('relationship'),
    waves: fc.record({ conditions: seldomThere(condition) }).map(withoutAbsent),
    ...shared,
  })
  .map(({ loadBudget, quotas, ...rest }) =>
    withoutAbsent({ ...rest, loadBudget: withoutAbsent(loadBudget), quotas: quotas.map(withoutAbsent) }),
  );

const standing = fc
  .record({
    hasAddress: mostly,
    basis: fc.constantFrom(
      'consent' as const,
      'consent' as const,
      'consent' as const,
      'legitimate-interest' as const,
      undefined,
    ),
    isSuppressed: seldom,
  })
  .map(withoutAbsent as unknown as (one: object) => { hasAddress: boolean });

const contact: fc.Arbitrary<ContactFacts> = fc
  .record({
    id: fc.constant('ada'),
    roles,
    language: optional(fc.constantFrom('fi', 'sv')),
    channels: fc.record({ email: standing, sms: standing }),
    isStaff: seldom,
    isErased: seldom,
    hasOptedOut: seldom,
  })
  .map((one) => withoutAbsent(one) as unknown as ContactFacts);

const history: fc.Arbitrary<PastInvitation[]> = fc.array(
  fc
    .record({
      number: fc.nat(999),
      programmeId: fc.constantFrom('programme', 'another'),
      level: fc.constantFrom('encounter' as const, 'relationship' as const),
      contactId: fc.constantFrom('ada', 'ada', 'ben', 'cid'),
      aboutId: fc.constantFrom('about', 'other-1', 'other-2'),
      metrics: fc.subarray(['nps', 'ces-7']),
      state: fc.constantFrom(...invitationStates),
      ago: fc.integer({ min: -5 * 48, max: 400 * 48 }),
      seconds: fc.constantFrom(30, 60, 90),
    })
    .map(({ number, ago, ...rest }) => ({
      ...rest,
      id: `i${number}`,
      accountId: 'acme',
      askedAt: start - ago * half,
      expiresAt: start - ago * half + 14 * day,
      questions: 3,
    })),
  { maxLength: 3 },
);

/** Any decision that may come up: rules, encounter or wave, person, account, history and quotas. */
export const decisionInputs: fc.Arbitrary<DecisionInput> = fc
  .record({
    given: fc.oneof(encounterRules, relationshipRules),
    running: mostly,
    published: mostly,
    encounter: fc.record({
      touchpoint: fc.constantFrom('call', 'call', 'call', 'call', 'call', 'call', 'invoice', 'visit'),
      eventType: fc.constantFrom('ticket.closed', 'ticket.opened', undefined),
      state: fc.constantFrom<('closed' | 'open' | 'withdrawn')[]>(...Array(6).fill('closed'), 'open', 'withdrawn'),
      ago: fc.oneof(fc.integer({ min: 0, max: 48 }), fc.integer({ min: 0, max: 8 * 48 })),
      minutes: optional(fc.constantFrom(3, 5, 200)),
      topic: optional(fc.constantFrom('gold fever', 'billing')),
    }),
    wave: fc.record({
      isChosen: mostly,
      opens: fc.integer({ min: -96, max: 96 }),
      length: fc.integer({ min: 1, max: 400 }),
    }),
    contact: fc.oneof({ weight: 9, arbitrary: contact }, { weight: 1, arbitrary: fc.constant(undefined) }),
    account: fc.record({
      segment: optional(segment),
      revenue: optional(fc.constantFrom(1, 5, 500)),
      since: fc.constant('2026-03-15'),
    }),
    history,
    used: fc.integer({ min: 0, max: 30 }),
    halves: fc.integer({ min: 0, max: 7 * 48 }),
    seed: fc.string({ maxLength: 8 }),
  })
  .map((made) => {
    const now = start + made.halves * half;
    const { minutes, topic, eventType, ago, ...encounter } = made.encounter;
    const { since, ...account } = made.account;
    const rules = parseProgrammeRules(made.given);
    const keys = ['2026-03-01', '2026-01-01'].flatMap((first) =>
      ['month', 'quarter', 'year'].flatMap((period) => [
        `${period} ${first}`,
        ...['gold', 'silver', 'bronze', ''].map((one) => `${period} ${first} segment=${one}`),
      ]),
    );
    return {
      rules,
      programme: { id: 'programme', state: made.running ? ('running' as const) : ('paused' as const) },
      survey: {
        id: 'survey',
        isPublished: made.published,
        languages: ['en', 'fi'],
        metrics: ['nps'],
        seconds: 60,
        questions: 3,
      },
      about:
        rules.level === 'encounter'
          ? {
              kind: 'encounter' as const,
              id: 'about',
              ...encounter,
              ...(eventType !== undefined && { eventType }),
              occurredAt: now - ago * half,
              attributes: {
                ...(minutes !== undefined && { minutes }),
                ...(topic !== undefined && { topic }),
              },
            }
          : {
              kind: 'wave-member' as const,
              waveId: 'about',
              isChosen: made.wave.isChosen,
              opensAt: now + made.wave.opens * half,
              closesAt: now + made.wave.opens * half + made.wave.length * half,
              probability: 0.4,
            },
      ...(made.contact && { contact: made.contact }),
      account: {
        id: 'acme',
        ...(account.segment !== undefined && { segment: account.segment }),
        ...(account.revenue !== undefined && { revenue: account.revenue }),
        attributes: { since },
      },
      history: made.history.map((past, i) => ({ ...past, id: `${past.id}-${i}` })),
      quotasUsed: Object.fromEntries(keys.map((key) => [key, made.used])),
      timeZone: 'UTC',
      now,
      seed: made.seed,
    };
  });

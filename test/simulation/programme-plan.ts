import { type Chance, pick } from './seeded-chance.ts';

/** How a programme of the year begins, and what an operator makes of it later. */
export interface ProgrammePlan {
  readonly key: string;
  readonly survey: string;
  readonly rules: Record<string, unknown>;
}

/** Rules of every kind, close together enough to be in each other's way. */
export function programmeRules(chance: Chance, key: string, touchpoints: readonly string[]): Record<string, unknown> {
  const of = (...names: (string | number)[]) => chance('programme', key, ...names);
  const expiryDays = pick(of('expiry'), [5, 14, 30]);
  const afterDays = pick(of('after'), [
    [1, 2, 3],
    [3, 7, 14],
    [2, 4, 20],
  ]).filter((days) => days < expiryDays);
  return {
    level: 'encounter',
    trigger: { touchpoints },
    delayHours: pick(of('delay'), [0, 1, 24, 72]),
    usefulDays: pick(of('useful'), [3, 7, 30, 120]),
    ...(of('roles') < 0.2 && { roles: ['payer', 'end-user'] }),
    sampling:
      of('sampling') < 0.4
        ? { share: 1, by: 'segment', shares: { bronze: 0 } }
        : { share: pick(of('share'), [1, 1, 0.8]) },
    quotas: quotasOf(of('quota')),
    contactRules: {
      perPersonDays: pick(of('person'), [7, 14, 30]),
      perPersonPerMetricDays: pick(of('metric'), [30, 60, 90]),
      perAccountPerQuarter: pick(of('account'), [1, 2, 3, 'no limit']),
    },
    loadBudget: { unit: 'seconds', perPerson: pick(of('load'), [100, 150, 900]) },
    reminders: { count: Math.min(afterDays.length, pick(of('reminders'), [0, 1, 2, 3])), afterDays },
    expiryDays,
    quietHours:
      of('quiet') < 0.5
        ? {}
        : { from: '17:30', until: '10:15', restDays: ['saturday', 'sunday'], holidays: ['2028-12-06', '2028-05-01'] },
    ...(of('window') < 0.3 && { sendWindow: { from: '08:00', until: '16:00' } }),
    channels:
      of('channels') < 0.5 ? [{ channel: 'email' }] : [{ channel: 'email' }, { channel: 'sms', afterHours: 48 }],
    ...(of('variants') < 0.3 && {
      variants: [
        { name: 'morning', weight: 1 },
        { name: 'noon', weight: 2, sendFrom: '12:00' },
      ],
    }),
  };
}

function quotasOf(chance: number): readonly object[] {
  if (chance < 0.35) return [];
  if (chance < 0.7) return [{ period: 'month', most: 2 }];
  return [
    { period: 'quarter', most: 6 },
    { period: 'month', most: 1, each: 'segment', only: 'gold' },
  ];
}

export function programmePlans(chance: Chance): readonly ProgrammePlan[] {
  const both = chance('both') < 0.5;
  const plans: readonly (readonly [string, string, readonly string[]])[] = [
    ['after-delivery', 'delivery', ['delivery']],
    ['after-phone', 'phone', both ? ['phone', 'delivery'] : ['phone']],
    ['after-invoice', 'invoice', ['invoice']],
    ['second-phone', 'phone', ['phone', 'invoice']],
  ];
  return plans.map(([key, survey, touchpoints]) => ({ key, survey, rules: programmeRules(chance, key, touchpoints) }));
}

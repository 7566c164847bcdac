import type { ChangeResult, LevelResult } from '../../src/audit/index.ts';
import { caveat, type Estimate, type Verdict } from '../../src/inference/index.ts';
import { metricDefinition } from '../../src/metrics/index.ts';
import type { GroupStanding, LevelStanding, Overview, Standing } from '../../src/overview/index.ts';
import { defaultView, type SurveyLevel, type ViewDimension } from '../../src/view/index.ts';

/** Figures as the overview gives them, written by hand: what is tested here is how they are told. */
const estimate = (value: number, half: number, n: number, few = false): Estimate => ({
  value,
  interval: { low: value - half, high: value + half },
  confidence: 0.95,
  n,
  effectiveN: n / 1.3,
  method: 'tango-effective-n',
  caveats: few ? [caveat('small-sample', 'Fewer than 10 answers count here.', { n })] : [],
});

const months = Array.from({ length: 13 }, (_, index) => {
  const month = ((index + 9) % 12) + 1;
  return `${index < 3 ? 2025 : 2026}-${String(month).padStart(2, '0')}`;
});

function changes(values: readonly number[], half: number, proven: Readonly<Record<number, Verdict>>): ChangeResult[] {
  return values.slice(1).map((value, index) => ({
    from: months[index]!,
    to: months[index + 1]!,
    difference: estimate(value - values[index]!, half * 1.4, 450),
    pValue: proven[index + 1] ? 0.0004 : 0.34,
    adjustedPValue: proven[index + 1] ? 0.004 : 1,
    nominallySignificant: Boolean(proven[index + 1]),
    verdict: proven[index + 1] ?? 'no evidence of change',
    minimumDetectableChange: half * 2.1,
  }));
}

interface LevelMade<Level extends SurveyLevel> {
  readonly level: Level;
  readonly values: readonly number[];
  readonly n: number;
  readonly half: number;
  readonly proven: Readonly<Record<number, Verdict>>;
  readonly levels: readonly LevelResult[];
}

function level<Level extends SurveyLevel>(made: LevelMade<Level>): LevelStanding<Level> {
  const { level: of, values, n, half, proven, levels } = made;
  const all = changes(values, half, proven);
  const last = all.at(-1)!;
  const view = { ...defaultView, level: of };
  return {
    level: of,
    period: '2026-10',
    running: false,
    shown: {
      n,
      respondents: n - 3,
      accounts: Math.round(n / 2.2),
      estimate: estimate(values.at(-1)!, half, n),
      change: last,
      view: { ...view, from: '2026-10-01', to: '2026-11-01' },
    },
    trend: values.map((value, index) => ({
      period: months[index]!,
      n,
      counts: {},
      estimate: estimate(value, half, n),
      running: false,
      view,
    })),
    changes: all,
    changePoints: levels.slice(1).map(({ from }) => from),
    levels,
    breaks:
      of === 'relationship' ? [{ period: '2026-01', date: '2026-01-01', what: 'version', from: '3', to: '4' }] : [],
    designEffect: 1.3,
    live: { today: 14, yesterday: 11, lastAt: '2026-10-31T07:42:00Z' },
    caveats: [],
  };
}

function group(key: string, name: string, standing: Partial<Standing> & { readonly n: number }): GroupStanding {
  return { key, name, respondents: standing.n, accounts: standing.n, view: defaultView, ...standing };
}

const still = (half: number) => ({
  from: '2026-09',
  to: '2026-10',
  verdict: 'no evidence of change' as const,
  difference: estimate(-2, half, 200),
  pValue: 0.5,
  adjustedPValue: 1,
  minimumDetectableChange: half * 2,
});

const noise = (from: string, to: string, value: number, half: number): LevelResult => ({
  from,
  to,
  estimate: estimate(value, half / 3, 1300),
  noise: { low: value - half, high: value + half },
});

const relationship = level({
  level: 'relationship',
  values: [9, 7, 10, 18, 23, 5, 11, 13, 34, 36, 29, 35, 31],
  n: 225,
  half: 9.2,
  proven: { 8: 'rose' },
  levels: [noise('2025-10', '2026-05', 12, 10), noise('2026-06', '2026-10', 33, 10)],
});
const encounter = level({
  level: 'encounter',
  values: [48, 49, 47, 48, 46, 48, 47, 48, 49, 48, 49, 50, 42],
  n: 2128,
  half: 3,
  proven: { 12: 'fell' },
  levels: [noise('2025-10', '2026-10', 48, 3)],
});

const invoice = group('invoice', 'Invoice', {
  n: 404,
  estimate: estimate(6, 7.6, 404),
  change: { ...still(11), verdict: 'fell', difference: estimate(-37, 11, 800), pValue: 1e-6, adjustedPValue: 1e-5 },
});

const breakDown = (of: SurveyLevel, by: ViewDimension, groups: readonly GroupStanding[], hidden = 0) => ({
  level: of,
  by,
  period: '2026-10',
  groups,
  hidden: { groups: hidden, floor: 5 },
  tested: groups.length,
});

const whole: Overview = {
  run: { id: '5e0c91d47ab2f368', dataHash: '9b41aa00e07c', definition: 'nps@1 0-10', engine: '1.0.0', seed: 1 },
  view: defaultView,
  metric: {
    key: 'nps',
    name: 'nps',
    shipped: true,
    definition: metricDefinition('nps'),
    version: 1,
    label: 'nps@1 0-10',
  },
  window: {
    unit: 'month',
    timeZone: 'Europe/Helsinki',
    from: '2025-10-01',
    to: '2026-11-01',
    today: '2026-10-31',
    periods: months,
    shown: '2026-10',
    running: false,
  },
  levels: { relationship, encounter },
  breakDowns: [
    {
      ...breakDown('relationship', 'role', [
        group('contact-person', 'contact-person', { n: 115, estimate: estimate(51, 12, 115), change: still(15) }),
        group('decision-maker', 'decision-maker', { n: 57, estimate: estimate(8, 18, 57), change: still(20) }),
        group('decision-maker-and-contact-person', 'both', {
          n: 53,
          estimate: estimate(11, 19, 53),
          change: still(20),
        }),
      ]),
      gap: {
        lower: 'decision-maker',
        higher: 'contact-person',
        difference: estimate(-43, 21.5, 172),
        adjustedPValue: 0.001,
      },
    },
    breakDown(
      'encounter',
      'touchpoint',
      [
        invoice,
        group('self-service', 'Self-service', { n: 216, estimate: estimate(24, 10, 216), change: still(14) }),
        group('support', 'Support call', { n: 550, estimate: estimate(48, 6, 550), change: still(8) }),
        group('installation', 'Installation', { n: 253, estimate: estimate(58, 8, 253), change: still(9) }),
        group('delivery', 'Delivery', { n: 697, estimate: estimate(59, 4.6, 697), change: still(6) }),
        group('renewal', 'Renewal talk', {
          n: 8,
          estimate: estimate(37, 40, 8, true),
          missing: { answers: 2, expectedOn: '2026-11-06' },
        }),
      ],
      2,
    ),
  ],
  comments: {
    level: 'encounter',
    by: 'touchpoint',
    key: 'invoice',
    name: 'Invoice',
    because: 'moved',
    period: '2026-10',
    responses: 404,
    withComment: 67,
    quotes: [
      {
        responseId: 'a',
        text: 'The new invoice has no order number.\nI sent it back twice.',
        score: 2,
        role: 'contact-person',
        day: '2026-10-28',
      },
      {
        responseId: 'b',
        text: 'Credit note still missing after five weeks.',
        score: 4,
        role: 'payer',
        day: '2026-10-23',
      },
      { responseId: 'c', text: 'Works as before.', score: 9, role: '', day: '2026-10-16' },
    ],
    view: { ...defaultView, level: 'encounter', touchpoint: ['invoice'] },
  },
  coverage: {
    currency: 'EUR',
    revenue: 4_820_000_000,
    accounts: 312,
    accountsWithoutRevenue: 4,
    freshSince: '2026-07-31',
    fresh: { share: 0.61, revenue: 2_940_000_000, accounts: 150 },
    older: { share: 0.14, revenue: 670_000_000, accounts: 68 },
    never: { share: 0.25, revenue: 1_210_000_000, accounts: 94 },
  },
  caveats: [],
};

const withoutChange = ({ change: _change, ...rest }: Standing): Standing => rest;

const empty = <Level extends SurveyLevel>(of: Level): LevelStanding<Level> => {
  const { change: _change, estimate: _estimate, ...rest } = relationship.shown;
  return {
    ...relationship,
    level: of,
    period: '2026-10',
    running: false,
    shown: { ...rest, n: 0, respondents: 0, accounts: 0, missing: { answers: 10 } },
    trend: months.map((period) => ({ period, n: 0, counts: {}, running: false, view: defaultView })),
    changes: [],
    changePoints: [],
    levels: [],
    breaks: [],
  };
};

const first = (): Overview => {
  const { change: _change, ...shown } = relationship.shown;
  const trend = relationship.trend.map((period, index) => {
    const { estimate: _estimate, ...rest } = period;
    return index < 12 ? { ...rest, n: 0 } : period;
  });
  const only = { ...relationship, shown, trend, changes: [], changePoints: [], levels: [], breaks: [] };
  const { comments: _comments, coverage: _coverage, ...rest } = whole;
  return { ...rest, levels: { relationship: only }, breakDowns: [] };
};

const few = (): Overview => ({
  ...first(),
  window: { ...whole.window, running: true },
  levels: {
    encounter: {
      ...encounter,
      running: true,
      shown: {
        ...encounter.shown,
        n: 8,
        estimate: estimate(37, 40, 8, true),
        missing: { answers: 2, expectedOn: '2026-11-06' },
      },
    },
  },
});

const unitsOf = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    group(`U${index}`, `Unit ${index}, a rather long name`, {
      n: 40 + index,
      estimate: estimate(-20 + 2 * index, 14, 40 + index),
      change: still(20),
    }),
  );

/** Overviews of every kind that a page can meet. */
export const overviews: Readonly<Record<string, () => Overview>> = {
  'as drawn': () => whole,
  'a running period': () => ({
    ...whole,
    window: { ...whole.window, running: true },
    levels: { relationship: { ...relationship, running: true }, encounter: { ...encounter, running: true } },
  }),
  'one level': () => ({ ...whole, levels: { encounter }, breakDowns: whole.breakDowns.slice(1) }),
  'the first period': first,
  'too few answers': few,
  'no answers': () => ({
    ...first(),
    levels: { relationship: empty('relationship'), encounter: empty('encounter') },
    breakDowns: [],
  }),
  'a withheld verdict': () => ({
    ...first(),
    levels: {
      relationship: {
        ...relationship,
        shown: { ...withoutChange(relationship.shown), withheld: { from: '2026-09', because: 'definition-change' } },
      },
    },
  }),
  'forty units': () => ({ ...whole, breakDowns: [breakDown('encounter', 'unit', unitsOf(40), 3)] }),
  'everything hidden': () => ({ ...whole, breakDowns: [breakDown('encounter', 'unit', [], 4)] }),
  'another metric': () => ({
    ...first(),
    metric: {
      key: 'our-csat',
      name: 'Our <b>CSAT</b>\u202e',
      shipped: false,
      definition: metricDefinition('csat-top2'),
      version: 2,
      label: 'our-csat@2 1-5',
    },
    levels: {
      relationship: {
        ...relationship,
        shown: { ...relationship.shown, estimate: estimate(0.71, 0.06, 225), change: still(0.08) },
        trend: relationship.trend.map((period, index) => ({
          ...period,
          estimate: estimate(0.6 + index / 100, 0.06, 225),
        })),
        changes: [],
        levels: [noise('2025-10', '2026-10', 0.66, 0.08)],
      },
    },
  }),
};

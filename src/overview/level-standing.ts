import { type Caveat, caveat } from '../inference/index.ts';
import type { SurveyLevel, View } from '../view/index.ts';
import type { LevelTrend } from './level-trend.ts';
import type { LevelStanding, LiveCount, Standing } from './overview.ts';
import { missingAnswers } from './shown-period.ts';

/** What the figure of the period shown rests on, and what came today. */
export interface LevelSubjects {
  readonly respondents: number;
  readonly accounts: number;
  readonly live: LiveCount;
}

export interface StandingContext {
  readonly view: View;
  /** Name of the period shown, and of the running one where the window holds it. */
  readonly shown: string;
  readonly running?: string | undefined;
  readonly today: string;
}

/**
 * Where does one level stand in the period shown? Its figure and change out of the trend, what is missing where there are
 * too few answers, and the doubts. Every figure carries the view that opens its rows.
 *
 * @example levelStanding(judgeTrend({ level: 'encounter', periods: [{ ordinal: 0, period: '2026-10', from: '2026-10-01', to: '2026-11-01', definition: metricDefinition('nps'), version: 1, tally: tallyScores([10, 9, 3]) }], breaks: [] }), { respondents: 3, accounts: 2, live: { today: 0, yesterday: 0 } }, { view: defaultView, shown: '2026-10', today: '2026-11-22' }).shown.n // => 3
 */
export function levelStanding<Level extends SurveyLevel>(
  trend: LevelTrend<Level>,
  { respondents, accounts, live }: LevelSubjects,
  context: StandingContext,
): LevelStanding<Level> {
  const { level, design, periods, changes, changePoints, levels, breaks } = trend;
  return {
    level,
    period: context.shown,
    running: context.shown === context.running,
    shown: { ...shownStanding(trend, context), respondents, accounts },
    trend: periods.map(({ counts, result }) => ({
      ...result,
      running: counts.period === context.running,
      ...(counts.hidden && { hidden: true as const }),
      view: rowsView(context.view, level, counts),
    })),
    changes,
    changePoints,
    levels,
    breaks,
    designEffect: design.designEffect,
    live,
    caveats: caveatsOf(trend, context),
  };
}

/**
 * The view of the rows that one figure counts.
 *
 * @example rowsView(defaultView, 'encounter', { from: '2026-10-01', to: '2026-11-01' }).level // => "encounter"
 */
export function rowsView(view: View, level: SurveyLevel, { from, to }: { from: string; to: string }): View {
  const { at: _at, by: _by, ...rest } = view;
  return { ...rest, level, from, to };
}

function shownStanding<Level extends SurveyLevel>(
  trend: LevelTrend<Level>,
  { view, shown, today }: StandingContext,
): Omit<Standing, 'respondents' | 'accounts'> {
  const position = trend.periods.findIndex(({ counts }) => counts.period === shown);
  const { counts, result } = trend.periods[position]!;
  const { from, to } = counts;
  const effectiveN = result.estimate?.effectiveN ?? 0;
  const { designEffect } = trend.design;
  const missing = missingAnswers({ n: result.n, effectiveN, designEffect, from, to, today });
  return {
    n: result.n,
    ...(result.estimate && { estimate: result.estimate }),
    ...changeSince(trend, shown),
    ...(missing && { missing }),
    view: rowsView(view, trend.level, counts),
  };
}

/**
 * The change of a period since the last one before it, or why there is none to be given.
 *
 * @example changeSince(judgeTrend({ level: 'encounter', periods: [], breaks: [] }), '2026-10') // => {}
 */
export function changeSince<Level extends SurveyLevel>(
  { changes, periods }: LevelTrend<Level>,
  shown: string,
): Pick<Standing, 'change' | 'withheld'> {
  const position = periods.findIndex(({ counts }) => counts.period === shown);
  const counts = periods[position]?.counts;
  if (!counts) return {};
  const found = changes.find(({ to }) => to === counts.period);
  if (found) {
    const { nominallySignificant: _plain, ...change } = found;
    return { change };
  }
  const before = periods.slice(0, position).filter((period) => period.counts.tally.n >= 2);
  const last = before.at(-1)?.counts;
  if (!last || counts.tally.n < 2 || last.version === counts.version) return {};
  return { withheld: { from: last.period, because: 'definition-change' } };
}

function caveatsOf<Level extends SurveyLevel>(
  { design, periods, breaks }: LevelTrend<Level>,
  { shown, running, view }: StandingContext,
): Caveat[] {
  const caveats: Caveat[] = [];
  if (!periods.some(({ counts }) => counts.tally.n > 0)) return caveats;
  if (!design.clustered) {
    caveats.push(caveat('clusters-unknown', 'Answers of one account were taken as independent: none has an account.'));
  } else if (design.designEffect > 1) {
    const value = design.designEffect.toFixed(2);
    const words = `Answers of one account are alike: ${value} answers count as one.`;
    caveats.push(caveat('design-effect', words, { value, narrowed: isNarrowed(view) }));
  }
  if (shown === running) {
    const words = 'This period still runs: whoever looks every day sees more changes than there are.';
    caveats.push(caveat('running-period', words, { period: shown }));
  }
  for (const { period, date, what, from, to } of breaks) {
    const words = `The ${what} changed on ${date}.`;
    caveats.push(caveat('definition-change', words, { period, date, what, from, to }));
  }
  return caveats;
}

const isNarrowed = ({ touchpoint, segment, unit, role, channel }: View) =>
  [touchpoint, segment, unit, role, channel].some((values) => values.length > 0);

import { dayOfIsoDate, type PeriodUnit, periodName, periodOf } from '../audit/index.ts';
import { CandorError } from '../errors/index.ts';
import { answersForMargin, reachTarget, type TargetChance, type TargetState, targetState } from '../inference/index.ts';
import { type MetricDefinition, valueBounds } from '../metrics/index.ts';
import type { TrendPeriod } from './level-trend.ts';

/** A target somebody thinks of: whether it may be set, and how likely it is to be reached and seen. */
export interface TargetPlan {
  readonly target: number;
  /** Name of the period it is for. */
  readonly period: string;
  /** Locked until the baseline is measured; then open. */
  readonly state: TargetState;
  readonly baseline: { readonly answers: number; readonly needed: number };
  /** Absent while locked, and with fewer than four whole periods of answers. */
  readonly chance?: TargetChance;
}

export interface TargetAsk {
  readonly target: number;
  /** Periods after the running one. */
  readonly ahead: number;
  readonly today: string;
  readonly unit: PeriodUnit;
}

/** A baseline is measured when its margin is at most this part of the width of the metric: 12 points of NPS. */
const baselineMargin = 0.06;
const normal95 = 1.959964;

/**
 * How likely is a target for a period ahead? Of the whole periods that have ended, by the definition in force.
 * Refuses a target that the metric cannot have (CND_VIEW).
 */
export function planTarget(
  periods: readonly TrendPeriod[],
  definition: MetricDefinition,
  known: {
    readonly variance: number;
    readonly designEffect: number;
    readonly answers: number;
    readonly answersPerPeriod: number;
  },
  { target, ahead, today, unit }: TargetAsk,
): TargetPlan {
  const { min, max } = valueBounds(definition);
  if (!(target >= min && target <= max)) {
    const message = `"target" needs a number of ${min} to ${max}, got ${target}`;
    throw new CandorError('CND_VIEW', message, { field: 'target', value: target });
  }
  const { variance, designEffect, answers, answersPerPeriod } = known;
  const due = periodOf(dayOfIsoDate(today)!, unit) + ahead;
  const needed = answersForMargin({ variance, designEffect, margin: baselineMargin * (max - min) });
  const baseline = { answers, needed };
  const state = targetState({ baseline, target, isDue: false });
  const plan = { target, period: periodName(due, unit), state, baseline };
  const scores = periods
    .filter(({ counts }) => counts.to <= today)
    .flatMap(({ counts: { ordinal }, result: { estimate, marginOfError } }) =>
      estimate && marginOfError ? [{ ordinal, value: estimate.value, standardError: marginOfError / normal95 }] : [],
    );
  if (state !== 'open' || scores.length < 4) return plan;
  const chance = reachTarget({
    scores,
    periodsAhead: due - scores.at(-1)!.ordinal,
    target,
    direction: definition.direction === 'higher-is-better' ? 'at-least' : 'at-most',
    standardErrorThen: Math.sqrt((variance * designEffect) / answersPerPeriod),
  });
  return { ...plan, chance };
}

import { normalUpper, studentQuantile, studentUpper } from '../numeric/index.ts';
import type { Caveat } from './caveat.ts';
import type { Comparison } from './comparison.ts';
import type { Estimate, Interval } from './estimate.ts';
import type { MethodName } from './method.ts';
import { type MoverSide, moverInterval, moverPValue } from './mover.ts';
import { minimumDetectableChange } from './planning/answers-needed.ts';
import { twoSidedQuantile } from './preconditions.ts';
import { distinctCaveats } from './sample-caveats.ts';
import { verdictOf } from './verdict.ts';

/** The law of the test statistic: normal where `degreesOfFreedom` is absent, else Student t. */
export interface Reference {
  readonly confidence: number;
  readonly degreesOfFreedom?: number;
}

function quantileOf(reference: Reference): number {
  const { confidence, degreesOfFreedom } = reference;
  if (degreesOfFreedom === undefined) return twoSidedQuantile('comparison', confidence);
  return studentQuantile((1 + confidence) / 2, degreesOfFreedom);
}

/** Two-sided probability beyond a quantile. */
function tailOf(reference: Reference, quantile: number): number {
  const { degreesOfFreedom } = reference;
  const upper = degreesOfFreedom === undefined ? normalUpper(quantile) : studentUpper(quantile, degreesOfFreedom);
  return Math.min(1, 2 * upper);
}

/** What a route to a difference yields, before it is dressed as a `Comparison`. */
export interface Difference {
  readonly interval: Interval;
  readonly pValue: number;
  readonly method: MethodName;
}

/** The route for large samples: difference plus and minus quantile standard errors. */
export function waldDifference(
  difference: number,
  standardError: number,
  reference: Reference,
  method: MethodName,
): Difference {
  const margin = quantileOf(reference) * standardError;
  const pValue = standardError > 0 ? tailOf(reference, Math.abs(difference) / standardError) : 1;
  return { interval: { low: difference - margin, high: difference + margin }, pValue, method };
}

export interface MoverRoute {
  readonly method: MethodName;
  /** Of the two estimates, where the sides share accounts. */
  readonly correlation?: number;
}

/** The route for small or lopsided samples: interval by MOVER, p by inverting it. */
export function moverDifference(
  before: MoverSide,
  after: MoverSide,
  reference: Reference,
  { method, correlation = 0 }: MoverRoute,
): Difference {
  const pValue = moverPValue(before, after, (quantile) => tailOf(reference, quantile), correlation);
  const interval = moverInterval(before, after, quantileOf(reference), correlation);
  return { interval: pValue > 1 - reference.confidence ? withZero(interval) : interval, pValue, method };
}

/**
 * Where intervals fill their scale and the estimates are correlated, a wider quantile can give a narrower difference;
 * the interval then is that of all smaller quantiles together, which holds zero as the p-value says.
 */
function withZero({ low, high }: Interval): Interval {
  return { low: Math.min(low, 0), high: Math.max(high, 0) };
}

export interface ComparisonParts {
  readonly before: Estimate;
  readonly after: Estimate;
  readonly difference: Difference;
  readonly standardErrorOfDifference: number;
  readonly caveats?: readonly Caveat[];
  readonly clustersBefore?: number;
  readonly clustersAfter?: number;
  /** Respondents who stand on both sides: the difference rests on so many pairs. */
  readonly pairs?: number;
}

/** One shape for every comparison: the verdict uses the plain p-value, since one change is tested here. */
export function comparisonOf(parts: ComparisonParts): Comparison {
  const { before, after, difference } = parts;
  const value = after.value - before.value;
  const clusters =
    parts.clustersBefore === undefined || parts.clustersAfter === undefined
      ? {}
      : { clustersBefore: parts.clustersBefore, clustersAfter: parts.clustersAfter };
  return {
    before,
    after,
    difference: {
      value,
      interval: difference.interval,
      confidence: before.confidence,
      n: parts.pairs ?? before.n + after.n,
      effectiveN: parts.pairs ?? before.effectiveN + after.effectiveN,
      method: difference.method,
      caveats: parts.caveats ?? distinctCaveats([...before.caveats, ...after.caveats]),
    },
    pValue: difference.pValue,
    verdict: verdictOf({
      adjustedPValue: difference.pValue,
      difference: value,
      effectiveBefore: before.effectiveN,
      effectiveAfter: after.effectiveN,
      ...clusters,
    }),
    minimumDetectableChange: minimumDetectableChange(parts.standardErrorOfDifference),
  };
}

/**
 * The standard error of one side: its own where it has one; where all its answers agree, the half width of its 95 %
 * interval in normal quantiles, since zero would promise that any change is found.
 */
export function sideStandardError(ownError: number | undefined, side: MoverSide): number {
  if (ownError !== undefined && ownError > 0) return ownError;
  const quantile = quantileOf({ confidence: 0.95 });
  const { low, high } = side.at(quantile);
  return (high - low) / (2 * quantile);
}

import { requireSpread } from './bounded-mean.ts';
import { boundedSide } from './compare-means.ts';
import type { Comparison } from './comparison.ts';
import { comparisonOf, type Difference, moverDifference, sideStandardError, waldDifference } from './difference.ts';
import type { Estimate } from './estimate.ts';
import { type MeanOptions, meanEstimate } from './mean-estimate.ts';
import { type Moments, momentsOf } from './moments.ts';
import { requireSameLength } from './preconditions.ts';

export interface PairedOptions extends MeanOptions {
  /** Describes one side, for a metric that is no plain mean; the mean of the values by default. */
  readonly describe?: (values: readonly number[]) => Estimate;
}

/** Pairs that must differ before Student's t is trusted on a bounded scale. */
const fewestChangedPairs = 10;

/**
 * Did the same respondents change? `before` and `after` hold one value per respondent, in the same order and unit.
 * Student's t on the differences where no bounds are given or at least 10 pairs differ; else the bounded-mean interval
 * of the differences on their own scale, -(max - min) to max - min, with the p-value by inversion. For a net score pass
 * answers coded 100, 0, -100 with bounds -100 and 100. Assumes independent respondents.
 * Refuses lists of different length (CND_ARGUMENT) and, without bounds, fewer than 2 pairs (CND_SAMPLE_TOO_SMALL) or
 * equal differences (CND_NO_VARIANCE). See docs/methods/differences.md. Source: Student 1908, DOI 10.1093/biomet/6.1.1.
 * @example comparePaired([3, 4, 2, 5, 3], [4, 4, 3, 5, 3], { bounds: { min: 1, max: 5 } }).difference.value // => 0.4
 */
export function comparePaired(
  before: readonly number[],
  after: readonly number[],
  options: PairedOptions = {},
): Comparison {
  requireSameLength('comparePaired', 'values after', after.length, before.length);
  const { bounds } = options;
  const differences = after.map((value, pair) => value - before[pair]!);
  const moments = momentsOf(differences);
  const describe = options.describe ?? ((values) => meanEstimate(momentsOf(values), meanOptions(options)));
  const changed = differences.filter((difference) => difference !== 0).length;
  if (bounds === undefined) requireSpread('comparePaired', moments);
  const trusted = moments.variance > 0 && changed >= fewestChangedPairs;
  const route = bounds === undefined || trusted ? studentRoute(moments, options) : boundedRoute(moments, options);
  return comparisonOf({ before: describe(before), after: describe(after), pairs: moments.n, ...route });
}

interface Route {
  readonly difference: Difference;
  readonly standardErrorOfDifference: number;
}

function studentRoute(moments: Moments, { confidence = 0.95 }: PairedOptions): Route {
  const standardErrorOfDifference = Math.sqrt(moments.variance / moments.n);
  const reference = { confidence, degreesOfFreedom: moments.n - 1 };
  return {
    difference: waldDifference(moments.mean, standardErrorOfDifference, reference, 'paired-t'),
    standardErrorOfDifference,
  };
}

function boundedRoute(moments: Moments, options: PairedOptions): Route {
  const { confidence = 0.95, bounds } = options;
  const width = bounds!.max - bounds!.min;
  const side = boundedSide(moments, { min: -width, max: width });
  // "no change" is a side without width, so that interval and p-value come from the one interval of the differences
  const noChange = { value: 0, at: () => ({ low: 0, high: 0 }) };
  return {
    difference: moverDifference(noChange, side, { confidence }, { method: 'bounded-mean' }),
    standardErrorOfDifference: sideStandardError(Math.sqrt(moments.variance / moments.n), side),
  };
}

function meanOptions(options: PairedOptions): MeanOptions {
  const { confidence = 0.95, bounds } = options;
  return bounds === undefined ? { confidence } : { confidence, bounds };
}

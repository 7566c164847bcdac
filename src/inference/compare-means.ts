import { boundedMeanInterval, requireSpread } from './bounded-mean.ts';
import type { Comparison } from './comparison.ts';
import { comparisonOf, moverDifference, sideStandardError, waldDifference } from './difference.ts';
import { type MeanOptions, meanEstimate } from './mean-estimate.ts';
import { type Bounds, type Moments, requireMoments } from './moments.ts';
import type { MoverSide } from './mover.ts';
import { welchIsCalibrated } from './student-calibration.ts';

/**
 * Did the mean move between two samples, beyond what chance alone would do? Unit of the scores. Welch's t where no
 * bounds are given or where it is calibrated (`welchIsCalibrated`); else two bounded-mean intervals combined by MOVER
 * with the p-value by inversion, which is cautious (type I error mostly below 3 %). Welch alone has 8 % at 5 against 45
 * skewed answers and no answer where all agree: see the calibration in docs/methods/differences.md.
 * Assumes independent answers and samples. Without bounds refuses one value (CND_SAMPLE_TOO_SMALL) and equal values
 * (CND_NO_VARIANCE). Source: Welch 1947, DOI 10.1093/biomet/34.1-2.28.
 * @example compareMeans({ n: 30, mean: 4, variance: 1 }, { n: 20, mean: 4.5, variance: 0.8 }).pValue // => 0.0716
 */
export function compareMeans(before: Moments, after: Moments, options: MeanOptions = {}): Comparison {
  const { confidence = 0.95, bounds } = options;
  requireMoments('compareMeans', before, bounds);
  requireMoments('compareMeans', after, bounds);
  if (bounds === undefined) {
    requireSpread('compareMeans', before);
    requireSpread('compareMeans', after);
    return welchComparison(before, after, options, Math.hypot(ownError(before), ownError(after)));
  }
  const [first, second] = [boundedSide(before, bounds), boundedSide(after, bounds)];
  const standardErrorOfDifference = Math.hypot(
    sideStandardError(ownError(before), first),
    sideStandardError(ownError(after), second),
  );
  if (welchIsCalibrated(before, after, bounds)) {
    return welchComparison(before, after, options, standardErrorOfDifference);
  }
  return comparisonOf({
    before: meanEstimate(before, options),
    after: meanEstimate(after, options),
    difference: moverDifference(first, second, { confidence }, { method: 'mover-mean' }),
    standardErrorOfDifference,
  });
}

function welchComparison(
  before: Moments,
  after: Moments,
  options: MeanOptions,
  standardErrorOfDifference: number,
): Comparison {
  const { confidence = 0.95 } = options;
  const degreesOfFreedom = welchDegreesOfFreedom(before, after);
  const reference = { confidence, degreesOfFreedom };
  return comparisonOf({
    before: meanEstimate(before, options),
    after: meanEstimate(after, options),
    difference: waldDifference(after.mean - before.mean, standardErrorOfDifference, reference, 'welch'),
    standardErrorOfDifference,
  });
}

/**
 * On how many degrees of freedom does Welch's t rest? Between the smaller n - 1 and the sum of both.
 * Refuses samples without spread (CND_NO_VARIANCE, CND_SAMPLE_TOO_SMALL). Source: Satterthwaite 1946, DOI 10.2307/3002019.
 * @example welchDegreesOfFreedom({ n: 10, mean: 0, variance: 2 }, { n: 10, mean: 0, variance: 2 }) // => 18
 */
export function welchDegreesOfFreedom(before: Moments, after: Moments): number {
  requireSpread('welchDegreesOfFreedom', before);
  requireSpread('welchDegreesOfFreedom', after);
  const [a, b] = [before.variance / before.n, after.variance / after.n];
  return (a + b) ** 2 / (a ** 2 / (before.n - 1) + b ** 2 / (after.n - 1));
}

export function boundedSide(moments: Moments, bounds: Bounds): MoverSide {
  return { value: moments.mean, at: (quantile) => boundedMeanInterval(moments, bounds, 0.95, { quantile }) };
}

function ownError({ n, variance }: Moments): number {
  return Math.sqrt(variance / n);
}

import { CandorError } from '../errors/index.ts';
import { studentQuantile } from '../numeric/index.ts';
import { boundedMeanInterval } from './bounded-mean.ts';
import type { DesignEstimate } from './design-estimate.ts';
import type { Estimate, Interval } from './estimate.ts';
import type { MeanOptions } from './mean-estimate.ts';
import type { MethodName } from './method.ts';
import type { Moments } from './moments.ts';
import type { NetCounts } from './net-score.ts';
import { tangoInterval } from './net-score-interval.ts';
import { requireConfidence } from './preconditions.ts';
import { wilsonInterval } from './proportion-interval.ts';
import { studentIsCalibrated } from './student-calibration.ts';

export interface DesignedOptions {
  readonly confidence?: number;
}

/**
 * What is the net score of a sample with accounts, weights or strata? Points. The Tango interval of the weighted shares
 * at n / design effect answers, with the t quantile of accounts - strata degrees of freedom (`tango-effective-n`).
 * The design must hold values of 100, 0 and -100. With fewer than two accounts the interval is the whole scale, with
 * everybody in the sample it is the value. Refuses other values (CND_ARGUMENT). See docs/methods/design.md.
 * Source: Korn and Graubard 1998, Survey Methodology 24:193-201, with Tango's interval in place of the exact one.
 * @example netScoreAtEffectiveN(designEstimate({ values: [100, 100, 0, -100], clusters: [0, 1, 2, 3] })).interval // => {"low":-73.053,"high":88.601}
 */
export function netScoreAtEffectiveN(design: DesignEstimate, { confidence }: DesignedOptions = {}): Estimate {
  const counts = effectiveNetCounts(design);
  const at = (quantile: number): Interval => tangoInterval(counts, 0.95, { quantile });
  return designed(design, { confidence, method: 'tango-effective-n', scale: { low: -100, high: 100 }, at });
}

/** The counts of as many independent answers as the design is worth, from the weighted mean and variance. */
export function effectiveNetCounts(design: DesignEstimate): NetCounts {
  const difference = design.value / 100;
  const notNeutral = design.variance / 1e4 + difference * difference;
  const positive = (notNeutral + difference) / 2;
  const negative = (notNeutral - difference) / 2;
  if (!(positive >= -1e-9 && negative >= -1e-9 && notNeutral <= 1 + 1e-9)) {
    throw new CandorError('CND_ARGUMENT', 'netScoreAtEffectiveN needs values of 100, 0 and -100, got others');
  }
  // rounding leaves about 1e-17 where a group is empty
  const clean = (share: number): number => (share < 1e-12 ? 0 : share) * design.effectiveN;
  return { positive: clean(positive), neutral: clean(1 - notNeutral), negative: clean(negative) };
}

/**
 * What share is it in a sample with accounts, weights or strata? Share 0..1. The Wilson interval at n / design effect
 * answers with the t quantile of accounts - strata degrees of freedom (`wilson-effective-n`). The design must hold
 * values of 0 and 1. Refuses other values (CND_ARGUMENT). See docs/methods/design.md.
 * Source: Korn and Graubard 1998, Survey Methodology 24:193-201; Wilson 1927, DOI 10.1080/01621459.1927.10502953.
 * @example proportionAtEffectiveN(designEstimate({ values: [1, 1, 0, 1], clusters: [0, 1, 2, 3] })).value // => 0.75
 */
export function proportionAtEffectiveN(design: DesignEstimate, { confidence }: DesignedOptions = {}): Estimate {
  const counts = effectiveShareCounts(design);
  const at = (quantile: number): Interval => wilsonInterval(counts.successes, counts.n, 0.95, { quantile });
  return designed(design, { confidence, method: 'wilson-effective-n', scale: { low: 0, high: 1 }, at });
}

export function effectiveShareCounts(design: DesignEstimate): { successes: number; n: number } {
  const { value, variance, effectiveN } = design;
  if (!(value >= 0 && value <= 1) || Math.abs(variance - value * (1 - value)) > 1e-9) {
    throw new CandorError('CND_ARGUMENT', 'proportionAtEffectiveN needs values of 0 and 1, got others');
  }
  return { successes: value * effectiveN, n: effectiveN };
}

/**
 * What is the mean of a sample with accounts, weights or strata? Unit of the values. Student's t on the linearised
 * standard error (`t-linearised`) where no bounds are given or where t is calibrated at the effective n; else the
 * bounded-mean interval at the effective n. Both with accounts - strata degrees of freedom.
 * Without bounds refuses fewer than two accounts (CND_SAMPLE_TOO_SMALL) and no spread (CND_NO_VARIANCE).
 * See docs/methods/design.md. Source: Binder 1983, DOI 10.2307/1402588.
 * @example meanLinearised(designEstimate({ values: [3, 4, 5, 4], clusters: [0, 1, 2, 3] })).value // => 4
 */
export function meanLinearised(design: DesignEstimate, options: MeanOptions = {}): Estimate {
  const { bounds } = options;
  const moments = effectiveMoments(design);
  if (bounds === undefined || (studentIsCalibrated(moments, bounds) && design.standardError > 0)) {
    if (design.degreesOfFreedom < 1) {
      const message = `meanLinearised needs at least 2 accounts more than strata, got ${design.clusters}`;
      throw new CandorError('CND_SAMPLE_TOO_SMALL', message, { accounts: design.clusters });
    }
    if (!(design.standardError > 0) && !design.complete) {
      throw new CandorError('CND_NO_VARIANCE', 'meanLinearised needs values that differ, or the bounds of the scale');
    }
    const at = (quantile: number): Interval => ({
      low: design.value - quantile * design.standardError,
      high: design.value + quantile * design.standardError,
    });
    return designed(design, { ...options, method: 't-linearised', scale: at(0), at });
  }
  const at = (quantile: number): Interval => boundedMeanInterval(moments, bounds, 0.95, { quantile });
  return designed(design, { ...options, method: 'bounded-mean', scale: { low: bounds.min, high: bounds.max }, at });
}

/** Moments of as many independent answers as the design is worth; the variance with n - 1. */
export function effectiveMoments(design: DesignEstimate): Moments {
  const { n, effectiveN, value, variance } = design;
  return { n: Math.max(1, effectiveN), mean: value, variance: n > 1 ? (variance * n) / (n - 1) : 0 };
}

interface Dress {
  readonly confidence?: number | undefined;
  readonly method: MethodName;
  /** The interval of somebody who knows nothing. */
  readonly scale: Interval;
  readonly at: (quantile: number) => Interval;
}

function designed(design: DesignEstimate, { confidence = 0.95, method, scale, at }: Dress): Estimate {
  requireConfidence(method, confidence);
  const { value, n, effectiveN, caveats, degreesOfFreedom } = design;
  const shared = { value, confidence, n, effectiveN, method, caveats };
  if (design.complete) return { ...shared, interval: { low: value, high: value } };
  if (degreesOfFreedom < 1) return { ...shared, interval: scale };
  return { ...shared, interval: at(studentQuantile((1 + confidence) / 2, degreesOfFreedom)) };
}

import { studentQuantile } from '../numeric/index.ts';
import { boundedMeanInterval, requireSpread } from './bounded-mean.ts';
import type { Estimate, Interval } from './estimate.ts';
import { type Bounds, type Moments, requireMoments } from './moments.ts';
import { requireConfidence } from './preconditions.ts';
import { noVarianceCaveat, sizeCaveats } from './sample-caveats.ts';
import { studentIsCalibrated } from './student-calibration.ts';

export interface MeanOptions {
  readonly confidence?: number;
  /** The ends of the scale. Without them Student's t is all there is, and equal values are refused. */
  readonly bounds?: Bounds;
}

/**
 * What is the mean, and how sure can we be of it? Unit of the scores. Student's t where there are no bounds or where it
 * is calibrated on the bounded scale (`studentIsCalibrated`), else the bounded-mean interval; the method is named.
 * Assumes independent answers; else use `meanLinearised`. Refuses, without bounds, one value (CND_SAMPLE_TOO_SMALL) and
 * equal values (CND_NO_VARIANCE). See docs/methods/means.md. Source: Student 1908, DOI 10.1093/biomet/6.1.1.
 * @example meanEstimate({ n: 25, mean: 10, variance: 4 }).interval // => {"low":9.174441,"high":10.825559}
 */
export function meanEstimate(moments: Moments, options: MeanOptions = {}): Estimate {
  const { confidence = 0.95, bounds } = options;
  requireMoments('meanEstimate', moments, bounds);
  requireConfidence('meanEstimate', confidence);
  const { n, mean, variance } = moments;
  const caveats = sizeCaveats(n, n);
  if (variance === 0) caveats.push(noVarianceCaveat(n));
  const shared = { value: mean, confidence, n, effectiveN: n, caveats };
  if (bounds !== undefined && !studentIsCalibrated(moments, bounds)) {
    return { ...shared, interval: boundedMeanInterval(moments, bounds, confidence), method: 'bounded-mean' };
  }
  requireSpread('meanEstimate', moments);
  return { ...shared, interval: studentInterval(moments, confidence), method: 't' };
}

function studentInterval(moments: Moments, confidence: number): Interval {
  const margin = studentQuantile((1 + confidence) / 2, moments.n - 1) * Math.sqrt(moments.variance / moments.n);
  return { low: moments.mean - margin, high: moments.mean + margin };
}

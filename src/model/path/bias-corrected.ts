import type { Interval } from '../../inference/index.ts';
import { normalCdf, normalQuantile, quantile } from '../../numeric/index.ts';

export interface Replicated {
  readonly estimate: number;
  /** Of the resamples that could be estimated. */
  readonly replicates: Float64Array;
}

/**
 * Acceleration of BCa: skewness of the estimate, from the estimates that leave out one unit each. a = sum d^3 / (6 (sum
 * d^2)^1.5) with d the mean less each of them.
 */
export function acceleration(leftOut: Float64Array): number {
  const mean = leftOut.reduce((sum, value) => sum + value, 0) / leftOut.length;
  let [squares, cubes] = [0, 0];
  for (const value of leftOut) {
    squares += (mean - value) ** 2;
    cubes += (mean - value) ** 3;
  }
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}

/**
 * Between which values does the figure lie? Bias-corrected and accelerated, quantiles of type 7. Undefined where no or
 * every replicate lies below the estimate: its correction would be infinite. Source: Efron 1987, DOI
 * 10.1080/01621459.1987.10478410.
 */
export function bcaInterval(
  { estimate, replicates }: Replicated,
  leftOut: Float64Array,
  confidence: number,
): Interval | undefined {
  let below = 0;
  for (const value of replicates) if (value < estimate) below++;
  if (below === 0 || below === replicates.length) return undefined;
  const bias = normalQuantile(below / replicates.length);
  const a = acceleration(leftOut);
  const tail = (1 - confidence) / 2;
  const moved = (probability: number) => {
    const z = bias + normalQuantile(probability);
    return normalCdf(bias + z / (1 - a * z));
  };
  const sorted = Float64Array.from(replicates).sort();
  return { low: quantile(sorted, moved(tail)), high: quantile(sorted, moved(1 - tail)) };
}

export function percentileInterval(replicates: Float64Array, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  const sorted = Float64Array.from(replicates).sort();
  return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) };
}

export function standardErrorOf(replicates: Float64Array): number {
  const mean = replicates.reduce((sum, value) => sum + value, 0) / replicates.length;
  const squares = replicates.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (replicates.length - 1));
}

/** How often resamples lie on the other side of zero, twice, with one added above and below: never 0, at most 1. */
export function bootstrapPValue(replicates: Float64Array): number {
  let [low, high] = [1, 1];
  for (const value of replicates) {
    if (value <= 0) low++;
    if (value >= 0) high++;
  }
  return Math.min(1, (2 * Math.min(low, high)) / (replicates.length + 1));
}

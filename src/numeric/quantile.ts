import { demand, demandProbability } from './arguments.ts';

/**
 * Below which value lies the share p of these sorted values?
 *
 * Linear interpolation between the order statistics around (n - 1) p (type 7, the default of R and NumPy).
 * `sorted` is ascending and not empty; only the two values used are looked at, so a sample that is not sorted gives a
 * wrong answer, not a refusal. Refuses an empty sample, p outside 0..1, and NaN or infinite values met
 * (`CND_ARGUMENT`). Source: Hyndman and Fan (1996), doi:10.1080/00031305.1996.10473566.
 * @example quantile([1, 2, 3, 4], 0.25) // => 1.75
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  demand(sorted.length > 0, 'quantile', 'at least 1 value', sorted.length);
  demandProbability(p, 'quantile');
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  demand(Number.isFinite(low), 'quantile', 'finite values', low);
  demand(Number.isFinite(high), 'quantile', 'finite values', high);
  demand(low <= high, 'quantile', 'values in ascending order', high);
  return low + (position - below) * (high - low);
}

/**
 * Which value has half of these values below it and half above?
 *
 * The values come in any order and are not changed; of an even number the two middle ones are averaged.
 * Refuses an empty list and values that are NaN or infinite (`CND_ARGUMENT`).
 * @example median([7, 1, 10, 9]) // => 8
 */
export function median(values: ArrayLike<number>): number {
  demand(values.length > 0, 'median', 'at least 1 value', values.length);
  const sorted = Float64Array.from(values).sort();
  // NaN sorts last, so the two ends tell whether all values are finite.
  demand(Number.isFinite(sorted[0]!), 'median', 'finite values', sorted[0]!);
  demand(Number.isFinite(sorted[sorted.length - 1]!), 'median', 'finite values', sorted[sorted.length - 1]!);
  return quantile(sorted, 0.5);
}

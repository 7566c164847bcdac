import { CandorError } from '../errors/index.ts';
import { requireFinite } from './preconditions.ts';

/** What a sample of scores says about its mean: `variance` has n - 1 as divisor and is 0 where n is 1. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/** The ends of the scale, both included: 1 and 5 for CSAT. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/**
 * What are the mean and the variance of these scores? Two passes, so that large values lose no digits; divisor n - 1.
 * Refuses an empty list (CND_SAMPLE_TOO_SMALL) and values that are not finite (CND_ARGUMENT).
 * @example momentsOf([5, 4, 4, 3]) // => {"n":4,"mean":4,"variance":0.666667}
 */
export function momentsOf(values: ArrayLike<number>): Moments {
  const n = values.length;
  if (n === 0) throw new CandorError('CND_SAMPLE_TOO_SMALL', 'momentsOf needs at least 1 value, got 0', { n });
  requireFinite('momentsOf', 'values', values);
  let [total, least, greatest] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < n; i++) {
    total += values[i]!;
    least = Math.min(least, values[i]!);
    greatest = Math.max(greatest, values[i]!);
  }
  // rounding must not carry the mean past the values: equal values have a variance of exactly zero
  const mean = Math.min(greatest, Math.max(least, total / n));
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i]! - mean) ** 2;
  return { n, mean, variance: n > 1 ? squares / (n - 1) : 0 };
}

export function requireMoments(who: string, moments: Moments, bounds?: Bounds): void {
  const { n, mean, variance } = moments;
  if (!(n >= 1 && Number.isFinite(n) && Number.isFinite(mean) && variance >= 0 && Number.isFinite(variance))) {
    throw new CandorError('CND_ARGUMENT', `${who} needs n of 1 or more, a finite mean and a variance, got ${n}`, { n });
  }
  if (bounds === undefined) return;
  const rounding = 1e-9 * (bounds.max - bounds.min);
  if (!(bounds.max > bounds.min) || mean < bounds.min - rounding || mean > bounds.max + rounding) {
    throw new CandorError('CND_ARGUMENT', `${who} needs a mean between the bounds, got ${mean}`, {
      mean,
      min: bounds.min,
      max: bounds.max,
    });
  }
}

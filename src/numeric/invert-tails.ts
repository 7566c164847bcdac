import { CandorError } from '../errors/index.ts';
import type { Tails } from './incomplete-gamma.ts';

export interface InversionTarget {
  /** The two tails wanted; their sum is 1, and the smaller one is matched. */
  readonly lower: number;
  readonly upper: number;
  /** First guess on the scale of `tailsAt`. */
  readonly start: number;
  /** Both tails at a point of an unbounded scale, with the slope on that scale. */
  readonly tailsAt: (z: number) => Tails;
}

/** A further Newton step changes less than the rounding of the tails: steps shrink quadratically. */
const lastStep = 1e-10;

/**
 * Where does a law have these tails? Newton's method on the logarithm of the smaller tail, which is concave on the
 * scales used, so that a probability of 1e-61 keeps its relative precision; kept inside a bracket all the same.
 */
export function invertTails({ lower, upper, start, tailsAt }: InversionTarget): number {
  const matchLower = lower <= upper;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let z = start;
  for (let step = 0; step < 400; step += 1) {
    const tails = tailsAt(z);
    const excess = matchLower ? Math.log(tails.lower / lower) : -Math.log(tails.upper / upper);
    if (excess === 0) return z;
    if (excess > 0) high = z;
    else low = z;
    const change = (-excess * (matchLower ? tails.lower : tails.upper)) / tails.slope;
    const next = z + change;
    if (Math.abs(change) < lastStep) return next;
    z = next > low && next < high ? next : retreat(low, high);
    if (high - low < 1e-15 * Math.abs(z)) return z;
  }
  throw new CandorError('CND_NOT_CONVERGED', `the quantile needs a law that can be inverted, got tail ${lower}`, {
    lower,
  });
}

/** Halves the bracket, or walks out of it in steps of growing size while one side is unknown. */
function retreat(low: number, high: number): number {
  if (low === Number.NEGATIVE_INFINITY) return high - 1 - Math.abs(high);
  if (high === Number.POSITIVE_INFINITY) return low + 1 + Math.abs(low);
  return low + (high - low) / 2;
}

import type { Interval } from '../../estimate.ts';
import { requireShare } from './normal-mixture.ts';

export interface SequenceOptions {
  readonly alpha?: number;
}

/**
 * Where does the mean lie, at every answer at once? The asymptotic confidence sequence, one interval for each answer, tightest
 * near `bestAt` answers: mean +- sd sqrt(2 (t r + 1) / (t^2 r) ln(sqrt(t r + 1) / alpha)), sd with divisor t. It assumes a
 * constant mean and enough answers for the normal law (50); it answers whether the mean has been above or below something
 * since the first answer and does not find changes. Unit of the values; not cut at their ends. Intervals of the first answer
 * and of equal answers have no width: read them with n. Refuses alpha outside (0, 1) (CND_ARGUMENT).
 * Source: Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2024, DOI 10.1214/24-AOS2408.
 * @example asymptoticSequence([0, 1, 0, 1, 1, 0, 1, 1, 0, 1])[9].low // => -0.131121
 */
export function asymptoticSequence(
  values: ArrayLike<number>,
  { alpha = 0.05, bestAt = 200 }: SequenceOptions & { readonly bestAt?: number } = {},
): Interval[] {
  requireShare(alpha);
  const r = (-(alpha ** 2) - 2 * Math.log(alpha) + Math.log(-2 * Math.log(alpha) + 1 - alpha ** 2)) / bestAt;
  let [mean, squares] = [0, 0];
  return Array.from({ length: values.length }, (_, i) => {
    const t = i + 1;
    const away = values[i]! - mean;
    mean += away / t;
    squares += away * (values[i]! - mean);
    const half =
      Math.sqrt(squares / t) * Math.sqrt(((2 * (t * r + 1)) / (t ** 2 * r)) * Math.log(Math.sqrt(t * r + 1) / alpha));
    return { low: mean - half, high: mean + half };
  });
}

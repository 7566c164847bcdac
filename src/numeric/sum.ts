import { demand } from './arguments.ts';

/**
 * What is the sum of these numbers, as if added exactly and rounded once or twice?
 *
 * Compensated addition (Neumaier): the error does not grow with the number of terms, so the order of the answers does
 * not move a figure. The sum of nothing is 0. Refuses NaN and infinite terms (`CND_ARGUMENT`).
 * Source: Neumaier (1974), doi:10.1002/zamm.19740540106.
 * @example sum([1, 1e100, 1, -1e100]) // => 2
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  if (!Number.isFinite(total + lost)) refuseNotFinite(values);
  return total + lost;
}

/** The loop above stays free of checks; only a sum that failed is searched for the term that spoilt it. */
function refuseNotFinite(values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i += 1) demand(Number.isFinite(values[i]!), 'sum', 'finite numbers', values[i]!);
  demand(false, 'sum', 'numbers whose sum can be represented', Number.POSITIVE_INFINITY);
}

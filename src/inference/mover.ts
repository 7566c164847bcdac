import { findRoot } from '../numeric/index.ts';
import type { Interval } from './estimate.ts';

/** One side of a difference: its value and its interval at any quantile (0: no width). */
export interface MoverSide {
  readonly value: number;
  readonly at: (quantile: number) => Interval;
}

/**
 * The interval of after - before from the intervals of both sides: each limit takes the distances that point towards it,
 * as the sides of a triangle, right-angled where the estimates are independent (method of variance estimates recovery;
 * Zou and Donner 2008, DOI 10.1002/sim.3095). `correlation` is that of the two estimates.
 */
export function moverInterval(before: MoverSide, after: MoverSide, quantile: number, correlation = 0): Interval {
  const difference = after.value - before.value;
  const [b, a] = [before.at(quantile), after.at(quantile)];
  return {
    low: difference - recovered(after.value - a.low, b.high - before.value, correlation),
    high: difference + recovered(a.high - after.value, before.value - b.low, correlation),
  };
}

function recovered(one: number, other: number, correlation: number): number {
  return Math.sqrt(one * one + other * other - 2 * correlation * one * other);
}

/** Nobody needs a p-value beyond this many quantiles; the probability there is the (cautious) answer. */
const farthest = 512;

/**
 * The p-value that belongs to the interval: the smallest two-sided level whose interval leaves out zero, so that p and
 * interval can never disagree. `tail` is the two-sided probability beyond a quantile.
 */
export function moverPValue(
  before: MoverSide,
  after: MoverSide,
  tail: (quantile: number) => number,
  correlation = 0,
): number {
  const difference = after.value - before.value;
  const reach = (quantile: number): number => {
    const interval = moverInterval(before, after, quantile, correlation);
    return difference > 0 ? interval.low : -interval.high;
  };
  // a difference that is rounding only lies within the intervals of no width
  if (difference === 0 || !(reach(0) > 0)) return 1;
  // without correlation the interval only grows with the quantile; with it, the first crossing is the cautious one
  let [near, far] = [0, correlation === 0 ? 8 : 0.25];
  while (reach(far) > 0) {
    if (far >= farthest || tail(far) === 0) return tail(far);
    near = far;
    far *= 2;
  }
  return Math.min(1, tail(findRoot(reach, near, far)));
}

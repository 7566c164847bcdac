import { findRoot } from '../numeric/index.ts';
import type { Interval } from './estimate.ts';
import {
  headlineStandardError,
  type NetCounts,
  netScore,
  netScoreVariance,
  netTotal,
  requireNetCounts,
} from './net-score.ts';
import { twoSidedQuantile } from './preconditions.ts';

export interface IntervalOptions {
  /** The quantile to use instead of the normal one, for example Student t where the variance rests on few accounts. */
  readonly quantile?: number;
}

/**
 * Between which values does the net score of everybody lie, judging from these answers? Points -100..100.
 * Score interval: all values that a test with the variance of the best-fitting shares *under that value* does not
 * reject; it stays on the scale and has width where all answers agree. Exact coverage at 0.95, mean over five
 * populations: .968 at n = 5, .955 at 10, .956 at 20; it falls to .90 near all-positive populations.
 * Assumes independent answers; with accounts or weights pass counts scaled to the effective n and a t quantile
 * (`netScoreAtEffectiveN`). Refuses bad counts and confidences (CND_ARGUMENT).
 * Source: Tango 1998, Statistics in Medicine 17:891-908, DOI 10.1002/(SICI)1097-0258(19980430)17:8<891::AID-SIM780>3.0.CO;2-B.
 * @example tangoInterval({ positive: 10, neutral: 0, negative: 0 }) // => {"low":44.4934,"high":100}
 */
export function tangoInterval(counts: NetCounts, confidence = 0.95, options: IntervalOptions = {}): Interval {
  requireNetCounts('tangoInterval', counts);
  const quantile = options.quantile ?? twoSidedQuantile('tangoInterval', confidence);
  return { low: 100 * tangoLimit(counts, quantile, -1), high: 100 * tangoLimit(counts, quantile, 1) };
}

/** The limit on one side (-1 lower, 1 upper) as a share difference -1..1: where the distance equals the quantile. */
function tangoLimit(counts: NetCounts, quantile: number, side: -1 | 1): number {
  const n = netTotal(counts);
  const observed = (counts.positive - counts.negative) / n;
  if (observed === side || !(quantile > 0)) return observed;
  if (netScoreVariance(counts) === 0) {
    // all answers agree: the equation has a closed root, besides the trivial one at the observed value itself
    const square = quantile * quantile;
    return side * (observed === 0 ? square / (n + square) : 1 - (2 * n) / (n + square));
  }
  const distance = (delta: number): number =>
    n * Math.abs(observed - delta) - quantile * Math.sqrt(n * constrainedVariance(counts, delta));
  // a quantile so large that only the end of the scale is left, up to rounding
  if (distance(side) <= 0) return side;
  return side < 0 ? findRoot(distance, -1, observed) : findRoot(distance, observed, 1);
}

/** Variance of one answer under the shares of greatest likelihood whose difference is delta. */
function constrainedVariance(counts: NetCounts, delta: number): number {
  const n = netTotal(counts);
  const { positive, negative } = counts;
  const b = -positive - negative + (2 * n - positive + negative) * delta;
  const c = -negative * delta * (1 - delta);
  const root = Math.sqrt(Math.max(0, b * b - 8 * n * c));
  // the two forms are equal; each avoids the cancellation of the other
  const negativeShare = b > 0 ? (-2 * c) / (root + b) : (root - b) / (4 * n);
  return Math.max(0, 2 * negativeShare + delta * (1 - delta));
}

/**
 * What does the quick formula with three added answers give? Points; the interval can leave the scale
 * (10 positive answers of 10: 47.5 to 106.3), so Candor never uses it by default: see `tangoInterval`.
 * Adds 3/4 to the positive and the negative and 3/2 to the neutral answers, then the Wald formula.
 * Refuses bad counts and confidences (CND_ARGUMENT). Source: Rocks 2016, The American Statistician 70:365-372,
 * arXiv:1601.07235, after Bonett and Price 2012, DOI 10.3102/1076998611411915.
 * @example adjustedWaldInterval({ positive: 5, neutral: 3, negative: 2 }) // => {"low":-19.0506,"high":65.2045}
 */
export function adjustedWaldInterval(counts: NetCounts, confidence = 0.95, options: IntervalOptions = {}): Interval {
  requireNetCounts('adjustedWaldInterval', counts);
  const added = { positive: counts.positive + 0.75, neutral: counts.neutral + 1.5, negative: counts.negative + 0.75 };
  return waldInterval(added, confidence, options);
}

/**
 * What does the textbook formula give? Net score plus and minus quantile times 100 sqrt(var / n), in points.
 * It has no width where all answers agree and leaves the scale; exact coverage is .40 at n = 5 with 90 % positive. Kept
 * for comparison with other programs only; never below n = 100 or with an empty group.
 * Refuses bad counts and confidences (CND_ARGUMENT). Source: Wald 1943, DOI 10.1090/S0002-9947-1943-0012401-3.
 * @example waldInterval({ positive: 50, neutral: 30, negative: 20 }) // => {"low":14.6922,"high":45.3078}
 */
export function waldInterval(counts: NetCounts, confidence = 0.95, options: IntervalOptions = {}): Interval {
  const value = netScore(counts);
  const quantile = options.quantile ?? twoSidedQuantile('waldInterval', confidence);
  const margin = quantile * headlineStandardError(counts);
  return { low: value - margin, high: value + margin };
}

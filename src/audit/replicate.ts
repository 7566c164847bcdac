import { normalQuantile } from '../numeric/index.ts';

/** The criterion of a dashboard that tests each change alone: |z| > 1.959964. */
export const nominalQuantile = normalQuantile(0.975);

/** What each period of one (real or simulated) programme shows: answers, mean and variance (n - 1) per period. */
export interface PeriodMoments {
  readonly n: Float64Array;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/** Would a dashboard colour the change between two periods? With no variance at all any difference is coloured. */
export function isNominal(moments: PeriodMoments, before: number, after: number): boolean {
  const { n, mean, variance } = moments;
  const difference = Math.abs(mean[after]! - mean[before]!);
  const squaredError = variance[before]! / n[before]! + variance[after]! / n[after]!;
  return difference > nominalQuantile * Math.sqrt(squaredError) && difference > 1e-9;
}

/** Periods as the replicates see them: those with two answers are tested in order, those with ten make the range. */
export interface ReplicateRules {
  readonly tested: readonly number[];
  readonly ranged: readonly number[];
}

export function replicateRules(sizes: ArrayLike<number>): ReplicateRules {
  const indices = Array.from({ length: sizes.length }, (_, i) => i);
  return { tested: indices.filter((i) => sizes[i]! >= 2), ranged: indices.filter((i) => sizes[i]! >= 10) };
}

export function countNominal(moments: PeriodMoments, tested: readonly number[]): number {
  let hits = 0;
  for (let i = 1; i < tested.length; i++) if (isNominal(moments, tested[i - 1]!, tested[i]!)) hits++;
  return hits;
}

/** Highest minus lowest mean of the periods given; 0 where there are none. */
export function rangeOf(mean: Float64Array, ranged: readonly number[]): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const i of ranged) {
    low = Math.min(low, mean[i]!);
    high = Math.max(high, mean[i]!);
  }
  return ranged.length > 0 ? high - low : 0;
}

/** What a programme in which nothing changes would show, over all replicates. */
export interface NoiseSummary {
  readonly replicates: number;
  /** Mean number of changes that a dashboard would colour. */
  readonly meanNominal: number;
  readonly probabilityOfAtLeastThisMany: number;
  readonly chanceOfAny: number;
  readonly chanceOfTwo: number;
  /** Median, 5 % and 95 % of the range; absent where fewer than two periods have ten answers. */
  readonly range?: { readonly median: number; readonly low: number; readonly high: number };
}

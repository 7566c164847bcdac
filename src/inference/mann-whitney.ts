import { CandorError } from '../errors/index.ts';
import { normalUpper } from '../numeric/index.ts';
import { requireFinite } from './preconditions.ts';
import { exactIsAffordable, exactRankSumPValue, type TiedGroup } from './rank-sum-distribution.ts';

export interface MannWhitney {
  /** Pairs in which the value of the first sample is the larger one, ties counted half. */
  readonly u: number;
  readonly pValue: number;
  /** Probability that a random value of the first sample exceeds one of the second, ties counted half. */
  readonly probabilityOfSuperiority: number;
  readonly method: 'mann-whitney';
  /** Whether the p-value is exact; else it rests on the normal law. */
  readonly exact: boolean;
}

/**
 * Does one group tend to give higher scores than the other? Rank test for ordinal answers: the exact law of the tied
 * ranks where it is affordable (about 20 against 20 different values, 10 against 200 on five steps), else the
 * normal law with tie and continuity correction. Assumes independent answers; it compares whole distributions, not
 * means: two groups of equal mean and different spread may differ. Where all values are equal p is 1.
 * Refuses an empty sample (CND_SAMPLE_TOO_SMALL) and values that are not finite (CND_ARGUMENT).
 * See docs/methods/differences.md. Source: Mann and Whitney 1947, DOI 10.1214/aoms/1177730491.
 * @example mannWhitney([5, 5, 4, 5, 3], [3, 4, 2, 3, 4]).probabilityOfSuperiority // => 0.84
 */
export function mannWhitney(first: ArrayLike<number>, second: ArrayLike<number>): MannWhitney {
  if (first.length === 0 || second.length === 0) {
    throw new CandorError('CND_SAMPLE_TOO_SMALL', 'mannWhitney needs at least 1 value in each sample, got 0');
  }
  requireFinite('mannWhitney', 'values', first);
  requireFinite('mannWhitney', 'values', second);
  const [m, n] = [first.length, second.length];
  const { doubledRankSum, groups } = tiedRanks(Float64Array.from(first), Float64Array.from(second));
  const u = doubledRankSum / 2 - (m * (m + 1)) / 2;
  const members = Math.min(m, n);
  const exact = exactIsAffordable(groups, members);
  const doubledTotal = (m + n) * (m + n + 1);
  const pValue = exact
    ? exactRankSumPValue(groups, members, m <= n ? doubledRankSum : doubledTotal - doubledRankSum)
    : normalPValue(u, m, n, groups);
  return { u, pValue, probabilityOfSuperiority: u / (m * n), method: 'mann-whitney', exact };
}

function normalPValue(u: number, m: number, n: number, groups: readonly TiedGroup[]): number {
  const total = m + n;
  const tieTerm = groups.reduce((sum, { size }) => sum + size ** 3 - size, 0);
  const variance = ((m * n) / 12) * (total + 1 - tieTerm / (total * (total - 1)));
  const distance = Math.max(0, Math.abs(u - (m * n) / 2) - 0.5);
  return variance > 0 ? Math.min(1, 2 * normalUpper(distance / Math.sqrt(variance))) : 1;
}

/** Twice the sum of the mid-ranks of the first sample, and the groups of equal values. */
function tiedRanks(first: Float64Array, second: Float64Array): { doubledRankSum: number; groups: TiedGroup[] } {
  first.sort();
  second.sort();
  const groups: TiedGroup[] = [];
  let [i, j, doubledRankSum] = [0, 0, 0];
  while (i < first.length || j < second.length) {
    const value = Math.min(first[i] ?? Number.POSITIVE_INFINITY, second[j] ?? Number.POSITIVE_INFINITY);
    const [startI, startJ] = [i, j];
    while (i < first.length && first[i] === value) i++;
    while (j < second.length && second[j] === value) j++;
    const size = i - startI + j - startJ;
    const doubledRank = 2 * (startI + startJ) + size + 1;
    doubledRankSum += (i - startI) * doubledRank;
    groups.push({ size, doubledRank });
  }
  return { doubledRankSum, groups };
}

import { CandorError } from '../errors/index.ts';
import { normalUpper } from '../numeric/index.ts';
import { requireFinite } from './preconditions.ts';

export interface MannWhitney {
  /** Pairs in which the value of the first sample is the larger one, ties counted half. */
  readonly u: number;
  readonly pValue: number;
  /** Probability that a random value of the first sample exceeds one of the second, ties counted half. */
  readonly probabilityOfSuperiority: number;
  readonly method: 'mann-whitney';
}

/**
 * Does one group tend to give higher scores than the other? Rank test for ordinal answers, normal law with tie and
 * continuity correction. Assumes independent answers; it compares whole distributions, not means: two groups of equal
 * mean and different spread may differ. Where all values are equal p is 1.
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
  const { rankSum, tieTerm } = ranks(Float64Array.from(first), Float64Array.from(second));
  const [m, n] = [first.length, second.length];
  const total = m + n;
  const u = rankSum - (m * (m + 1)) / 2;
  const variance = ((m * n) / 12) * (total + 1 - tieTerm / (total * (total - 1)));
  const distance = Math.max(0, Math.abs(u - (m * n) / 2) - 0.5);
  const pValue = variance > 0 ? Math.min(1, 2 * normalUpper(distance / Math.sqrt(variance))) : 1;
  return { u, pValue, probabilityOfSuperiority: u / (m * n), method: 'mann-whitney' };
}

/** Sum of the mid-ranks of the first sample, and sum of t^3 - t over groups of t tied values. */
function ranks(first: Float64Array, second: Float64Array): { rankSum: number; tieTerm: number } {
  first.sort();
  second.sort();
  let [i, j, rankSum, tieTerm] = [0, 0, 0, 0];
  while (i < first.length || j < second.length) {
    const value = Math.min(first[i] ?? Number.POSITIVE_INFINITY, second[j] ?? Number.POSITIVE_INFINITY);
    const [startI, startJ] = [i, j];
    while (i < first.length && first[i] === value) i++;
    while (j < second.length && second[j] === value) j++;
    const tied = i - startI + j - startJ;
    rankSum += (i - startI) * (startI + startJ + (tied + 1) / 2);
    tieTerm += tied ** 3 - tied;
  }
  return { rankSum, tieTerm };
}

import type { Interval, NetCounts } from '../../src/inference/index.ts';
import { binomialProbability } from '../../src/numeric/index.ts';

/** Every way n answers fall into three groups, with its probability under the shares p (positive) and d (negative). */
export function* netOutcomes(n: number, p: number, d: number): Generator<{ counts: NetCounts; probability: number }> {
  for (let positive = 0; positive <= n; positive++) {
    const first = binomialProbability(positive, n, p);
    for (let negative = 0; negative <= n - positive; negative++) {
      const second = binomialProbability(negative, n - positive, d / (1 - p));
      const counts = { positive, neutral: n - positive - negative, negative };
      yield { counts, probability: first * second };
    }
  }
}

/**
 * Exact coverage of an interval for the net score, and its mean width on the scale, over all outcomes
 * of at least the probability given.
 */
export function enumerateNetScore(
  n: number,
  p: number,
  d: number,
  interval: (counts: NetCounts) => Interval,
  leastProbability = 0,
): { coverage: number; width: number } {
  const truth = 100 * (p - d);
  let coverage = 0;
  let width = 0;
  for (const { counts, probability } of netOutcomes(n, p, d)) {
    if (probability < leastProbability) continue;
    const { low, high } = interval(counts);
    // a limit that equals the truth up to rounding covers it
    if (low <= truth + 1e-9 && truth - 1e-9 <= high) coverage += probability;
    width += probability * (Math.min(100, high) - Math.max(-100, low));
  }
  return { coverage, width };
}

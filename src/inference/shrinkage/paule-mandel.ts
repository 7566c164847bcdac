import { CandorError } from '../../errors/index.ts';
import { findRoot } from '../../numeric/index.ts';
import type { SegmentValue } from './segment-value.ts';

export interface BetweenSegments {
  /** Mean of the segments, weighted by 1 / (own variance + between-variance). */
  readonly mean: number;
  /** Variance of that mean where the between-variance is known. */
  readonly meanVariance: number;
  readonly betweenVariance: number;
}

/** Fewest segments from which a spread between segments can be learned. */
export const fewestSegments = 3;

/**
 * How much do segments truly differ? The between-variance at which the weighted squares around the mean are what they
 * should be, k - 1 (Paule-Mandel); 0 where they are less than chance alone makes.
 * Refuses fewer than 3 segments (CND_SAMPLE_TOO_SMALL), values that are not finite and variances that are not above 0
 * (CND_ARGUMENT). Source: Paule and Mandel 1982, DOI 10.6028/jres.087.022.
 * @example betweenSegments([{ value: 0, variance: 1 }, { value: 4, variance: 1 }, { value: 8, variance: 1 }]).betweenVariance // => 15
 */
export function betweenSegments(segments: readonly SegmentValue[]): BetweenSegments {
  requireSegments(segments);
  const excess = (betweenVariance: number) => {
    const { mean } = meanAt(segments, betweenVariance);
    const squares = segments.map(({ value, variance }) => (value - mean) ** 2 / (variance + betweenVariance));
    return squares.reduce((total, square) => total + square, 0) - (segments.length - 1);
  };
  if (excess(0) <= 0) return { ...meanAt(segments, 0), betweenVariance: 0 };
  const values = segments.map(({ value }) => value);
  // Above the squared range every square is below 1 / k of its share, so the sum has fallen below k - 1.
  const most = (Math.max(...values) - Math.min(...values)) ** 2;
  const betweenVariance = findRoot(excess, 0, most);
  return { ...meanAt(segments, betweenVariance), betweenVariance };
}

export function meanAt(segments: readonly SegmentValue[], betweenVariance: number) {
  let [weights, sum] = [0, 0];
  for (const { value, variance } of segments) {
    const weight = 1 / (variance + betweenVariance);
    weights += weight;
    sum += weight * value;
  }
  return { mean: sum / weights, meanVariance: 1 / weights };
}

function requireSegments(segments: readonly SegmentValue[]): void {
  if (segments.length < fewestSegments) {
    const message = `shrinkage needs at least ${fewestSegments} segments, got ${segments.length}`;
    throw new CandorError('CND_SAMPLE_TOO_SMALL', message, { segments: segments.length, needed: fewestSegments });
  }
  segments.forEach(({ value, variance }, position) => {
    if (Number.isFinite(value) && variance > 0 && Number.isFinite(variance)) return;
    const message = `shrinkage needs finite values and variances above 0, got ${value} and ${variance}`;
    throw new CandorError('CND_ARGUMENT', message, { position });
  });
}

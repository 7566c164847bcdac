import { type NetCounts, netScore, netTotal, requireNetCounts } from '../net-score.ts';

/** What one segment says by itself: its value and the variance of that value, in the unit of the metric, squared. */
export interface SegmentValue {
  readonly value: number;
  readonly variance: number;
  /** For intervals and ranks, where it is another: the added answers make that of few answers too small. */
  readonly intervalVariance?: number;
}

/**
 * What does a small segment say of its net score? Three answers are added (3/4 positive, 3/2 neutral, 3/4 negative) to
 * the variance only, so that a segment in which all agree has one too: else its weight would be infinite.
 * Refuses counts that are negative or all zero (CND_ARGUMENT). Source: Bonett and Price 2012,
 * DOI 10.3102/1076998611411915.
 * @example netSegmentValue({ positive: 2, neutral: 2, negative: 0 }) // => {"value":50,"variance":597.667638,"intervalVariance":1045.918367}
 */
export function netSegmentValue(counts: NetCounts): SegmentValue {
  requireNetCounts('netSegmentValue', counts);
  const n = netTotal(counts) + 3;
  const [above, below] = [(counts.positive + 0.75) / n, (counts.negative + 0.75) / n];
  const spread = 1e4 * (above + below - (above - below) ** 2);
  return { value: netScore(counts), variance: spread / n, intervalVariance: spread / (n - 3) };
}

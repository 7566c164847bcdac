import { type Caveat, caveat } from '../caveat.ts';
import type { Interval } from '../estimate.ts';
import { requireConfidence, requirePositive } from '../preconditions.ts';
import { betweenSegments } from './paule-mandel.ts';
import { rankIntervals } from './rank-intervals.ts';
import type { SegmentValue } from './segment-value.ts';
import { mixtureInterval, spreadPosterior } from './spread-posterior.ts';

export interface ShrinkOptions {
  /** Half the width of the scale: 100 for a net score. No spread between segments is larger. */
  readonly mostSpread: number;
  readonly confidence?: number;
  /** Of the simulated ranks. */
  readonly seed?: number;
  /** Simulated sets of true values behind the ranks. */
  readonly replicates?: number;
}

export interface ShrunkenSegment {
  readonly shrunken: number;
  /** Of the shrunken value where mean and between-variance were known but for the mean's own error. */
  readonly standardError: number;
  /** Carries that the between-variance is not known. */
  readonly interval: Interval;
  /** 1 is the highest. */
  readonly rankInterval: Interval;
}

export interface ShrunkenSegments {
  readonly mean: number;
  readonly betweenVariance: number;
  readonly segments: readonly ShrunkenSegment[];
  /** May anything be said of who stands before whom? `none`: every two segments could stand either way round. */
  readonly ranking: 'none' | 'some';
  readonly caveats: readonly Caveat[];
}

/**
 * Where do segments truly stand, small ones too? Each value is drawn to the mean of all, the more the less it says by
 * itself (best linear prediction of the normal-normal model, between-variance by Paule-Mandel). The interval mixes over
 * all spreads between segments; ranks come from 4,000 simulated sets of true values. Two segments whose rank intervals
 * share a place are not ranked; where that holds for all of them the table carries `ranking-not-supported`.
 * Assumes segments whose true values scatter like a normal around one mean, and independent answers.
 * Refuses fewer than 3 segments (CND_SAMPLE_TOO_SMALL), variances not above 0 (CND_ARGUMENT).
 * Source: Paule and Mandel 1982, DOI 10.6028/jres.087.022; Gelman 2006, DOI 10.1214/06-BA117A; Goldstein and
 * Spiegelhalter 1996, DOI 10.2307/2983325. See docs/methods/shrinkage.md.
 * @example shrinkSegments([{ value: 0, variance: 1 }, { value: 4, variance: 1 }, { value: 8, variance: 1 }], { mostSpread: 100 }).segments[0].shrunken // => 0.25
 */
export function shrinkSegments(segments: readonly SegmentValue[], options: ShrinkOptions): ShrunkenSegments {
  const { mostSpread, confidence = 0.95, seed = 1, replicates = 4000 } = options;
  requireConfidence('shrinkSegments', confidence);
  requirePositive('shrinkSegments', 'mostSpread', mostSpread);
  const between = betweenSegments(segments);
  const careful = segments.map(({ value, variance, intervalVariance = variance }) => ({
    value,
    variance: intervalVariance,
  }));
  const spread = spreadPosterior(careful, mostSpread);
  const ranks = rankIntervals(careful, spread, { confidence, seed, replicates });
  const shrunk = segments.map((segment, i): ShrunkenSegment => {
    const share = segment.variance / (segment.variance + between.betweenVariance);
    const shrunken = share * between.mean + (1 - share) * segment.value;
    const interval = mixtureInterval(careful[i]!, spread, confidence);
    return {
      shrunken,
      standardError: Math.sqrt(between.betweenVariance * share + share * share * between.meanVariance),
      interval: { low: Math.min(interval.low, shrunken), high: Math.max(interval.high, shrunken) },
      rankInterval: ranks[i]!,
    };
  });
  const ranking =
    Math.max(...ranks.map(({ low }) => low)) > Math.min(...ranks.map(({ high }) => high)) ? 'some' : 'none';
  const { mean, betweenVariance } = between;
  return { mean, betweenVariance, segments: shrunk, ranking, caveats: ranking === 'none' ? [notRanked()] : [] };
}

function notRanked(): Caveat {
  const words = 'These segments cannot be ranked: any two of them could truly stand the other way round.';
  return caveat('ranking-not-supported', words);
}

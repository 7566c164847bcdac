import type { Estimate } from '../inference/index.ts';
import { metricDefinition, type Scale } from './metric-definition.ts';
import { estimateScores, type ScoreOptions } from './metric-score.ts';
import { tallyScores } from './score-tally.ts';

/**
 * What share of customers is satisfied (CSAT as top-2-box)? Share 0..1 of the two highest answers, scale 1-5 unless
 * given. Another metric than `csatMean`: the two are never compared. Refuses as `estimateScores`.
 *
 * @example csatTopBox([5, 4, 3, 2]).value // => 0.5
 */
export function csatTopBox(scores: ArrayLike<number>, options: ScoreOptions & { scale?: Scale } = {}): Estimate {
  const { scale, ...rest } = options;
  return estimateScores(metricDefinition('csat-top2', scale ? { scale } : {}), tallyScores(scores), rest);
}

/**
 * How satisfied are customers on average (CSAT as a mean)? Mean on the scale, 1-5 unless given. Refuses as
 * `estimateScores`.
 *
 * @example csatMean([5, 4, 3, 2]).value // => 3.5
 */
export function csatMean(scores: ArrayLike<number>, options: ScoreOptions & { scale?: Scale } = {}): Estimate {
  const { scale, ...rest } = options;
  return estimateScores(metricDefinition('csat-mean', scale ? { scale } : {}), tallyScores(scores), rest);
}

import type { Estimate } from '../inference/index.ts';
import { metricDefinition, type Scale } from './metric-definition.ts';
import { estimateScores, type ScoreOptions } from './metric-score.ts';
import { tallyScores } from './score-tally.ts';

/**
 * How high is the score on 0-100, whatever the scale it was asked on? Mean of (score - min) / (max - min) x 100 with
 * the scale's own ends, never the observed ones. Refuses as `estimateScores`.
 *
 * @example indexScore([1, 10], { scale: { min: 1, max: 10 } }).value // => 50
 */
export function indexScore(scores: ArrayLike<number>, options: ScoreOptions & { scale: Scale }): Estimate {
  const { scale, ...rest } = options;
  return estimateScores(metricDefinition('index-100', { scale }), tallyScores(scores), rest);
}

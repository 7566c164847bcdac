import type { Estimate } from '../inference/index.ts';
import { metricDefinition } from './metric-definition.ts';
import { estimateScores, type ScoreOptions } from './metric-score.ts';
import { tallyScores } from './score-tally.ts';

/**
 * How easy was it (Customer Effort Score)? Mean on the scale 1-5 or 1-7, which are two metrics. High is good where
 * ease or agreement is asked; a question that asks for effort has the direction `lower-is-better` in its definition.
 * Source: Dixon, Freeman, Toman 2010, Harvard Business Review 88(7-8):116-122 (scale 1-5); the 1-7 agreement version
 * followed in 2013.
 *
 * @example customerEffort([7, 6, 5], { scale: 7 }).value // => 6
 */
export function customerEffort(scores: ArrayLike<number>, options: ScoreOptions & { scale: 5 | 7 }): Estimate {
  const { scale, ...rest } = options;
  return estimateScores(metricDefinition(scale === 5 ? 'ces-5' : 'ces-7'), tallyScores(scores), rest);
}

import { CandorError } from '../errors/index.ts';

/**
 * How often each score was given, scores ascending: the complete sufficient statistic of NPS, CSAT, CES and means of
 * independent answers. `values` and `counts` have the same length.
 */
export interface ScoreTally {
  readonly values: readonly number[];
  readonly counts: readonly number[];
  readonly n: number;
}

/**
 * How often was each score given? Order of the answers does not matter. Refuses a score that is not a number
 * (`CND_ARGUMENT`): what a blank means is decided before counting.
 *
 * @example tallyScores([9, 10, 9]).counts // => [2, 1]
 */
export function tallyScores(scores: ArrayLike<number>): ScoreTally {
  const count = new Map<number, number>();
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number;
    if (!Number.isFinite(score)) {
      throw new CandorError('CND_ARGUMENT', `tallyScores needs numbers, got ${score} at position ${i + 1}`, {
        position: i + 1,
      });
    }
    count.set(score, (count.get(score) ?? 0) + 1);
  }
  const values = [...count.keys()].sort((a, b) => a - b);
  return { values, counts: values.map((value) => count.get(value) as number), n: scores.length };
}

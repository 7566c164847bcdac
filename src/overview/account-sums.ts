import { type MetricDefinition, type ScoreTally, scoreValue } from '../metrics/index.ts';

/**
 * Answers of one period by account, added up over the accounts: all that the spread between accounts needs. Values are
 * whole numbers (`countingValue`), so every engine gives the same sums.
 */
export interface AccountSums {
  /** Accounts that answered. */
  readonly accounts: number;
  /** Their answers, the sum of the values and of their squares. */
  readonly answers: number;
  readonly total: number;
  readonly squares: number;
  /** Sums over accounts of: answers squared, answers times sum of values, sum of values squared. */
  readonly answersSquared: number;
  readonly answersByTotal: number;
  readonly totalSquared: number;
}

/**
 * What does one answer count in whole numbers? The value of the metric up to a shift and a unit, which a design effect
 * does not see: 1, 0, -1 for a net score, 1 or 0 for a share, steps above the lowest answer for a mean or an index.
 *
 * @example countingValue(metricDefinition('nps'), 3) // => -1
 */
export function countingValue(definition: MetricDefinition, score: number): number {
  switch (definition.statistic) {
    case 'net':
      return scoreValue(definition, score) / 100;
    case 'share':
      return scoreValue(definition, score);
    case 'mean':
    case 'index':
      return score - definition.scale.min;
  }
}

/**
 * How much less do answers know because those of one account are alike? Linearised variance by accounts against that of
 * a simple sample, at least 1; an answer without an account is an account of its own. The same figure as from the rows
 * (`designEstimate`). 1 where all answers agree or fewer than two accounts answered.
 *
 * @example designEffectOfAccounts(metricDefinition('nps'), tallyScores([10, 10, 3, 3]), { accounts: 2, answers: 4, total: 0, squares: 4, answersSquared: 8, answersByTotal: 0, totalSquared: 8 }) // => 3
 */
export function designEffectOfAccounts(definition: MetricDefinition, tally: ScoreTally, sums: AccountSums): number {
  const n = tally.n;
  const values = tally.values.map((score) => countingValue(definition, score));
  const total = values.reduce((sum, value, i) => sum + value * tally.counts[i]!, 0);
  const mean = total / n;
  const spread = values.reduce((sum, value, i) => sum + (value - mean) ** 2 * tally.counts[i]!, 0);
  const loose = n - sums.answers;
  const units = sums.accounts + loose;
  if (n < 2 || units < 2 || !(spread > 0)) return 1;
  const within = sums.squares - 2 * mean * sums.total + mean * mean * sums.answers;
  const between = sums.totalSquared - 2 * mean * sums.answersByTotal + mean * mean * sums.answersSquared;
  const residuals = Math.max(0, between) + Math.max(0, spread - within);
  const variance = (residuals * units) / (units - 1) / (n * n);
  return Math.max(1, (variance * n * (n - 1)) / spread);
}

import type { MetricDefinition } from './metric-definition.ts';
import type { ScoreTally } from './score-tally.ts';
import { scoreValue } from './score-value.ts';

/** Mean and variance (divisor n) of what the answers add to a metric, in its unit and its squared unit. */
export interface TallyMoments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/**
 * Where do the answers of a tally lie, and how far apart? Two passes, centred: a sum of squares loses half its digits on
 * large samples of near-equal scores. An empty tally has mean and variance 0.
 *
 * @example tallyMoments(metricDefinition('nps'), tallyScores([10, 10, 7, 0])).variance // => 6875
 */
export function tallyMoments(definition: MetricDefinition, { values, counts, n }: ScoreTally): TallyMoments {
  if (n === 0) return { n, mean: 0, variance: 0 };
  // Plain loops: a trend of ten touchpoints asks 1,400 times, and an array with two closures each time was its largest part.
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += scoreValue(definition, values[i]!) * counts[i]!;
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (scoreValue(definition, values[i]!) - mean) ** 2 * counts[i]!;
  return { n, mean, variance: squares / n };
}

/**
 * How large is the standard error of a metric from independent answers, as the headline margin of error uses it? Divisor
 * n for NPS and shares, n - 1 for means and indices; 0 where it is unknown: one answer, or all in one group.
 *
 * @example headlineErrorOf(metricDefinition('nps'), tallyScores([10, 10, 7, 0])) // => 41.457810
 */
export function headlineErrorOf(definition: MetricDefinition, tally: ScoreTally): number {
  const { n, variance } = tallyMoments(definition, tally);
  if (n < 2) return 0;
  const isShare = definition.statistic === 'net' || definition.statistic === 'share';
  return Math.sqrt(variance / (isShare ? n : n - 1));
}

import { CandorError } from '../errors/index.ts';
import {
  type Comparison,
  compareMeans,
  compareNetScores,
  compareProportions,
  type Estimate,
  type Moments,
  meanEstimate,
  netScoreEstimate,
  proportionEstimate,
} from '../inference/index.ts';
import type { MetricDefinition } from './metric-definition.ts';
import { netCountsOf, npsGroups } from './nps.ts';
import type { ScoreTally } from './score-tally.ts';
import { isOnScale, scoreValue, valueBounds } from './score-value.ts';
import { tallyMoments } from './tally-moments.ts';

export interface ScoreOptions {
  readonly confidence?: number;
}

/**
 * How does a metric stand, from independent answers? Picks the interval that belongs to the statistic: Tango for NPS,
 * Wilson for shares, Student t (bounded by the scale) for means and indices.
 *
 * Refuses an empty tally (`CND_SAMPLE_TOO_SMALL`) and scores off the definition's scale (`CND_ARGUMENT`).
 *
 * @example estimateScores(metricDefinition('csat-top2'), tallyScores([5, 4, 4, 2])).value // => 0.75
 */
export function estimateScores(definition: MetricDefinition, tally: ScoreTally, options: ScoreOptions = {}): Estimate {
  refuseOffScale(definition, tally);
  switch (definition.statistic) {
    case 'net':
      return netScoreEstimate(netCountsOf(npsGroups(tally)), options);
    case 'share':
      return proportionEstimate(successesOf(definition, tally), tally.n, options);
    case 'mean':
    case 'index':
      return meanEstimate(momentsOfTally(definition, tally), { ...options, bounds: valueBounds(definition) });
  }
}

/**
 * Did a metric move between two sets of independent answers, beyond what sampling alone would do? The verdict here is
 * that of one comparison looked at alone; several together need a correction (`holm`).
 *
 * @example compareScores(metricDefinition('nps'), { before: tallyScores([9, 9, 3]), after: tallyScores([10, 2, 1]) }).verdict // => "not enough data"
 */
export function compareScores(
  definition: MetricDefinition,
  tallies: { before: ScoreTally; after: ScoreTally },
  options: ScoreOptions = {},
): Comparison {
  const { before, after } = tallies;
  refuseOffScale(definition, before);
  refuseOffScale(definition, after);
  switch (definition.statistic) {
    case 'net':
      return compareNetScores(netCountsOf(npsGroups(before)), netCountsOf(npsGroups(after)), options);
    case 'share':
      return compareProportions(
        { successes: successesOf(definition, before), n: before.n },
        { successes: successesOf(definition, after), n: after.n },
        options,
      );
    case 'mean':
    case 'index':
      return compareMeans(momentsOfTally(definition, before), momentsOfTally(definition, after), {
        ...options,
        bounds: valueBounds(definition),
      });
  }
}

/** Every answer must be one that the question takes, and there must be one. */
export function refuseOffScale(definition: MetricDefinition, tally: ScoreTally): void {
  if (tally.n === 0)
    throw new CandorError('CND_SAMPLE_TOO_SMALL', `${definition.id} needs at least 1 answer, got 0`, { n: 0 });
  const wrong = tally.values.find((score) => !isOnScale(definition, score));
  if (wrong === undefined) return;
  const { min, max } = definition.scale;
  throw new CandorError('CND_ARGUMENT', `${definition.id} needs answers ${min} to ${max}, got ${wrong}`, {
    score: wrong,
    min,
    max,
  });
}

function successesOf(definition: MetricDefinition, tally: ScoreTally): number {
  return tally.values.reduce((sum, score, i) => sum + scoreValue(definition, score) * (tally.counts[i] as number), 0);
}

function momentsOfTally(definition: MetricDefinition, tally: ScoreTally): Moments {
  const { n, mean, variance } = tallyMoments(definition, tally);
  return { n, mean, variance: n > 1 ? (variance * n) / (n - 1) : 0 };
}

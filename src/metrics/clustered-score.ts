import {
  type Comparison,
  clusteredEstimate,
  compareClustered,
  type DesignEstimate,
  type Estimate,
} from '../inference/index.ts';
import { dressDesign, familyOf } from './designed-score.ts';
import type { MetricDefinition } from './metric-definition.ts';
import { compareScores, estimateScores, refuseOffScale, type ScoreOptions } from './metric-score.ts';
import type { ScoreTally } from './score-tally.ts';
import { headlineErrorOf, tallyMoments } from './tally-moments.ts';

/** Counts of answers with what is known of the accounts that gave them. */
export interface ClusteredTally {
  readonly tally: ScoreTally;
  /** Absent where answers have no accounts: then they are a simple sample. */
  readonly clusters?: {
    /** Of the metric over a longer time, at least 1. */
    readonly designEffect: number;
    /** Accounts behind these answers. */
    readonly accounts: number;
  };
}

export interface CompareClusteredScoresOptions extends ScoreOptions {
  /** What `estimateClusteredScores` said of the sides at this confidence, where somebody asked before. */
  readonly estimates?: { readonly before?: Estimate | undefined; readonly after?: Estimate | undefined };
}

/** A figure from counts, with the standard error that its margin of error comes from; 0 where that is unknown. */
export interface ClusteredScore {
  readonly estimate: Estimate;
  readonly standardError: number;
}

/**
 * How does a metric stand, from counts alone, when answers of one account are alike? The interval of the metric at
 * n / design effect answers, with the t law of accounts - 1 degrees of freedom; without accounts that of a simple sample.
 * Refuses what `estimateScores` refuses. See docs/methods/overview.md.
 *
 * @example estimateClusteredScores(metricDefinition('nps'), { tally: tallyScores([10, 10, 3, 8]), clusters: { designEffect: 2, accounts: 3 } }).estimate.effectiveN // => 2
 */
export function estimateClusteredScores(
  definition: MetricDefinition,
  { tally, clusters }: ClusteredTally,
  options: ScoreOptions = {},
): ClusteredScore {
  if (!clusters) {
    return { estimate: estimateScores(definition, tally, options), standardError: headlineErrorOf(definition, tally) };
  }
  const design = designOf(definition, { tally, clusters });
  return { estimate: dressDesign(definition, design, options), standardError: design.standardError };
}

/**
 * Did a metric move between two sets of counts, beyond what sampling of accounts would do? Both sides are taken as
 * independent. Without accounts on both sides a comparison of simple samples. Refuses what `compareScores` refuses.
 *
 * @example compareClusteredScores(metricDefinition('nps'), { before: { tally: tallyScores([9, 9, 3]) }, after: { tally: tallyScores([10, 2, 1]) } }).verdict // => "not enough data"
 */
export function compareClusteredScores(
  definition: MetricDefinition,
  sides: { before: ClusteredTally; after: ClusteredTally },
  options: CompareClusteredScoresOptions = {},
): Comparison {
  const { before, after } = sides;
  if (!before.clusters || !after.clusters) {
    return compareScores(definition, { before: before.tally, after: after.tally }, options);
  }
  const family = familyOf(definition);
  return compareClustered(designOf(definition, before), designOf(definition, after), { ...options, family });
}

function designOf(definition: MetricDefinition, { tally, clusters }: ClusteredTally): DesignEstimate {
  refuseOffScale(definition, tally);
  const { designEffect, accounts } = clusters!;
  const { n, mean, variance } = tallyMoments(definition, tally);
  return clusteredEstimate({ n, mean, variance, designEffect, accounts });
}

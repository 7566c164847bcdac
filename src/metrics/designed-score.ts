import {
  type CompareDesignedOptions,
  type Comparison,
  compareDesigned,
  type DesignEstimate,
  designEstimate,
  type Estimate,
  type Margin,
  meanLinearised,
  netScoreAtEffectiveN,
  proportionAtEffectiveN,
  type SampleDesign,
} from '../inference/index.ts';
import type { MetricDefinition } from './metric-definition.ts';
import type { ScoreOptions } from './metric-score.ts';
import { scoreValue, valueBounds } from './score-value.ts';

/**
 * Answers with the way they came about, one element each: `clusters` and `strata` are codes from 0, `weights` how much
 * an answer counts, `population` how many accounts (persons without accounts) each stratum has, `margins` known totals.
 */
export interface DesignedScores {
  readonly scores: ArrayLike<number>;
  readonly clusters?: ArrayLike<number>;
  readonly weights?: ArrayLike<number>;
  readonly strata?: ArrayLike<number>;
  readonly population?: readonly number[];
  readonly margins?: readonly Margin[];
}

/** A metric under its design. `standardError` and `designEffect` are those of the linearised variance. */
export interface DesignedScore {
  readonly estimate: Estimate;
  readonly standardError: number;
  readonly designEffect: number;
}

export interface DesignedScoreOptions extends ScoreOptions {
  /** 1 where an answer belongs to the part asked for; the whole sample where absent. */
  readonly domain?: ArrayLike<number>;
}

/**
 * How does a metric stand when its answers came by accounts, strata, weights or known totals? The weighted mean with a
 * linearised standard error; the interval of the metric at the effective n, with the t law of accounts - strata degrees
 * of freedom (docs/methods/design.md). Refuses what `designEstimate` refuses.
 *
 * @example estimateDesignedScores(metricDefinition('nps'), { scores: [10, 10, 3, 8], clusters: [0, 0, 1, 2] }).estimate.value // => 25
 */
export function estimateDesignedScores(
  definition: MetricDefinition,
  answers: DesignedScores,
  options: DesignedScoreOptions = {},
): DesignedScore {
  const { domain, ...rest } = options;
  const design = designEstimate(designOf(definition, answers), domain);
  const { standardError, designEffect } = design;
  return { estimate: dressDesign(definition, design, rest), standardError, designEffect };
}

/**
 * Did a metric move between two groups of one designed sample? The groups are marks (1 where an answer belongs) and may
 * share accounts: their covariance counts. Refuses what `designDifference` refuses.
 *
 * @example compareDesignedScores(metricDefinition('nps'), { scores: [10, 3, 9, 8], clusters: [0, 1, 0, 1] }, { before: [1, 1, 0, 0], after: [0, 0, 1, 1] }).difference.value // => 50
 */
export function compareDesignedScores(
  definition: MetricDefinition,
  answers: DesignedScores,
  groups: { before: ArrayLike<number>; after: ArrayLike<number> },
  options: ScoreOptions = {},
): Comparison {
  return compareDesigned(designOf(definition, answers), groups.before, groups.after, {
    ...options,
    family: familyOf(definition),
  });
}

/** The interval that belongs to the statistic, at the effective n of a design. */
export function dressDesign(definition: MetricDefinition, design: DesignEstimate, options: ScoreOptions): Estimate {
  switch (definition.statistic) {
    case 'net':
      return netScoreAtEffectiveN(design, options);
    case 'share':
      return proportionAtEffectiveN(design, options);
    case 'mean':
    case 'index':
      return meanLinearised(design, { ...options, bounds: valueBounds(definition) });
  }
}

/** What the values of a metric are to a comparison. */
export function familyOf(definition: MetricDefinition): CompareDesignedOptions['family'] {
  return definition.statistic === 'net' || definition.statistic === 'share'
    ? definition.statistic
    : { bounds: valueBounds(definition) };
}

function designOf(definition: MetricDefinition, { scores, ...rest }: DesignedScores): SampleDesign {
  const values = new Float64Array(scores.length);
  for (let i = 0; i < values.length; i++) values[i] = scoreValue(definition, scores[i]!);
  return { values, ...rest };
}

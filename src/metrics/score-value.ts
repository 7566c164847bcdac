import type { MetricDefinition, Scale } from './metric-definition.ts';
import { scoreGroup } from './nps.ts';

/**
 * What does one answer add to the metric? The mean of these values over answers is the metric itself: 100, 0 or -100
 * for NPS, 1 or 0 for a top-box share, the score for a mean, 0..100 for an index. Every estimate under weights,
 * clusters or strata is a mean of these values.
 *
 * @example scoreValue(metricDefinition('nps'), 6) // => -100
 * @example scoreValue(metricDefinition('csat-top2'), 4) // => 1
 */
export function scoreValue(definition: MetricDefinition, score: number): number {
  const { min, max } = definition.scale;
  switch (definition.statistic) {
    case 'net': {
      const group = scoreGroup(score);
      return group === 'promoter' ? 100 : group === 'detractor' ? -100 : 0;
    }
    case 'share':
      return score > max - (definition.boxes ?? 1) ? 1 : 0;
    case 'mean':
      return score;
    case 'index':
      return ((score - min) / (max - min)) * 100;
  }
}

/**
 * Can this be an answer to the question? Between the ends, and whole where the scale has only whole answers.
 *
 * @example isOnScale(metricDefinition('nps'), 11) // => false
 */
export function isOnScale(definition: MetricDefinition, score: number): boolean {
  const { min, max } = definition.scale;
  return score >= min && score <= max && (!definition.wholeAnswers || Number.isInteger(score));
}

/**
 * How wide is one "point" when answers needed for 3, 5 or 10 points are asked for? One NPS point, one percentage
 * point of a share, one hundredth of the scale's width for a mean, one point of an index.
 *
 * @example scoreWidth(metricDefinition('csat-mean')) // => 0.04
 */
export function scoreWidth(definition: MetricDefinition): number {
  switch (definition.statistic) {
    case 'net':
    case 'index':
      return 1;
    case 'share':
      return 0.01;
    case 'mean':
      return (definition.scale.max - definition.scale.min) / 100;
  }
}

/**
 * The ends that the metric cannot leave, in its own unit.
 *
 * @example valueBounds(metricDefinition('nps')) // => {"min":-100,"max":100}
 */
export function valueBounds(definition: MetricDefinition): Scale {
  switch (definition.statistic) {
    case 'net':
      return { min: -100, max: 100 };
    case 'share':
      return { min: 0, max: 1 };
    case 'mean':
      return definition.scale;
    case 'index':
      return { min: 0, max: 100 };
  }
}

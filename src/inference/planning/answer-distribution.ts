import { CandorError } from '../../errors/index.ts';
import type { Bounds } from '../moments.ts';
import { netScoreVariance } from '../net-score.ts';

/**
 * How single answers are spread, as a plan needs to know it: the shares of both sides of a net score, one share, or mean
 * and variance on a scale. Figures of it are in the unit of the metric: points, share 0..1, points of the scale.
 */
export type AnswerDistribution =
  | { readonly family: 'net'; readonly positive: number; readonly negative: number }
  | { readonly family: 'share'; readonly share: number }
  | { readonly family: 'mean'; readonly mean: number; readonly variance: number; readonly bounds: Bounds };

const rounding = 1e-9;

function requireDistribution(who: string, answers: AnswerDistribution): void {
  if (isDistribution(answers)) return;
  throw new CandorError('CND_ARGUMENT', `${who} needs shares from 0 to 1, or a mean on its scale with a variance`, {
    family: answers.family,
  });
}

function isDistribution(answers: AnswerDistribution): boolean {
  switch (answers.family) {
    case 'net':
      return answers.positive >= 0 && answers.negative >= 0 && answers.positive + answers.negative <= 1 + rounding;
    case 'share':
      return answers.share >= 0 && answers.share <= 1;
    case 'mean': {
      const { mean, variance, bounds } = answers;
      return mean >= bounds.min && mean <= bounds.max && variance >= 0 && Number.isFinite(variance);
    }
  }
}

/**
 * Which score do answers of this distribution have in the long run? Unit of the metric.
 * @example distributionValue({ family: 'net', positive: 0.5, negative: 0.2 }) // => 30
 */
export function distributionValue(answers: AnswerDistribution): number {
  requireDistribution('distributionValue', answers);
  switch (answers.family) {
    case 'net':
      return 100 * (answers.positive - answers.negative);
    case 'share':
      return answers.share;
    case 'mean':
      return answers.mean;
  }
}

/**
 * Which variance has one answer of it? Squared unit of the metric.
 * @example distributionVariance({ family: 'net', positive: 0.5, negative: 0.2 }) // => 6100
 */
export function distributionVariance(answers: AnswerDistribution): number {
  requireDistribution('distributionVariance', answers);
  switch (answers.family) {
    case 'net': {
      const { positive, negative } = answers;
      return netScoreVariance({ positive, neutral: Math.max(0, 1 - positive - negative), negative });
    }
    case 'share':
      return answers.share * (1 - answers.share);
    case 'mean':
      return answers.variance;
  }
}

/** The ends of the scale of the score. */
export function distributionBounds(answers: AnswerDistribution): Bounds {
  if (answers.family === 'mean') return answers.bounds;
  return answers.family === 'net' ? { min: -100, max: 100 } : { min: 0, max: 1 };
}

/**
 * How would answers be spread after a change of the score by so much? Of a net score half of the change comes from each
 * side (the neutral share stays) until one is used up; a mean keeps its variance as far as the scale has room for it.
 * So a fall from near the top widens the spread. Refuses a change that leads beyond the scale (CND_ARGUMENT).
 * @example distributionValue(changedDistribution({ family: 'net', positive: 0.9, negative: 0.02 }, -20)) // => 68
 */
export function changedDistribution(answers: AnswerDistribution, change: number): AnswerDistribution {
  requireDistribution('changedDistribution', answers);
  const after = distributionValue(answers) + change;
  const { min, max } = distributionBounds(answers);
  const slack = rounding * (max - min);
  if (!(after >= min - slack && after <= max + slack)) {
    const message = `a change of ${change} from ${distributionValue(answers)} leads beyond the scale ${min} to ${max}`;
    throw new CandorError('CND_ARGUMENT', message, { change, value: distributionValue(answers), min, max });
  }
  const value = Math.min(max, Math.max(min, after));
  switch (answers.family) {
    case 'net':
      return changedSides(answers, value / 100);
    case 'share':
      return { family: 'share', share: value };
    case 'mean':
      return { ...answers, mean: value, variance: Math.min(answers.variance, (max - value) * (value - min)) };
  }
}

function changedSides(
  { positive, negative }: { readonly positive: number; readonly negative: number },
  net: number,
): AnswerDistribution {
  const sides = Math.max(positive + negative, Math.abs(net));
  return { family: 'net', positive: (sides + net) / 2, negative: (sides - net) / 2 };
}

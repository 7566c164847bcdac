import { CandorError } from '../errors/index.ts';
import {
  type AnswerDistribution,
  answersForChange,
  answersForMargin,
  answersToCall,
  type Caveat,
  caveat,
  distributionValue,
  marginOfError,
  minimumDetectableChange,
} from '../inference/index.ts';
import { metricDefinition, valueBounds } from '../metrics/index.ts';
import type { Specification } from './specification.ts';

export interface PlanResult {
  readonly metric: string;
  /** Answers (per period, where a change is asked for). */
  readonly answersNeeded: number;
  /** What that many answers give, in the unit of the metric. */
  readonly marginOfError: number;
  readonly minimumDetectableChange: number;
  readonly caveats: readonly Caveat[];
}

/**
 * How many answers are needed for a margin of error, for a change between two periods, or for both (the larger number)?
 */
export function analyzePlan(spec: Specification<'plan'>): PlanResult {
  const { margin, change, power, confidence, designEffect, population } = spec;
  if (margin === undefined && change === undefined) {
    throw new CandorError('CND_SPEC', 'analyze plan needs "margin" or "change"', { method: 'plan', key: 'margin' });
  }
  needUnit(spec);
  const variance = varianceOf(spec);
  const design = { variance, confidence, designEffect, ...(population === undefined ? {} : { population }) };
  const answersNeeded = Math.max(
    margin === undefined ? 0 : answersForMargin({ ...design, margin }),
    change === undefined ? 0 : answersForChange({ ...design, change, power }),
  );
  const remaining =
    population === undefined || population <= 1 ? 1 : Math.max(0, population - answersNeeded) / (population - 1);
  const standardError = Math.sqrt((variance * designEffect * remaining) / answersNeeded);
  const errorOfDifference = Math.sqrt((2 * variance * designEffect * remaining) / answersNeeded);
  return {
    metric: metricDefinition(spec.metric, spec.scale ? { scale: spec.scale } : {}).id,
    answersNeeded,
    marginOfError: marginOfError(standardError, confidence),
    minimumDetectableChange: minimumDetectableChange(errorOfDifference, { power, confidence }),
    caveats: change === undefined ? [] : tooHopeful(spec, change, answersNeeded),
  };
}

/** By so much more than the formula asks for, a fall must need before it is said: rounding and small samples are less. */
const worthSaying = 1.1;

/** A fall from near the top widens the spread of answers, which the formula with one variance leaves out. */
function tooHopeful(spec: Specification<'plan'>, change: number, needed: number): Caveat[] {
  const { promoters, detractors, share, power, confidence, designEffect, population } = spec;
  // what a finite population saves is not in the power of the comparison
  if (population !== undefined) return [];
  const { statistic } = metricDefinition(spec.metric, spec.scale ? { scale: spec.scale } : {});
  const answers: AnswerDistribution | undefined =
    statistic === 'net' && promoters !== undefined && detractors !== undefined
      ? { family: 'net', positive: promoters, negative: detractors }
      : statistic === 'share' && share !== undefined
        ? { family: 'share', share }
        : undefined;
  if (!answers || change >= roomToFall(answers)) return [];
  const count = answersToCall(answers, -change, { power, confidence, designEffect });
  if (count <= worthSaying * needed) return [];
  const message = `A fall widens the spread of answers: to show one of this size takes ${count} answers in each period.`;
  return [caveat('plan-too-hopeful', message, { count, needed })];
}

const roomToFall = (answers: AnswerDistribution) => distributionValue(answers) + (answers.family === 'net' ? 100 : 0);

/** Margins and changes are in the unit of the metric: five percentage points of a share are 0.05, not 5. */
function needUnit(spec: Specification<'plan'>): void {
  const definition = metricDefinition(spec.metric, spec.scale ? { scale: spec.scale } : {});
  const { min, max } = valueBounds(definition);
  for (const key of ['margin', 'change'] as const) {
    const value = spec[key];
    if (value === undefined || value < max - min) continue;
    const hint = definition.statistic === 'share' ? '; five percentage points are 0.05' : '';
    const message = `analyze plan for ${definition.id} needs "${key}" below ${max - min}, got ${value}${hint}`;
    throw new CandorError('CND_SPEC', message, { method: 'plan', key });
  }
}

/** Variance of one answer, in the squared unit of the metric. */
function varianceOf(spec: Specification<'plan'>): number {
  const definition = metricDefinition(spec.metric, spec.scale ? { scale: spec.scale } : {});
  const need = (key: 'promoters' | 'detractors' | 'share' | 'sd'): number => {
    const value = spec[key];
    if (value !== undefined) return value;
    throw new CandorError('CND_SPEC', `analyze plan for ${definition.id} needs "${key}"`, { method: 'plan', key });
  };
  switch (definition.statistic) {
    case 'net': {
      const promoters = need('promoters');
      const detractors = need('detractors');
      if (promoters + detractors > 1) {
        throw new CandorError(
          'CND_SPEC',
          `promoters and detractors are shares of the same answers, got ${promoters} + ${detractors}`,
          { method: 'plan', key: 'promoters' },
        );
      }
      return positiveVariance((promoters + detractors - (promoters - detractors) ** 2) * 10_000);
    }
    case 'share': {
      const share = need('share');
      return positiveVariance(share * (1 - share));
    }
    case 'mean':
    case 'index':
      return need('sd') ** 2;
  }
}

function positiveVariance(variance: number): number {
  if (variance > 1e-12) return variance;
  throw new CandorError('CND_NO_VARIANCE', 'these shares leave no variance: everybody would answer alike');
}

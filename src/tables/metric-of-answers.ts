import { type MetricId, metricDefinitions, type Scale } from '../metrics/index.ts';
import type { AssumptionCode } from './assumption.ts';
import type { NamedFamily } from './choose-score.ts';
import { isMissingNumber } from './score-text.ts';
import type { SurveyOptions } from './survey-file.ts';

export interface MetricOfAnswers {
  readonly id: MetricId;
  readonly because: AssumptionCode;
  readonly scale: Scale;
  readonly scaleBecause: AssumptionCode;
}

/** How often each number was answered. */
export type AnswerCounts = ReadonlyMap<number, number>;

const usualScales: readonly Scale[] = [
  { min: 1, max: 5 },
  { min: 1, max: 7 },
  { min: 0, max: 10 },
  { min: 0, max: 100 },
];
/** A few answers outside the scale (a 11, a 55) must not stretch it. */
const coveredShare = 0.97;

/** Metric and scale: what was asked for, else what the name or the survey type says, else what the answers look like. */
export function metricOfAnswers(
  counts: AnswerCounts,
  family: { readonly name: NamedFamily; readonly because: AssumptionCode } | undefined,
  options: Pick<SurveyOptions, 'metric' | 'scale'>,
): MetricOfAnswers {
  const seen = usualScale(counts);
  const given = options.scale;
  const of = (id: MetricId, because: AssumptionCode, own?: Scale): MetricOfAnswers => {
    if (given) return { id, because, scale: given, scaleBecause: 'flag' };
    if (own) return { id, because, scale: own, scaleBecause: 'metric-definition' };
    return { id, because, scale: seen, scaleBecause: 'values-seen' };
  };
  const { metric } = options;
  if (metric !== undefined) return ofId(metric, given ?? seen, (id, own) => of(id, 'flag', own));
  const fractional = fractionalShare(counts) > 1 - coveredShare;
  // Averages of several items are no answers that could be counted into boxes.
  if (family?.name === 'csat' && fractional) return of('csat-mean', 'value-shape');
  if (family) {
    return ofId(family.name, given ?? seen, (id, own) => of(id, family.because, own));
  }
  const { min, max } = given ?? seen;
  if (fractional) return of('mean', 'value-shape');
  if (min === 0 && max === 10) return of('nps', 'scale-0-10');
  if (min === 1 && max === 5) return of('csat-top2', 'scale-1-5');
  if (min === 1 && max === 7) return of('ces-7', 'scale-1-7');
  return of('mean', 'scale-other');
}

function ofId(
  id: MetricId | 'csat' | 'ces',
  seen: Scale,
  of: (id: MetricId, own?: Scale) => MetricOfAnswers,
): MetricOfAnswers {
  if (id === 'csat') return of('csat-top2');
  const one = id !== 'ces' ? id : seen.max <= 5 ? 'ces-5' : 'ces-7';
  return one === 'nps' || one === 'ces-5' || one === 'ces-7' ? of(one, metricDefinitions[one].scale) : of(one);
}

/** Whether the metric was taken from the answers alone, since no flag, name or survey type told it. */
export function isAssumedMetric({ because }: MetricOfAnswers): boolean {
  return because.startsWith('scale-') || because === 'value-shape';
}

function fractionalShare(counts: AnswerCounts): number {
  let total = 0;
  let fractional = 0;
  for (const [value, count] of counts) {
    total += count;
    if (!Number.isInteger(value)) fractional += count;
  }
  return total === 0 ? 0 : fractional / total;
}

/** The smallest usual scale that holds 97 % of the answers. */
function usualScale(counts: AnswerCounts): Scale {
  const answers = [...counts].filter(([value]) => !isMissingNumber(value));
  const total = answers.reduce((sum, [, count]) => sum + count, 0);
  const within = ({ min, max }: Scale) =>
    answers.reduce((sum, [value, count]) => sum + (value >= min && value <= max ? count : 0), 0);
  const met = usualScales.find((scale) => within(scale) >= coveredShare * total && total > 0);
  if (met && met.max === 10) return zeroOrOne(answers, total);
  if (met) return met;
  const values = answers.map(([value]) => value);
  if (values.length === 0) return { min: 0, max: 10 };
  return { min: Math.floor(Math.min(...values)), max: Math.ceil(Math.max(...values)) };
}

/** Among 200 answers with five 1s a 0-10 scale would show a 0; without any, the scale begins at 1. */
function zeroOrOne(answers: readonly (readonly [number, number])[], total: number): Scale {
  const count = (wanted: number) => answers.find(([value]) => value === wanted)?.[1] ?? 0;
  return total >= 200 && count(0) === 0 && count(1) >= 5 ? { min: 1, max: 10 } : { min: 0, max: 10 };
}

import { CandorError } from '../errors/index.ts';
import { metricDefinition, metricIds } from '../metrics/index.ts';
import type { OwnMetricDefinition } from '../overview/index.ts';
import { isShipped, type ScoredQuestion } from './metric-series.ts';

const mostQuestions = 100;

/**
 * Refuses a definition that could not be computed (`CND_METRIC_DEFINITION`, naming the field): a scale that the base
 * metric or a question does not have, boxes where none are counted, questions that do not exist.
 */
export function refuseUnfit(definition: OwnMetricDefinition, questions: readonly ScoredQuestion[]): void {
  const { name, metric, scale, boxes, direction } = definition;
  if (name.trim() === '' || name.length > 120) refuse('name', 'needs 1 to 120 characters');
  if (!metricIds.includes(metric)) refuse('metric', `needs one of ${metricIds.join(', ')}, got "${metric}"`);
  if (!Number.isInteger(scale.min) || !Number.isInteger(scale.max)) refuse('scale', 'needs whole numbers');
  const base = metricDefinition(metric, { scale, direction });
  if (base.statistic !== 'share' && boxes !== undefined) refuse('boxes', `means nothing to ${metric}`);
  const mostBoxes = scale.max - scale.min;
  if (base.statistic === 'share' && boxes !== undefined && !(boxes >= 1 && boxes <= mostBoxes)) {
    refuse('boxes', `needs 1 to ${mostBoxes}, got ${boxes}`);
  }
  refuseUnfitQuestions(definition, questions);
}

function refuseUnfitQuestions(
  { questions: asked, scale }: OwnMetricDefinition,
  known: readonly ScoredQuestion[],
): void {
  if (asked.length === 0 || asked.length > mostQuestions) refuse('questions', `needs 1 to ${mostQuestions} questions`);
  for (const { survey, question } of asked) {
    const found = known.filter((one) => one.survey === survey && one.key === question);
    const name = `${survey}/${question}`;
    if (found.length === 0) refuse('questions', `has no question ${name} with a scale`, name);
    const fits = found.some((one) => one.scale.min === scale.min && one.scale.max === scale.max);
    const met = [...new Set(found.map((one) => `${one.scale.min}-${one.scale.max}`))].join(', ');
    if (!fits) refuse('questions', `needs the scale ${scale.min}-${scale.max}, and ${name} has ${met}`, name);
  }
}

/** Keys stand in addresses and beside those of the shipped metrics. */
export function refuseKey(key: string, known: readonly string[]): void {
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(key)) refuse('key', `needs small letters, digits and hyphens, got "${key}"`);
  if (isShipped(key) || known.includes(key)) refuse('key', `is taken: ${key}`);
}

/** A version counts from today or later, and after the one before: no figure that was shown changes. */
export function refuseEarly(validFrom: string, { today, after }: { today: string; after: string }): void {
  if (validFrom < today) refuse('validFrom', `needs ${today} or later, got ${validFrom}`);
  if (validFrom <= after) refuse('validFrom', `needs a day after ${after}, when the version before began`);
}

function refuse(field: string, needs: string, value = ''): never {
  throw new CandorError('CND_METRIC_DEFINITION', `"${field}" ${needs}`, { field, ...(value && { value }) });
}

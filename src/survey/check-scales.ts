import { isCandorError } from '../errors/index.ts';
import { metricDefinition } from '../metrics/index.ts';
import { placedQuestions } from './placed-question.ts';
import { isRated, type MatrixQuestion, type Question, type ScaleQuestion } from './question.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { SurveyProblem } from './survey-problem.ts';

/** Scales on which their metric is not defined, and pairs whose halves do not belong together. */
export function scaleProblems(q: Questionnaire): SurveyProblem[] {
  const placed = placedQuestions(q);
  const byKey = new Map(placed.map(({ question }) => [question.key, question]));
  return placed.flatMap(({ question, path }) => [
    ...(isRated(question) ? metricProblem(question, path) : []),
    ...(question.kind === 'scale' ? pairProblem(question, byKey, path) : []),
  ]);
}

/** `metrics` decides which metric fits which scale; here it is only asked. */
function metricProblem({ metric, scale }: ScaleQuestion | MatrixQuestion, path: string): SurveyProblem[] {
  try {
    metricDefinition(metric, { scale: { min: scale.minimum, max: scale.minimum + scale.points - 1 } });
    return [];
  } catch (error) {
    if (!isCandorError(error)) throw error;
    return [{ path: `${path}.scale`, code: 'scale-does-not-fit', message: error.message }];
  }
}

function pairProblem(
  { key, pair, scale }: ScaleQuestion,
  byKey: ReadonlyMap<string, Question>,
  path: string,
): SurveyProblem[] {
  if (!pair) return [];
  const problem = (message: string): SurveyProblem[] => [{ path: `${path}.pair`, code: 'pair', message }];
  const other = byKey.get(pair.with);
  if (other?.kind !== 'scale' || other.key === key) return problem(`"${pair.with}" is no other question on a scale`);
  if (other.pair?.with !== key || other.pair.as === pair.as) {
    return problem(`"${other.key}" needs a pair with "${key}" as the other half of expectation and performance`);
  }
  const same = other.scale.minimum === scale.minimum && other.scale.points === scale.points;
  return same ? [] : problem(`"${key}" and "${other.key}" need the same scale, or their gap means nothing`);
}

import { type Condition, comparisonsOf } from './condition.ts';
import { type PlacedQuestion, placedQuestions } from './placed-question.ts';
import { isChoice, type Question, storedKeys } from './question.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { SurveyProblem, SurveyProblemCode } from './survey-problem.ts';

type Comparison = ReturnType<typeof comparisonsOf>[number];

/** Conditions that look ahead, at nothing, or at a value that the question cannot have. */
export function conditionProblems(q: Questionnaire): SurveyProblem[] {
  const placed = placedQuestions(q);
  const byItem = new Map(placed.flatMap((one) => storedKeys(one.question).map((item) => [item, one] as const)));
  return placed.flatMap((one) =>
    comparisonsIn(one.question.when).flatMap((comparison): SurveyProblem[] => {
      const found = problemOf(comparison, one, byItem.get(comparison.question));
      return found ? [{ path: `${one.path}.when`, ...found }] : [];
    }),
  );
}

const comparisonsIn = (when: Condition | undefined): Comparison[] => (when ? comparisonsOf(when) : []);

interface Found {
  readonly code: SurveyProblemCode;
  readonly message: string;
}

function problemOf(comparison: Comparison, from: PlacedQuestion, to: PlacedQuestion | undefined): Found | undefined {
  const name = `"${comparison.question}"`;
  if (!to) return { code: 'unknown-question', message: `no stored question is called ${name}` };
  if (to.place >= from.place) {
    return { code: 'forward-reference', message: `${name} is not asked before "${from.question.key}"` };
  }
  return valueProblem(comparison, to.question);
}

function valueProblem({ question: name, is, value }: Comparison, question: Question): Found | undefined {
  const misfit = (needs: string): Found => ({
    code: 'value-does-not-fit',
    message: `"${is}" of "${name}" needs ${needs}, got ${JSON.stringify(value) ?? 'no value'}`,
  });
  if (is === 'answered') return value === undefined ? undefined : misfit('no value');
  if (question.kind === 'scale' || question.kind === 'matrix') {
    if (is === 'includes') return misfit('a question with options');
    const { minimum, points } = question.scale;
    const fits = typeof value === 'number' && value >= minimum && value < minimum + points;
    return fits ? undefined : misfit(`a whole number from ${minimum} to ${minimum + points - 1}`);
  }
  if (!isChoice(question)) return misfit(`"answered": a ${question.kind} has no value to compare`);
  if (is === 'atLeast' || is === 'atMost') return misfit('a question on a scale');
  if (typeof value !== 'string') return misfit('the key of an option');
  return question.options.some(({ key }) => key === value)
    ? undefined
    : { code: 'unknown-option', message: `"${name}" has no option "${value}"` };
}

import { placedQuestions } from './placed-question.ts';
import { isChoice } from './question.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { SurveyProblem } from './survey-problem.ts';

/** Keys that are used twice: of languages, pages, questions, rows and options. */
export function keyProblems(q: Questionnaire): SurveyProblem[] {
  const placed = placedQuestions(q);
  return [
    ...repeated(q.languages.map((language, k) => [`languages.${k}`, language])).map(
      (problem) => ({ ...problem, code: 'duplicate-language' }) as const,
    ),
    ...repeated(q.pages.map(({ key }, k) => [`pages.${k}.key`, key])),
    ...repeated(placed.map(({ question, path }) => [`${path}.key`, question.key])),
    ...placed.flatMap(({ question, path }) => [
      ...(question.kind === 'matrix'
        ? repeated(question.rows.map(({ key }, k) => [`${path}.rows.${k}.key`, key]))
        : []),
      ...(isChoice(question) ? repeated(question.options.map(({ key }, k) => [`${path}.options.${k}.key`, key])) : []),
      // Its words have one field, so a second "something else" would write over the first.
      ...(isChoice(question) ? secondOther(question.options, path) : []),
    ]),
  ];
}

function repeated(keys: readonly (readonly [path: string, key: string])[]): SurveyProblem[] {
  const seen = new Set<string>();
  return keys.flatMap(([path, key]): SurveyProblem[] => {
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ path, code: 'duplicate-key', message: `"${key}" stands twice` }];
  });
}

function secondOther(options: readonly { readonly other?: boolean | undefined }[], path: string): SurveyProblem[] {
  const others = options.flatMap(({ other }, k) => (other ? [k] : []));
  return others.slice(1).map((k) => ({
    path: `${path}.options.${k}.other`,
    code: 'duplicate-key',
    message: 'only one option may open a line of words',
  }));
}

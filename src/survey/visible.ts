import { CandorError } from '../errors/index.ts';
import type { Page, Questionnaire } from './questionnaire.ts';
import { walk } from './walk.ts';

/**
 * Which pages and questions are shown to someone who has answered this so far? Pages without a question to show are
 * left out. `given` is read as by `takeAnswers`: form texts or JSON, and whatever is wrong counts as no answer.
 * @example visible(templateFor("delivery", ["en"]), {}).length // => 1
 */
export function visible(q: Questionnaire, given: unknown): Page[] {
  const shown = new Set(
    walk(q, given)
      .filter(({ isShown }) => isShown)
      .map(({ question }) => question),
  );
  return q.pages
    .map(({ key, questions }) => ({ key, questions: questions.filter((question) => shown.has(question)) }))
    .filter(({ questions }) => questions.length > 0);
}

/**
 * Which page comes next? The first one that is shown behind the page `after` (without it: the very first), undefined
 * at the end. Always further on, so a respondent cannot go round in a circle. Refuses a page that the questionnaire
 * does not have (`CND_NOT_FOUND`).
 * @example nextPage(templateFor("delivery", ["en"]), {}).key // => "questions"
 */
export function nextPage(q: Questionnaire, given: unknown, after?: string): Page | undefined {
  const place = new Map(q.pages.map(({ key }, index) => [key, index]));
  const from = after === undefined ? -1 : place.get(after);
  if (from === undefined) {
    throw new CandorError('CND_NOT_FOUND', `the survey has no page "${String(after).slice(0, 64)}"`, { field: 'page' });
  }
  return visible(q, given).find(({ key }) => place.get(key)! > from);
}

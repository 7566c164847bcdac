import { otherField } from './question.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { AnswerProblem, TakenAnswer } from './taken-answer.ts';
import { fieldsOf, type Step, walk } from './walk.ts';

/** What counts of a form, and what is wrong with the rest. */
export interface TakenAnswers {
  readonly answers: readonly TakenAnswer[];
  readonly problems: readonly AnswerProblem[];
}

/** How much of the name of an unknown field is told back. */
const longestName = 64;

/**
 * What did this person answer? Reads a form post (texts, lists, white space, numbers as text) or JSON into answers,
 * in the order of the questionnaire. A value that is wrong is left out and told; the others count all the same. An
 * answer to a question that is not shown does not count. Never throws, whatever is posted.
 *
 * `through` names the page that was just posted: what is needed on later pages is not asked for yet.
 * @example takeAnswers(templateFor("delivery", ["en"]), { "delivery-satisfaction": " 4 " }).answers // => [{"question": "delivery-satisfaction", "score": 4}]
 */
export function takeAnswers(q: Questionnaire, given: unknown, { through }: { through?: string } = {}): TakenAnswers {
  const steps = walk(q, given);
  const last = q.pages.findIndex(({ key }) => key === through);
  const due = new Set(q.pages.slice(0, last < 0 ? q.pages.length : last + 1).map(({ key }) => key));
  const problems = steps.flatMap((step) => problemOf(step, due.has(step.page)));
  const answers = steps.flatMap(({ isShown, read }) => (isShown && read.kind === 'answer' ? [read.answer] : []));
  return { answers, problems: [...problems, ...strangers(steps, given)] };
}

function problemOf({ isShown, read, question, item }: Step, isDue: boolean): AnswerProblem[] {
  if (!isShown) return read.kind === 'blank' ? [] : [{ question: item, code: 'not-shown' }];
  if (read.kind === 'wrong') return [{ question: item, code: read.code }];
  return read.kind === 'blank' && question.required && isDue ? [{ question: item, code: 'needed' }] : [];
}

function strangers(steps: readonly Step[], given: unknown): AnswerProblem[] {
  const known = new Set(steps.flatMap(({ item, question }) => [item, otherField(question) ?? item]));
  return [...fieldsOf(given).keys()]
    .filter((name) => !known.has(name))
    .map((name) => ({ question: name.slice(0, longestName), code: 'unknown-question' }));
}

import { holds } from './condition.ts';
import { otherField, type Question, storedKeys } from './question.ts';
import type { Questionnaire } from './questionnaire.ts';
import { type ReadValue, readScore, readValue } from './read-value.ts';
import type { TakenAnswer } from './taken-answer.ts';

/** One stored item on the way through a questionnaire. */
export interface Step {
  readonly page: string;
  readonly question: Question;
  /** The key that the answer is stored under. */
  readonly item: string;
  readonly isShown: boolean;
  readonly read: ReadValue;
}

/** The posted values by name; anything that is not an object of fields is an empty form. */
export function fieldsOf(given: unknown): ReadonlyMap<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
    ? new Map(Object.entries(given))
    : new Map();
}

/**
 * Goes through the questionnaire once, from the first question to the last. A condition sees only what has been walked
 * and shown: so it cannot loop, a hidden question's answer does not count, and a value that is wrong is no answer.
 */
export function walk(q: Questionnaire, given: unknown): Step[] {
  const fields = fieldsOf(given);
  const answers = new Map<string, TakenAnswer>();
  const steps: Step[] = [];
  for (const page of q.pages) {
    for (const question of page.questions) {
      const isShown = holds(question.when, answers);
      for (const item of storedKeys(question)) {
        const read = readItem(question, item, fields);
        if (isShown && read.kind === 'answer') answers.set(item, read.answer);
        steps.push({ page: page.key, question, item, isShown, read });
      }
    }
  }
  return steps;
}

function readItem(question: Question, item: string, fields: ReadonlyMap<string, unknown>): ReadValue {
  if (question.kind === 'matrix') return readScore(item, question.scale, fields.get(item));
  const other = otherField(question);
  return readValue(question, fields.get(item), other === undefined ? undefined : fields.get(other));
}

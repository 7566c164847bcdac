import { type Questionnaire, type ScaleQuestion, visible } from '../survey/index.ts';

/**
 * The question that an SMS asks: the first of the survey, where it is a scale of whole numbers from 0 or above. A survey
 * that begins otherwise is only linked to: a number would answer nobody knows what.
 */
export function askedBySms(questionnaire: Questionnaire): ScaleQuestion | undefined {
  const [first] = visible(questionnaire, {})[0]?.questions ?? [];
  return first?.kind === 'scale' && first.scale.minimum >= 0 ? first : undefined;
}

/** Where the words beside the score go: the first open question that is shown to whoever gave it. */
export function wordsQuestion(questionnaire: Questionnaire, given: unknown): string | undefined {
  const asked = visible(questionnaire, given).flatMap(({ questions }) => questions);
  return asked.find(({ kind }) => kind === 'text')?.key;
}

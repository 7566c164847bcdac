import { CandorError } from '../errors/index.ts';
import type { NewAnswer } from '../store/index.ts';
import { type ChoiceQuestion, shownOrder, type TakenAnswer } from '../survey/index.ts';
import type { AskedVersion } from './asked-version.ts';

/** Answers as they are stored: points counted from 1, options with the order in which this respondent saw them. */
export function newAnswers(
  { questionnaire, questions }: AskedVersion,
  taken: readonly TakenAnswer[],
  seed: string,
): readonly NewAnswer[] {
  const choices = new Map(
    questionnaire.pages
      .flatMap((page) => page.questions)
      .filter((question): question is ChoiceQuestion => question.kind === 'single' || question.kind === 'multiple')
      .map((question) => [question.key, question]),
  );
  return taken.map(({ question: key, score, choices: chosen, words }) => {
    const stored = questions.get(key);
    // A version is published with its questions, so this one was not published by us.
    if (!stored) throw new CandorError('CND_NOT_FOUND', `the version has no question "${key}"`, { kind: 'question' });
    const asked = choices.get(key);
    return {
      questionId: stored.id,
      ...(score !== undefined && { point: score - (stored.scaleMinimum ?? 1) + 1, points: stored.scalePoints! }),
      ...(words !== undefined && { words }),
      ...(chosen && { choices: chosen }),
      ...(chosen && asked && { shown: shownOrder(asked, seed).map((option) => option.key) }),
    };
  });
}

/** The same answers as the fields of a form, so that a page can be filled again with what counts of them. */
export function fieldsOfAnswers(taken: readonly TakenAnswer[]): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    taken.flatMap(({ question, score, choices, words }) => {
      if (score !== undefined) return [[question, String(score)]];
      if (!choices) return [[question, words ?? '']];
      return words === undefined
        ? [[question, choices]]
        : [
            [question, choices],
            [`${question}.words`, words],
          ];
    }),
  );
}

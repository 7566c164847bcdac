import type { Question } from './question.ts';
import type { Questionnaire } from './questionnaire.ts';

/** A question with its place in the JSON and its number among all questions, from 0. */
export interface PlacedQuestion {
  readonly question: Question;
  readonly path: string;
  readonly place: number;
}

export function placedQuestions({ pages }: Questionnaire): PlacedQuestion[] {
  return pages
    .flatMap(({ questions }, page) =>
      questions.map((question, index) => ({ question, path: `pages.${page}.questions.${index}` })),
    )
    .map((placed, place) => ({ ...placed, place }));
}

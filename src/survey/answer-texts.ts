import { isChoice } from './question.ts';
import { type Questionnaire, questionsOf } from './questionnaire.ts';
import type { TakenAnswer } from './taken-answer.ts';
import { textIn } from './texts.ts';

/**
 * How do these answers read inside a later question? A score as its number, choices by the texts of their options in
 * the respondent's language, words as written: what `pipe` takes as `answer`.
 * @example answerTexts(templateFor("delivery", ["en"]), [{ "question": "delivery-satisfaction", "score": 4 }], "en") // => {"delivery-satisfaction": "4"}
 */
export function answerTexts(
  q: Questionnaire,
  answers: readonly TakenAnswer[],
  language: string,
): Record<string, string> {
  const fallback = q.languages[0]!;
  const choiceQuestions = new Map(
    questionsOf(q)
      .filter(isChoice)
      .map((question) => [question.key, question]),
  );
  const wording = ({ question, score, choices, words }: TakenAnswer): string => {
    if (score !== undefined) return String(score);
    const options = choiceQuestions.get(question)?.options.filter(({ key }) => choices?.includes(key)) ?? [];
    return (
      options.map((option) => (option.other && words) || textIn(option.text, language, fallback)).join(', ') ||
      (words ?? '')
    );
  };
  return Object.fromEntries(answers.map((answer) => [answer.question, wording(answer)]));
}

import { allTexts } from './all-texts.ts';
import { isKnownSlot, partsOf } from './pipe.ts';
import { placedQuestions } from './placed-question.ts';
import { storedKeys } from './question.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { SurveyProblem } from './survey-problem.ts';

const answerSlot = 'answer.';

/** Slots of texts that nothing can fill: names that are not known, and answers that are not given yet. */
export function slotProblems(q: Questionnaire): SurveyProblem[] {
  const placed = placedQuestions(q);
  const places = new Map(placed.flatMap(({ question, place }) => storedKeys(question).map((item) => [item, place])));
  const placeOf = new Map(placed.map(({ question, place }) => [question.key, place]));
  return allTexts(q).flatMap(({ path, texts, question }) => {
    // The title and the intro stand before every question, the thanks behind all of them.
    const here = question !== undefined ? placeOf.get(question)! : path === 'thanks' ? placed.length : 0;
    return Object.entries(texts).flatMap(([language, text]) =>
      slotNames(text).flatMap((name): SurveyProblem[] => {
        const found = problemOf(name, here, places);
        return found ? [{ path: `${path}.${language}`, ...found }] : [];
      }),
    );
  });
}

const slotNames = (text: string): string[] =>
  partsOf(text).flatMap((part) => (typeof part === 'string' ? [] : [part.name]));

function problemOf(
  name: string,
  here: number,
  places: ReadonlyMap<string, number>,
): Omit<SurveyProblem, 'path'> | undefined {
  if (!isKnownSlot(name)) {
    const known = 'contact.name, account.name, touchpoint, encounter.ATTRIBUTE, answer.KEY';
    return { code: 'unknown-slot', message: `nothing is called "${name}"; known: ${known}` };
  }
  if (!name.startsWith(answerSlot)) return undefined;
  const key = name.slice(answerSlot.length);
  const there = places.get(key);
  if (there === undefined) return { code: 'unknown-question', message: `no stored question is called "${key}"` };
  return there < here ? undefined : { code: 'forward-reference', message: `"${key}" is not answered yet here` };
}

import { isChoice, isRated, type Question } from './question.ts';
import { type Texts, textIn } from './texts.ts';

/**
 * How long a question takes is a model, good for comparing two drafts and not for promising minutes. Reading: 68 ms a
 * character, the mean over 14 languages (Trauzettel-Klosinski and Dietz 2012, DOI 10.1167/iovs.11-8284). The rest is a
 * convention of Candor, to be replaced by measured times: seconds to decide and to act.
 */
export const lengthModel = {
  readCharacter: 0.068,
  rate: 3,
  choose: 2,
  chooseEach: 1.5,
  write: 25,
  consent: 2,
  turnPage: 2,
} as const;

/**
 * How many seconds does this question cost the one who answers it, in this language? By `lengthModel`; an open
 * question counts as answered.
 * @example questionSeconds({ "kind": "text", "key": "why", "longest": 500, "text": { "en": "Why did you give this score?" } }, "en") // => 26.9
 */
export function questionSeconds(question: Question, language: string): number {
  const words = [question.text, ...(question.help ? [question.help] : []), ...partsRead(question)];
  const characters = words.reduce((sum, texts) => sum + textIn(texts, language, language).length, 0);
  return characters * lengthModel.readCharacter + acting(question);
}

function partsRead(question: Question): Texts[] {
  if (isChoice(question)) return question.options.map(({ text }) => text);
  if (!isRated(question)) return [];
  const { low, middle, high } = question.anchors;
  const anchors = [low, high, ...(middle ? [middle] : [])];
  return question.kind === 'matrix' ? [...anchors, ...question.rows.map(({ text }) => text)] : anchors;
}

function acting(question: Question): number {
  switch (question.kind) {
    case 'scale':
      return lengthModel.rate;
    case 'matrix':
      return lengthModel.rate * question.rows.length;
    case 'single':
      return lengthModel.choose;
    case 'multiple':
      return lengthModel.chooseEach * question.options.length;
    case 'text':
      return lengthModel.write;
    case 'consent':
      return lengthModel.consent;
  }
}

import type { ChoiceQuestion, Question } from './question.ts';
import type { AnswerProblemCode, TakenAnswer } from './taken-answer.ts';

/** What one posted value is: an answer, nothing at all, or something wrong. */
export type ReadValue =
  | { readonly kind: 'answer'; readonly answer: TakenAnswer }
  | { readonly kind: 'blank' }
  | { readonly kind: 'wrong'; readonly code: AnswerProblemCode };

/** The line behind "something else": a name or a reason, not an essay. */
export const longestOther = 300;

const blank: ReadValue = { kind: 'blank' };
const wrong = (code: AnswerProblemCode): ReadValue => ({ kind: 'wrong', code });
const answered = (answer: TakenAnswer): ReadValue => ({ kind: 'answer', answer });

/** Text as it can be kept: no NUL and no half of a character, which no database text holds; one kind of line end. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim();
}

/** The texts of a form field, which comes alone or as a list; undefined for what no form and no honest program sends. */
function textsOf(value: unknown): string[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  const found: string[] = [];
  for (const item of list) {
    if (item === undefined || item === null) continue;
    if (typeof item !== 'string' && typeof item !== 'number' && typeof item !== 'boolean') return undefined;
    const text = clean(String(item));
    if (text !== '' && !found.includes(text)) found.push(text);
  }
  return found;
}

/** Reads a point of a scale: a whole number as a number or as text. Two different ones are refused, not averaged. */
export function readScore(
  question: string,
  { minimum, points }: { readonly minimum: number; readonly points: number },
  value: unknown,
): ReadValue {
  const found = textsOf(value);
  if (found === undefined) return wrong('outside-scale');
  if (found.length === 0) return blank;
  if (found.length > 1) return wrong('too-many');
  if (!/^-?\d{1,4}$/.test(found[0]!)) return wrong('outside-scale');
  // Adding 0 turns the −0 of "-0" into 0.
  const score = Number(found[0]) + 0;
  return score >= minimum && score < minimum + points ? answered({ question, score }) : wrong('outside-scale');
}

/**
 * Reads choices, and the words of "something else". Words without any choice choose it themselves: who writes a reason
 * and forgets the button has answered. With another single choice they do not count.
 */
export function readChoices(question: ChoiceQuestion, value: unknown, otherValue: unknown): ReadValue {
  const { key, options, kind } = question;
  const found = textsOf(value);
  if (found === undefined) return wrong('unknown-option');
  if (found.some((text) => !options.some((option) => option.key === text))) return wrong('unknown-option');
  const other = options.find((option) => option.other);
  const words = other ? (textsOf(otherValue)?.join(' ') ?? '') : '';
  if (other && words !== '' && (found.length === 0 || kind === 'multiple') && !found.includes(other.key)) {
    found.push(other.key);
  }
  if (found.length === 0) return blank;
  const chosen = options.filter((option) => found.includes(option.key));
  const most = kind === 'single' ? 1 : (question.atMost ?? options.length);
  if (chosen.length > most || (chosen.length > 1 && chosen.some(({ exclusive }) => exclusive)))
    return wrong('too-many');
  const withWords = words !== '' && chosen.some((option) => option === other);
  if (withWords && words.length > longestOther) return wrong('too-long');
  return answered({ question: key, choices: chosen.map((option) => option.key), ...(withWords ? { words } : {}) });
}

function readWords(question: string, longest: number, value: unknown): ReadValue {
  const found = textsOf(value);
  if (found === undefined) return wrong('unreadable');
  if (found.length > 1) return wrong('too-many');
  if (found.length === 0) return blank;
  return found[0]!.length > longest ? wrong('too-long') : answered({ question, words: found[0]! });
}

/** What a ticked box posts, by browsers and by programs; a box that is not ticked posts nothing. */
const ticked = new Set(['given', 'on', 'true', 'yes', '1']);
const unticked = new Set(['false', 'no', '0', 'off']);

function readConsent(question: string, value: unknown): ReadValue {
  const found = textsOf(value);
  if (found === undefined) return wrong('unknown-option');
  if (found.length > 1) return wrong('too-many');
  if (found.length === 0 || unticked.has(found[0]!)) return blank;
  return ticked.has(found[0]!) ? answered({ question, choices: ['given'] }) : wrong('unknown-option');
}

/** Reads the posted value of any question but a matrix, whose rows are scores. */
export function readValue(
  question: Exclude<Question, { kind: 'matrix' }>,
  value: unknown,
  otherValue: unknown,
): ReadValue {
  switch (question.kind) {
    case 'scale':
      return readScore(question.key, question.scale, value);
    case 'single':
    case 'multiple':
      return readChoices(question, value, otherValue);
    case 'text':
      return readWords(question.key, question.longest, value);
    case 'consent':
      return readConsent(question.key, value);
  }
}

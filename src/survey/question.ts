import * as z from 'zod';
import { metricIds } from '../metrics/index.ts';
import { condition } from './condition.ts';
import { key, optionKey } from './key.ts';
import { texts } from './texts.ts';

/**
 * Every point is a radio button of its own, at least 30 px wide on a phone of 390 px: eleven is what fits, and what
 * the widest metric (0-10) needs.
 */
const mostPoints = 11;

const asked = {
  key,
  text: texts,
  help: texts.optional(),
  required: z.boolean().optional(),
  when: condition.optional(),
};

const rated = {
  metric: z.enum(metricIds),
  scale: z.strictObject({ minimum: z.int().min(-10).max(10), points: z.int().min(2).max(mostPoints) }),
  anchors: z.strictObject({ low: texts, high: texts, middle: texts.optional() }),
  /** Low to high, always: a turned scale lowers NPS (11 preregistered experiments, N = 11,676). */
  orientation: z.literal('ascending').optional(),
};

const option = z.strictObject({
  key: optionKey,
  text: texts,
  /** "None of these": cannot be chosen with another. */
  exclusive: z.boolean().optional(),
  /** "Something else": opens a line of words. */
  other: z.boolean().optional(),
});

const choice = {
  ...asked,
  options: z.array(option).min(2).max(60),
  order: z.enum(['fixed', 'shuffled']).optional(),
};

const scaleQuestion = z.strictObject({
  ...asked,
  ...rated,
  kind: z.literal('scale'),
  /** The same thing asked twice: what was expected, and what was met. */
  pair: z.strictObject({ as: z.enum(['expectation', 'performance']), with: key }).optional(),
});

const matrixQuestion = z.strictObject({
  ...asked,
  ...rated,
  kind: z.literal('matrix'),
  rows: z
    .array(z.strictObject({ key, text: texts }))
    .min(1)
    .max(30),
});

const singleQuestion = z.strictObject({ ...choice, kind: z.literal('single') });
const multipleQuestion = z.strictObject({
  ...choice,
  kind: z.literal('multiple'),
  atMost: z.int().min(1).max(60).optional(),
});
/** `longest` is counted as a browser counts `maxlength`: UTF-16 units, a line end is one. */
const textQuestion = z.strictObject({ ...asked, kind: z.literal('text'), longest: z.int().min(1).max(10_000) });
const consentQuestion = z.strictObject({ ...asked, kind: z.literal('consent'), purpose: key });

export const question = z.discriminatedUnion('kind', [
  scaleQuestion,
  singleQuestion,
  multipleQuestion,
  textQuestion,
  consentQuestion,
  matrixQuestion,
]);

export type Question = z.infer<typeof question>;
export type ScaleQuestion = z.infer<typeof scaleQuestion>;
export type MatrixQuestion = z.infer<typeof matrixQuestion>;
export type ChoiceQuestion = z.infer<typeof singleQuestion> | z.infer<typeof multipleQuestion>;
export type Option = z.infer<typeof option>;

export const isChoice = (given: Question): given is ChoiceQuestion =>
  given.kind === 'single' || given.kind === 'multiple';

export const isRated = (given: Question): given is ScaleQuestion | MatrixQuestion =>
  given.kind === 'scale' || given.kind === 'matrix';

/**
 * Under which keys is a question stored, and named in a form? A matrix under those of its rows.
 * @example storedKeys({ kind: "matrix", key: "staff", rows: [{ key: "skill" }, { key: "tone" }] }) // => ["staff.skill", "staff.tone"]
 */
export function storedKeys(given: Question): string[] {
  return given.kind === 'matrix' ? given.rows.map((row) => `${given.key}.${row.key}`) : [given.key];
}

/**
 * Which field of a form holds the words of "something else"? Undefined where the question has no such option.
 * @example otherField({ kind: "single", key: "why", options: [{ key: "a" }, { key: "b", other: true }] }) // => "why.words"
 */
export function otherField(given: Question): string | undefined {
  return isChoice(given) && given.options.some(({ other }) => other) ? `${given.key}.words` : undefined;
}

import { CandorError } from '../errors/index.ts';
import type { Scale } from '../metrics/index.ts';
import type { OutsideRows } from './judge-rows.ts';
import type { TextColumn } from './kept-columns.ts';
import { longestLowSpan, lowParts } from './scale-parts.ts';

export interface MixedScaleInput {
  readonly scores: Float64Array;
  readonly days: Int32Array;
  readonly rows: Int32Array;
  /** Numbers outside the scale, which may be answers on another one. */
  readonly outside: OutsideRows;
  readonly scale: Scale;
  readonly column: string;
  /** Columns that may explain a change of scale (version, survey). */
  readonly groups: readonly { readonly name: string; readonly column: TextColumn }[];
}

/** Every number of the column that has a day, on the scale or outside it. */
interface Numbers {
  readonly scores: Float64Array;
  readonly days: Int32Array;
  readonly rows: Int32Array;
}

/** The tops of the scales that another one may follow: 1-5, 1-7, 0-10. */
const tops = [5, 7, 10] as const;
/** Other surveys give their answers in tens up to 100, or in whole percents. */
const leastOutside = 20;
const leastOutsideShare = 0.05;

/**
 * Refuses a series whose parts were answered on two scales: a part with no answer above 5 (or 7, or 10) beside a part
 * with so many that this cannot be chance, or many answers that lie outside the scale and regularly so. Parts are the
 * versions or surveys where a column tells, else spans of time.
 */
export function refuseMixedScales(input: MixedScaleInput): void {
  const all = numbersOf(input);
  for (const top of tops) {
    const answers = { ...all, top };
    if (!all.scores.some((score) => score > top && score <= 100)) break;
    for (const { name, column } of input.groups) {
      const low = lowParts(answers, (index) => column.codes[all.rows[index] as number] as number);
      if (low.size === 0) continue;
      const values = [...low].map((code) => column.names[code] ?? '');
      const where = `where "${name}" is ${values.map((value) => `"${value}"`).join(', ')}`;
      throw mixed(input, all, { top, where, details: { where: name, values } });
    }
    const low = longestLowSpan(answers);
    if (low) throw mixed(input, all, { top, where: between(low), details: {} });
  }
  refuseManyOutside(input);
  refuseTensAmongOnes(input);
}

function numbersOf({ scores, days, rows, outside }: MixedScaleInput): Numbers {
  if (outside.rows.length === 0) return { scores, days, rows };
  const joined = <T extends Float64Array | Int32Array>(whole: T, first: T, rest: readonly number[]): T => {
    whole.set(first);
    whole.set(rest, first.length);
    return whole;
  };
  const length = rows.length + outside.rows.length;
  return {
    scores: joined(new Float64Array(length), scores, outside.scores),
    days: joined(new Int32Array(length), days, outside.days),
    rows: joined(new Int32Array(length), rows, outside.rows),
  };
}

/** A handful of typing errors stays outside the scale; many numbers of another scale are its answers. */
function refuseManyOutside(input: MixedScaleInput): void {
  const { scores, days } = input.outside;
  const least = Math.max(leastOutside, leastOutsideShare * (scores.length + input.scores.length));
  if (scores.length < least || !isRegular(scores)) return;
  const where = `${scores.length} of ${scores.length + input.scores.length} answers, ${between(extremes(days))}`;
  const { min, max } = input.scale;
  const scales = [`${min}-${max}`, otherScale(scores.reduce((most, score) => Math.max(most, score)))];
  const message = `"${input.column}" holds answers on two scales: ${where}, lie outside ${scales[0]} and look like answers on ${scales[1]}. Answers on two scales have no common score`;
  throw new CandorError('CND_SCALES_MIXED', message, { column: input.column, scales });
}

/** Three numbers may be codes (77, 88, 99); more of them in tens, up to 10, or of many sizes up to 100 are a scale. */
function isRegular(scores: readonly number[]): boolean {
  const distinct = (is: (score: number) => boolean) => {
    const met = scores.filter(is);
    return met.length >= 0.9 * scores.length ? new Set(met).size : 0;
  };
  const tens = distinct((score) => score % 10 === 0 && score > 0 && score <= 100);
  const short = distinct((score) => Number.isInteger(score) && score >= 0 && score <= 10);
  const percents = distinct((score) => score >= 0 && score <= 100);
  return tens >= 3 || short >= 2 || percents >= 10;
}

/**
 * On a scale of 0-100 seen in the answers: whole numbers 1 to 9 beside numbers that are all multiples of ten. Who moves
 * a slider to 70 and 80 alone does not move it to 2, 3 and 4 as well: then the multiples of five prevail there too.
 */
function refuseTensAmongOnes(input: MixedScaleInput): void {
  const { scores, scale, days, column } = input;
  if (scale.max !== 100) return;
  const least = Math.max(leastOutside, leastOutsideShare * scores.length);
  const low: number[] = [];
  let high = 0;
  let tens = 0;
  for (const [index, score] of scores.entries()) {
    if (score > 0 && score < 10) low.push(index);
    else if (score > 10) {
      high += 1;
      if (score % 10 === 0) tens += 1;
    }
  }
  const fives = low.filter((index) => scores[index] === 5).length;
  if (low.length < least || high < least || tens < 0.95 * high || fives > low.length / 2) return;
  const scales = [otherScale(low.reduce((top, index) => Math.max(top, scores[index] as number), 0)), '0-100'];
  const where = between(extremes(low.map((index) => days[index] as number)));
  const message = `"${column}" holds answers on two scales: ${low.length} of ${scores.length} answers, ${where}, look like answers on ${scales[0]}, the others are tens up to 100. Answers on two scales have no common score`;
  throw new CandorError('CND_SCALES_MIXED', message, { column, scales });
}

function mixed(
  { column, scale }: MixedScaleInput,
  { scores }: Numbers,
  low: {
    readonly top: number;
    readonly where: string;
    readonly details: { readonly where?: string; readonly values?: readonly string[] };
  },
): CandorError {
  const highest = scores.reduce((most, score) => (score <= 100 ? Math.max(most, score) : most), scale.max);
  return new CandorError(
    'CND_SCALES_MIXED',
    `"${column}" holds answers on two scales: up to ${highest} in the rest of the file, but none above ${low.top} ${low.where}. ` +
      'Answers on two scales have no common score',
    { column, scales: [otherScale(low.top), otherScale(highest)], ...low.details },
  );
}

function otherScale(top: number): string {
  return top <= 5 ? '1-5' : top <= 7 ? '1-7' : top <= 10 ? '0-10' : '0-100';
}

function between({ first, last }: { readonly first: number; readonly last: number }): string {
  const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  return `between ${iso(first)} and ${iso(last)}`;
}

function extremes(days: readonly number[]): { first: number; last: number } {
  return { first: days.reduce((a, b) => Math.min(a, b)), last: days.reduce((a, b) => Math.max(a, b)) };
}

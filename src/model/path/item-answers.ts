import { CandorError } from '../../errors/index.ts';
import { type Caveat, caveat } from '../../inference/index.ts';
import type { PathModel } from './path-model.ts';
import type { MissingRule } from './specification.ts';

/** The answers to the items of a model: one column an item, in the order of the model; NaN where there is none. */
export interface ItemAnswers {
  readonly columns: readonly Float64Array[];
  /** Which account each answer belongs to, as whole numbers from 0. */
  readonly clusters?: Int32Array | undefined;
}

export const rowsOf = ({ columns }: ItemAnswers): number => columns[0]?.length ?? 0;

/** The answers of these rows only, in their order. */
export function answersOf({ columns, clusters }: ItemAnswers, rows: ArrayLike<number>): ItemAnswers {
  return {
    columns: columns.map((column) => Float64Array.from(rows, (row) => column[row]!)),
    ...(clusters && { clusters: Int32Array.from(rows, (row) => clusters[row]!) }),
  };
}

/**
 * Fewest answers a model is fitted to: 50, or ten for each arrow into the construct that has most (paths, and the items
 * of a formative block, which are arrows too). Chin 1998; below it single weights are noise.
 */
export function answersNeeded({ constructs, causes }: PathModel): number {
  const arrows = constructs.map(({ measurement, items }, place) =>
    Math.max(causes[place]!.length, measurement === 'formative' ? items.length : 0),
  );
  return Math.max(50, 10 * Math.max(...arrows));
}

/** Under this many answers the model is fitted, with a caveat. */
const comfortable = 150;

/**
 * Rows with at least one answer (with every one for `complete`), where what they hold can be used. Refuses a code outside the scale such as -99
 * (`CND_MODEL_OUTSIDE_SCALE`), a construct or item without any answer (`CND_MODEL_NO_ANSWERS`), too few answers
 * (`CND_SAMPLE_TOO_SMALL`) and an item that is always answered alike (`CND_MODEL_CONSTANT_ITEM`).
 */
export function usableAnswers(
  model: PathModel,
  answers: ItemAnswers,
  missing: MissingRule = 'pairwise',
): { readonly answers: ItemAnswers; readonly caveats: readonly Caveat[] } {
  requireOnScale(model, answers);
  requireAnswered(model, answers);
  const all = rowsOf(answers);
  const has = (row: number) => (column: Float64Array) => !Number.isNaN(column[row]!);
  const isUsable = (row: number) =>
    missing === 'complete' ? answers.columns.every(has(row)) : answers.columns.some(has(row));
  const rows = Array.from({ length: all }, (_, row) => row).filter(isUsable);
  const kept = rows.length === all ? answers : answersOf(answers, rows);
  requireEnough(model, rows.length);
  requireVariance(model, kept);
  const caveats = [...(rows.length < all ? [droppedRows(all - rows.length)] : []), ...sizeCaveats(rows.length)];
  return { answers: kept, caveats };
}

export function droppedRows(rows: number): Caveat {
  return caveat('rows-dropped', `${rows} rows hold no answer that the model can use.`, { rows });
}

function sizeCaveats(n: number): Caveat[] {
  if (n >= comfortable) return [];
  const message = `Only ${n} answers: under ${comfortable} the weights of single items are unsteady.`;
  return [caveat('few-answers-for-model', message, { n, count: n })];
}

function requireOnScale({ items, scale: [min, max] }: PathModel, { columns }: ItemAnswers): void {
  for (const [place, column] of columns.entries()) {
    const stray = column.find((value) => value < min || value > max);
    if (stray === undefined) continue;
    const count = column.filter((value) => value === stray).length;
    const message = `item "${items[place]}" needs answers from ${min} to ${max}, got ${stray} in ${count} rows`;
    throw new CandorError('CND_MODEL_OUTSIDE_SCALE', message, { item: items[place]!, value: stray, rows: count });
  }
}

function requireAnswered({ constructs, items }: PathModel, { columns }: ItemAnswers): void {
  const isEmpty = columns.map((column) => column.every(Number.isNaN));
  for (const { name, first, items: own } of constructs) {
    if (!own.every((_, index) => isEmpty[first + index])) continue;
    const message = `construct "${name}" has no answer at all: every cell of ${own.join(', ')} is empty`;
    throw new CandorError('CND_MODEL_NO_ANSWERS', message, { construct: name, items: own });
  }
  const empty = isEmpty.indexOf(true);
  if (empty < 0) return;
  throw new CandorError('CND_MODEL_NO_ANSWERS', `item "${items[empty]}" has no answer at all`, { item: items[empty]! });
}

export function requireEnough(model: PathModel, n: number): void {
  const needed = answersNeeded(model);
  if (n >= needed) return;
  const message = `this model needs at least ${needed} answers (50, or ten for each arrow into one construct), got ${n}`;
  throw new CandorError('CND_SAMPLE_TOO_SMALL', message, { answers: n, needed });
}

export function requireVariance({ items }: PathModel, { columns }: ItemAnswers): void {
  for (const [place, column] of columns.entries()) {
    const first = column.find((value) => !Number.isNaN(value));
    if (column.some((value) => !Number.isNaN(value) && value !== first)) continue;
    const message = `item "${items[place]}" is answered ${first} by everybody, so it tells nothing`;
    throw new CandorError('CND_MODEL_CONSTANT_ITEM', message, {
      item: items[place]!,
      ...(first !== undefined && { value: first }),
    });
  }
}

/** The rows that answer every item. */
export function completeRows(answers: ItemAnswers): ItemAnswers {
  const rows = Array.from({ length: rowsOf(answers) }, (_, row) => row).filter((row) =>
    answers.columns.every((column) => !Number.isNaN(column[row]!)),
  );
  return rows.length === rowsOf(answers) ? answers : answersOf(answers, rows);
}

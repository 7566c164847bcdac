import { gap, type ItemValues } from './item-values.ts';

/**
 * Which products are summed. Complete answers need those of items with items; with gaps also how often, how much and how
 * much squared each item has where another is answered, so that each pair can use its own rows.
 */
export interface ProductBlock {
  readonly left: Factor;
  readonly right: Factor;
  /** Only columns up to the row are needed. */
  readonly isLower: boolean;
}

/** What a row brings for an item: its value, its square, or 1 where it is answered; 0 for a gap. */
export type Factor = 'value' | 'answered' | 'square';

export const completeBlocks: readonly ProductBlock[] = [{ left: 'value', right: 'value', isLower: true }];
export const pairwiseBlocks: readonly ProductBlock[] = [
  ...completeBlocks,
  { left: 'value', right: 'answered', isLower: false },
  { left: 'square', right: 'answered', isLower: false },
  { left: 'answered', right: 'answered', isLower: true },
];

/** Sums over rows that count several times: of every item, then blocks of items x items. */
export interface ProductSums {
  readonly size: number;
  readonly blocks: readonly ProductBlock[];
  /** Sums of the values of each item begin at 0, those of block b here. */
  readonly blockAt: (block: number) => number;
  readonly length: number;
}

export function productSums({ columns, hasGaps }: ItemValues): ProductSums {
  const size = columns.length;
  const blocks = hasGaps ? pairwiseBlocks : completeBlocks;
  const blockAt = (block: number) => size + block * size * size;
  return { size, blocks, blockAt, length: blockAt(blocks.length) };
}

/** Sums of answers block of rows by block of rows, into slots of which each belongs to one resample. */
export interface ProductEngine {
  readonly blockRows: number;
  /** How often each of the loaded rows counts: to be filled before `add`. Rows beyond the last count nothing. */
  readonly counts: Int16Array;
  /** Turns to the rows from `first` on. */
  load(first: number): void;
  /** Adds the loaded rows, as often as they count, to a slot. */
  add(slot: number): void;
  /** Writes the sums of a slot and begins it anew. */
  take(slot: number, into: Float64Array): void;
}

/** The factor of one item in `rows` rows from `first` on. */
export function fillFactor(
  { columns, isWhole, hasGaps }: ItemValues,
  [factor, item]: readonly [Factor, item: number],
  { first, rows }: { readonly first: number; readonly rows: number },
  into: Int16Array | Float64Array,
): void {
  const column = columns[item];
  if (!column) return;
  if (factor === 'value' && !hasGaps) {
    for (let row = 0; row < rows; row++) into[row] = column[first + row]!;
    return;
  }
  for (let row = 0; row < rows; row++) into[row] = factorOf(column, isWhole, factor, first + row);
}

/** The factor of one item in one row. */
export function factorOf(column: Uint8Array | Float64Array, isWhole: boolean, factor: Factor, row: number): number {
  const value = column[row]!;
  const isGap = isWhole ? value === gap : Number.isNaN(value);
  if (isGap) return 0;
  if (factor === 'answered') return 1;
  return factor === 'value' ? value : value * value;
}

/** One row, counted once, added to sums: for leaving it out again. */
export function addRow(values: ItemValues, sums: ProductSums, row: number, times: number, into: Float64Array): void {
  const { columns, isWhole } = values;
  const { size } = sums;
  for (let a = 0; a < size; a++) into[a]! += times * factorOf(columns[a]!, isWhole, 'value', row);
  for (const [at, { left, right, isLower }] of sums.blocks.entries()) {
    const base = sums.blockAt(at);
    for (let a = 0; a < size; a++) {
      const own = times * factorOf(columns[a]!, isWhole, left, row);
      if (own === 0) continue;
      const end = isLower ? a + 1 : size;
      for (let b = 0; b < end; b++) {
        into[base + a * size + b]! += own * factorOf(columns[b]!, isWhole, right, row);
      }
    }
  }
}

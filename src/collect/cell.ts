import { plainText } from '../tables/index.ts';

/** A cell of a row: text from a file, or a typed value from memory. */
export type Cell = string | number | undefined;

/** Rows of one kind in the order of their file. `lines` are physical lines; without them rows count from 1. */
export interface CellBatch {
  readonly rows: readonly (readonly Cell[])[];
  readonly lines?: ArrayLike<number>;
}

/** Names of one thing are no longer than this: they stand in keys of the store. */
export const longestName = 200;
/** A comment is cut off here; readers of tables refuse a cell beyond 1,000,000 characters anyway. */
export const longestComment = 20_000;

/** A cell as text without spaces around it; undefined where it is empty. The store holds no NUL character. */
export function textOf(cell: Cell): string | undefined {
  if (cell === undefined || cell === '') return undefined;
  if (typeof cell === 'number') return String(cell);
  const text = plainText(cell);
  if (text === '') return undefined;
  return text.includes('\0') ? text.replaceAll('\0', '') || undefined : text;
}

/** "Customer support" and "customer  support" are one key: "customer-support". */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug.slice(0, 80) || '-';
}

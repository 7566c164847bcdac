import type { Codebook } from './codebook.ts';

/** What stands in one cell; `undefined` where there is nothing. A day is its ISO date, an instant a Date. */
export type ExportCell = string | number | boolean | Date | undefined;

/** One cell for each column of the codebook, in its order. */
export type ExportRow = readonly ExportCell[];

/** A table on its way out: what its columns are, and its rows as they come, a batch at a time. */
export interface ExportTable {
  readonly codebook: Codebook;
  /** The longest text of a text column in bytes of UTF-8, by name: some formats must say it before the first row. */
  readonly widths: ReadonlyMap<string, number>;
  readonly batches: AsyncIterable<readonly ExportRow[]>;
}

/** What a writer tells once its last byte is out. */
export interface WrittenTable {
  rows: number;
  /** Texts that the format could not hold whole. */
  shortened: number;
}

/** Turns a table into the bytes of one file, holding a batch of rows at most; counts into `written` as it goes. */
export type TableWriter = (table: ExportTable, written: WrittenTable) => AsyncGenerator<Uint8Array>;

export const encoder: { encode(text: string): Uint8Array } = new TextEncoder();

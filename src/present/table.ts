import type { VerdictPhrase } from './sentence.ts';

export type Cell = string | VerdictPhrase;

/** A table as it is drawn: the first cell of a row is its head. Columns marked numeric are set to the right. */
export interface Table {
  readonly caption: string;
  readonly head: readonly { readonly text: string; readonly numeric: boolean }[];
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly strong?: boolean }[];
}

export const words = (text: string) => ({ text, numeric: false });
export const figures = (text: string) => ({ text, numeric: true });

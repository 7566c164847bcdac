import type { CodedColumn } from '../metrics/index.ts';

/** The columns of a file that an analysis named. All have `rows` elements, in the order of the file. */
export interface DataColumns {
  readonly rows: number;
  /** The cells as names; -1 where the cell is empty. */
  text(column: string): CodedColumn;
  /** The cells as numbers; NaN where the cell is empty or cannot be read as one. */
  numbers(column: string): Float64Array;
  /** Calendar days since 1970-01-01 in the time zone of the analysis; NaN where there is none. */
  days(column: string): Float64Array;
}

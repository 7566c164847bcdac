import { type ColumnProfile, profileColumns } from './column-profile.ts';
import { ambiguousDates, settleDates } from './date-order.ts';
import type { DateOrder } from './date-text.ts';
import { DateColumn, TextColumn } from './kept-columns.ts';
import { type DecimalMark, decimalMarkOf } from './number-text.ts';
import { isBlankRow, type OpenOptions, openTable, type TableFormat } from './open-table.ts';
import type { TableSource } from './table-source.ts';

/** What a look at every row of a table tells about its columns. */
export interface ExaminedColumns {
  readonly format: TableFormat;
  readonly dataHash: string;
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
  /** How the dates of a column are written; throws where they can be read both ways. */
  dateOrder(column: string): DateOrder | undefined;
  /** How the numbers of these columns are written. */
  decimalMark(columns: readonly string[]): DecimalMark;
}

const sampleRows = 1_000;
/** Columns of dates and of numbers that are kept to their end; texts that are kept of one. */
const keptColumns = 24;
const keptTexts = 20_000;

/** Reads a table once. */
export async function examineColumns(source: TableSource, options: OpenOptions = {}): Promise<ExaminedColumns> {
  const table = await openTable(source, options);
  const { columns } = table.header;
  const sample: string[][] = [];
  const dates = new Map<string, { index: number; column: DateColumn }>();
  const numbers = new Map<string, { index: number; column: TextColumn }>();
  let profiles: ColumnProfile[] | undefined;
  let rows = 0;
  const keep = (row: readonly string[]) => {
    for (const { index, column } of dates.values()) column.add(row[index] ?? '');
    for (const { index, column } of numbers.values()) column.add(row[index] ?? '');
  };
  const decide = () => {
    profiles = profileColumns(columns, sample);
    for (const { index, name, writtenDates, example } of profiles.slice(0, 200)) {
      if (writtenDates >= 0.5 && dates.size < keptColumns) dates.set(name, { index, column: new DateColumn(true) });
      else if (/\d/.test(example) && numbers.size < keptColumns)
        numbers.set(name, { index, column: new TextColumn(keptTexts) });
    }
    for (const row of sample) keep(row);
    sample.length = 0;
    table.keepOnly([...dates.values(), ...numbers.values()].map(({ index }) => index));
  };
  try {
    for await (const batch of table.batches()) {
      for (const row of batch.rows) {
        if (isBlankRow(row)) continue;
        rows += 1;
        if (profiles) keep(row);
        else if (sample.push(row) >= sampleRows) decide();
      }
    }
    if (!profiles) decide();
  } finally {
    await table.close();
  }
  const format = table.format();
  return {
    format,
    dataHash: table.dataHash(),
    rows,
    columns: profiles!,
    dateOrder(column) {
      const kept = dates.get(column);
      if (!kept) return undefined;
      const settled = settleDates(kept.column, undefined);
      if (settled.ambiguous) throw ambiguousDates(column, kept.column);
      return settled.order;
    },
    decimalMark: (names) =>
      decimalMarkOf(
        names.flatMap((name) => numbers.get(name)?.column.names ?? []),
        format.delimiter,
      ),
  };
}

import { localDays } from '../calendar/index.ts';
import type { CodedColumn } from '../metrics/index.ts';
import { ambiguousDates, settleDates } from './date-order.ts';
import { type DateOrder, dateKind, unpackTriple } from './date-text.ts';
import { findColumn } from './find-column.ts';
import { DateColumn, NumberList, TextColumn } from './kept-columns.ts';
import { decimalMarkOf, numberOf } from './number-text.ts';
import { isBlankRow, type OpenOptions, openTable, type Table, type TableFormat } from './open-table.ts';
import type { TableSource } from './table-source.ts';

export interface ColumnOptions extends OpenOptions {
  /** IANA name in which days are cut; UTC when absent. */
  readonly timeZone?: string | undefined;
  readonly dateOrder?: DateOrder | undefined;
}

/** The columns of a file that a caller named, all of `rows` elements in the order of the file. */
export interface FileColumns {
  readonly format: TableFormat;
  readonly dataHash: string;
  readonly rows: number;
  /** The physical line on which each row begins. */
  readonly lines: Int32Array;
  /** All columns of the file by name, also those not asked for. */
  readonly names: readonly string[];
  /** The cells as names; -1 where the cell is empty. */
  text(column: string): CodedColumn;
  /** The cells as numbers; NaN where the cell is empty or not a number. */
  numbers(column: string): Float64Array;
  /** Calendar days since 1970-01-01; NaN where the cell is empty or not a date. */
  days(column: string): Float64Array;
}

/** Reads the named columns of a file and nothing else of it. An unknown name is refused with the names there are. */
export async function readColumns(
  source: TableSource,
  names: readonly string[] | 'all',
  options: ColumnOptions = {},
): Promise<FileColumns> {
  const table = await openTable(source, options);
  const { columns } = table.header;
  const { file } = table.format();
  const kept = new Map<number, TextColumn>();
  const lines = new NumberList();
  try {
    const wanted = names === 'all' ? columns.keys() : names.map((name) => findColumn(columns, name, file));
    for (const index of wanted) kept.set(index, new TextColumn());
    await keepRows(table, kept, lines);
  } finally {
    await table.close();
  }
  const columnOf = (name: string): TextColumn => {
    const exact = columns.findIndex((column) => column.name === name);
    const column = kept.get(exact >= 0 && kept.has(exact) ? exact : findColumn(columns, name, file));
    if (!column) throw new RangeError(`column "${name}" was not among those read`);
    return column;
  };
  const format = table.format();
  return {
    format,
    dataHash: table.dataHash(),
    rows: lines.length,
    lines: lines.values,
    names: columns.map(({ name }) => name),
    text: (name) => ({ codes: columnOf(name).codes, names: columnOf(name).names }),
    numbers: (name) => numbersOf(columnOf(name), format.delimiter),
    days: (name) => daysOf(name, columnOf(name), options),
  };
}

async function keepRows(table: Table, kept: ReadonlyMap<number, TextColumn>, lines: NumberList): Promise<void> {
  table.keepOnly(kept.keys());
  for await (const batch of table.batches()) {
    for (const [at, row] of batch.rows.entries()) {
      if (isBlankRow(row)) continue;
      lines.push(batch.lines[at] as number);
      for (const [index, column] of kept) column.add(row[index] ?? '');
    }
  }
}

function numbersOf(column: TextColumn, delimiter: string): Float64Array {
  const mark = decimalMarkOf(column.names, delimiter);
  const numbers = column.names.map((name) => numberOf(name, mark) ?? Number.NaN);
  return Float64Array.from(column.codes, (code) => numbers[code] ?? Number.NaN);
}

function daysOf(name: string, column: TextColumn, options: ColumnOptions): Float64Array {
  const dates = new DateColumn(true);
  for (const text of column.names) dates.add(text);
  const settled = settleDates(dates, options.dateOrder);
  if (settled.ambiguous) throw ambiguousDates(name, dates);
  const localDay = localDays(options.timeZone ?? 'UTC');
  const days = column.names.map((_, code) => {
    const kind = dates.kind(code);
    if (kind === dateKind.unreadable || kind === dateKind.empty) return Number.NaN;
    const packed = kind === dateKind.triple || kind === dateKind.instantTriple;
    const value = packed ? unpackTriple(dates.value(code), settled.order) : dates.value(code);
    if (!Number.isFinite(value)) return Number.NaN;
    return kind === dateKind.instant || kind === dateKind.instantTriple
      ? localDay(value)
      : Math.floor(value / 86_400_000);
  });
  return Float64Array.from(column.codes, (code) => days[code] ?? Number.NaN);
}

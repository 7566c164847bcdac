import { isBlankRow, openTable, type TableSource } from '../tables/index.ts';
import { type ColumnMapping, rowReader } from './event-columns.ts';
import type { SourceRecord } from './source.ts';

/** A table of events that was opened; its rows are read once. */
export interface TableEvents {
  readonly records: AsyncGenerator<readonly SourceRecord[], void, undefined>;
  /** SHA-256 of the bytes in hex; to be asked after the last record. */
  dataHash(): string;
  close(): Promise<void>;
}

/** As many as are written in one transaction. */
const batchRows = 1_000;

/** Reads CSV, TSV or XLSX as events, row by row: a file is never held whole. */
export async function tableEvents(
  source: TableSource,
  options: { readonly mapping: ColumnMapping; readonly source: string; readonly timeZone: string },
): Promise<TableEvents> {
  const table = await openTable(source);
  try {
    const read = rowReader({ ...options, columns: table.header.columns.map(({ name }) => name) });
    async function* records(): AsyncGenerator<readonly SourceRecord[], void, undefined> {
      let held: SourceRecord[] = [];
      for await (const { rows, lines } of table.batches()) {
        for (const [place, row] of rows.entries()) {
          if (isBlankRow(row)) continue;
          held.push(read(row, lines[place]!));
          if (held.length < batchRows) continue;
          yield held;
          held = [];
        }
      }
      if (held.length > 0) yield held;
    }
    return { records: records(), dataHash: () => table.dataHash(), close: () => table.close() };
  } catch (error) {
    await table.close();
    throw error;
  }
}

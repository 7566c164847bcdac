import { writeCsv } from '../present/index.ts';
import { type ExportCell, type ExportTable, encoder, type WrittenTable } from './export-table.ts';

/**
 * The table as CSV (RFC 4180) in UTF-8. Texts that a spreadsheet would run as a formula are defused, in headers as well;
 * numbers stay numbers, instants are ISO 8601 in UTC. A byte order mark only on request: Excel wants it, programs do not.
 */
export function csvWriter({ byteOrderMark }: { byteOrderMark: boolean }) {
  return async function* writeCsvTable(table: ExportTable, written: WrittenTable): AsyncGenerator<Uint8Array> {
    const names = table.codebook.columns.map(({ name }) => name);
    yield encoder.encode(`${byteOrderMark ? '\uFEFF' : ''}${writeCsv([names])}`);
    for await (const rows of table.batches) {
      written.rows += rows.length;
      yield encoder.encode(writeCsv(rows.map((row) => row.map(csvCell))));
    }
  };
}

const csvCell = (cell: ExportCell): string | number | boolean | undefined =>
  cell instanceof Date ? cell.toISOString() : cell;

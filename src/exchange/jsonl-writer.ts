import { type ExportCell, type ExportTable, encoder, type WrittenTable } from './export-table.ts';

/**
 * The table as JSON lines: the codebook as the first line (`{"codebook": …}`), then one object for each row with every
 * column, null where nothing was answered.
 */
export async function* writeJsonl(table: ExportTable, written: WrittenTable): AsyncGenerator<Uint8Array> {
  const { codebook } = table;
  yield encoder.encode(`${JSON.stringify({ codebook })}\n`);
  const keys = codebook.columns.map(({ name }) => `${JSON.stringify(name)}:`);
  for await (const rows of table.batches) {
    written.rows += rows.length;
    const lines = rows.map((row) => `{${keys.map((key, index) => key + json(row[index])).join(',')}}\n`);
    yield encoder.encode(lines.join(''));
  }
}

const json = (cell: ExportCell): string => (cell === undefined ? 'null' : JSON.stringify(cell));

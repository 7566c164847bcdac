import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { CodebookColumn } from './codebook.ts';
import type { ExportCell, ExportRow, ExportTable, WrittenTable } from './export-table.ts';

/** Rows of one group: held in memory until they are full, as columns lie together in the file. */
const groupRows = 20_000;
const dayMilliseconds = 86_400_000;

/**
 * The table as Parquet: typed columns, instants as UTC milliseconds, days as dates, the codebook as the metadata
 * `candor.codebook`. Compressed by Snappy.
 */
export async function* writeParquet(table: ExportTable, written: WrittenTable): AsyncGenerator<Uint8Array> {
  const { columns } = table.codebook;
  const sink = new ByteSink();
  const parquet = new ParquetWriter({
    writer: sink,
    schema: [{ name: 'answers', num_children: columns.length }, ...columns.map(schemaOf)],
    kvMetadata: [{ key: 'candor.codebook', value: JSON.stringify(table.codebook) }],
    createdBy: `candor ${table.codebook.engine}`,
  });
  let group: ExportRow[] = [];
  for await (const rows of table.batches) {
    written.rows += rows.length;
    group.push(...rows);
    if (group.length < groupRows) continue;
    writeGroup(parquet, columns, group);
    group = [];
    yield sink.take();
  }
  if (group.length > 0) writeGroup(parquet, columns, group);
  parquet.finish();
  yield sink.take();
}

function writeGroup(parquet: ParquetWriter, columns: readonly CodebookColumn[], rows: readonly ExportRow[]): void {
  parquet.write({
    columnData: columns.map(({ name, kind }, index) => ({
      name,
      data: rows.map((row) => parquetCell(row[index], kind)),
    })),
    rowGroupSize: rows.length,
  });
}

/** A day is told apart from an instant by its column; both are dates to the writer. */
function parquetCell(cell: ExportCell, kind: CodebookColumn['kind']): string | number | boolean | Date | null {
  if (cell === undefined) return null;
  return kind === 'day' ? Math.round(Date.parse(`${cell as string}T00:00:00Z`) / dayMilliseconds) : cell;
}

function schemaOf({ name, kind }: CodebookColumn): SchemaElement {
  const repetition_type = 'OPTIONAL';
  if (kind === 'text') return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type };
  if (kind === 'integer') return { name, type: 'INT32', repetition_type };
  if (kind === 'number') return { name, type: 'DOUBLE', repetition_type };
  if (kind === 'day') return { name, type: 'INT32', converted_type: 'DATE', repetition_type };
  if (kind === 'yes-no') return { name, type: 'BOOLEAN', repetition_type };
  return { name, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type };
}

/** Lets go of what was written so far; `offset` counts on, since the file's index names places in the whole. */
class ByteSink extends ByteWriter {
  take(): Uint8Array {
    const taken = this.getBytes().slice();
    this.index = 0;
    return taken;
  }
}

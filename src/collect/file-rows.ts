import { isBlankRow, openTable, plainText, type TableSource } from '../tables/index.ts';
import type { KindBatch } from './import.ts';
import type { ImportMapping } from './import-mapping.ts';

/** The rows of a file as they are imported, and the names of its columns. */
export interface FileRows {
  readonly columns: readonly string[];
  readonly rows: AsyncGenerator<KindBatch, void, undefined>;
  /** Lets the file go, whether its rows were read or not. */
  close(): Promise<void>;
}

/** Rows that go to the store at once. */
const batchRows = 5_000;

/** Opens a file for import: only the columns of the mapping are cut out of it. */
export async function fileRows(source: TableSource, mapping: ImportMapping): Promise<FileRows> {
  let share: number | undefined;
  const table = await openTable(source, {
    sheet: mapping.sheet,
    onProgress: (bytes, total) => {
      share = total ? bytes / total : undefined;
    },
  });
  const columns = table.header.columns.map(({ name }) => name);
  const wanted = wantedColumns(mapping);
  table.keepOnly(columns.flatMap((name, index) => (wanted.has(name) ? [index] : [])));
  const where = mapping.where && {
    index: columns.indexOf(mapping.where.column),
    value: plainText(mapping.where.value),
  };
  async function* rows(): AsyncGenerator<KindBatch, void, undefined> {
    let held: string[][] = [];
    let lines: number[] = [];
    const batch = (): KindBatch => {
      const made = { kind: mapping.kind, rows: held, lines, ...(share === undefined ? {} : { share }) };
      held = [];
      lines = [];
      return made;
    };
    for await (const { rows: some, lines: at } of table.batches()) {
      for (let index = 0; index < some.length; index += 1) {
        const row = some[index]!;
        if (isBlankRow(row) || (where && plainText(row[where.index] ?? '') !== where.value)) continue;
        held.push(row);
        lines.push(at[index]!);
        if (held.length >= batchRows) yield batch();
      }
    }
    if (held.length > 0) yield batch();
  }
  return { columns, rows: rows(), close: () => table.close() };
}

function wantedColumns(mapping: ImportMapping): Set<string> {
  const { columns, scores = [], comments = [], values = [], attributes = [], where } = mapping;
  return new Set([
    ...Object.values(columns),
    ...[...scores, ...comments, ...values].map(({ column }) => column),
    ...attributes,
    ...(where ? [where.column] : []),
  ]);
}

import type { Cell, CellBatch } from './cell.ts';
import type { ImportRun } from './import-run.ts';

/** Takes the rows of one kind into the store. */
export interface RowTaker {
  take(batch: CellBatch): Promise<void>;
}

/** Reads the rows of a batch one by one; those that the reader rejects are left out. */
export function readBatch<Row>(
  { report }: Pick<ImportRun, 'report'>,
  batch: CellBatch,
  read: (row: readonly Cell[], line: number) => Row | undefined,
): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < batch.rows.length; at += 1) {
    report.read += 1;
    const row = read(batch.rows[at]!, batch.lines?.[at] ?? report.read);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

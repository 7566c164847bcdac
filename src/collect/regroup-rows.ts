import type { Cell } from './cell.ts';
import type { KindBatch, RowsToImport } from './import.ts';
import { type RowKind, rowKinds } from './import-mapping.ts';

/** Rows that are written at once: statements of 5,000 rows cost the least a row. */
const batchRows = 5_000;

/** What is named comes before what names it. */
const order: readonly RowKind[] = [
  'org-units',
  'touchpoints',
  'accounts',
  'contacts',
  'encounters',
  'invitations',
  'answers',
  'outcomes',
  'service-kpis',
];

/**
 * Gathers the small batches of a company, account by account, into large ones of each kind. The order among the kinds is
 * kept right; that within a kind is the order given.
 */
export async function* regroupRows(rows: RowsToImport['rows']): AsyncGenerator<KindBatch, void, undefined> {
  const waiting = new Map<RowKind, (readonly Cell[])[]>(rowKinds.map((kind) => [kind, []]));
  let count = 0;
  function* flush(): Generator<KindBatch, void, undefined> {
    for (const kind of order) {
      const held = waiting.get(kind)!;
      if (held.length > 0) yield { kind, rows: held };
      waiting.set(kind, []);
    }
    count = 0;
  }
  for await (const batch of rows) {
    const held = waiting.get(batch.kind)!;
    for (const row of batch.rows) held.push(row);
    count += batch.rows.length;
    if (count >= batchRows) yield* flush();
  }
  yield* flush();
}

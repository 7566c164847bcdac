import type { Queryable } from './connection.ts';

/**
 * Has the planner count the tables that were filled in this transaction, which autovacuum cannot see yet. Without it,
 * every key into them is checked by reading all of the table, and a recount of a restored store took minutes.
 */
export async function countRows({ query }: Queryable): Promise<void> {
  await query('select analyze_imported()');
}

/** Fewer rows are joined fast whatever the planner thinks of them. */
const manyRows = 1_000;

/** Counts them as they grow: call it with the rows written so far; 1,000, 3,000, 9,000 and so on are counted. */
export function growing(connection: Queryable): { to(rows: number): Promise<void>; end(rows: number): Promise<void> } {
  let next = manyRows;
  return {
    async to(rows) {
      if (rows < next) return;
      await countRows(connection);
      next = rows * 3;
    },
    async end(rows) {
      if (rows >= manyRows) await countRows(connection);
    },
  };
}

import type { Queryable } from './connection.ts';
import type { Store } from './open-store.ts';

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

/** Of a table this small the planner may know nothing yet; a larger one autovacuum has counted. */
const youngRows = 2_000;

/**
 * Has the planner count the tables that single answers fill, while they are young: call it with the rows of each commit.
 * Before the first count an index of the workspace looks as good as the key, each check of a reference then reads all
 * responses of the workspace, and until autovacuum comes (a minute on most servers) every answer is slower than the one
 * before: 1,500 a second became 800 within eight seconds, and are 4,700 when counted.
 */
export function countsWhileYoung(store: Pick<Store, 'inTransaction'>): { wrote(rows: number): void } {
  let written = 0;
  let next = 100;
  return {
    wrote(rows) {
      written += rows;
      if (written < next) return;
      next = next >= youngRows ? Number.POSITIVE_INFINITY : next * 5;
      // Beside the answers: none waits for it, and where it fails autovacuum still comes.
      store.inTransaction(countYoung).catch(() => undefined);
    },
  };
}

async function countYoung(connection: Queryable): Promise<void> {
  const [row] = await connection.query<{ known: number }>(
    "select reltuples::int as known from pg_class where oid = 'response'::regclass",
  );
  if (row!.known < youngRows) await countRows(connection);
}

/**
 * Has the planner count the encounters and invitations while they are young, within the transaction that writes or reads
 * so many. Before it joined 3,000 encounters with 3,000 invitations and 3,000 messages, and only then looked at which belong
 * together: nothing was sent for as long as that statement ran.
 */
export async function countAskingWhileYoung(connection: Queryable, rows: number): Promise<void> {
  // A few are joined fast whatever the planner thinks of them.
  if (rows < 100) return;
  // Only one that grew since: what stays empty stays young for ever.
  const grown = await connection.query(
    `select 1 from pg_class where oid in ('encounter'::regclass, 'invitation'::regclass) and reltuples < $1
       and pg_relation_size(oid) > 2 * 8192 * greatest(relpages, 1) limit 1`,
    [youngRows],
  );
  if (grown.length > 0) await countRows(connection);
}

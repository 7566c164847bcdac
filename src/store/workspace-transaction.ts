import type pg from 'pg';
import { asQueryable, type Queryable, sendNow, sendTogether } from './connection.ts';
import { storeTrouble } from './store-trouble.ts';

/** A transaction inside one workspace: row level security shows and takes its rows only. */
export interface WorkspaceTransaction extends Queryable {
  readonly workspaceId: string;
}

/**
 * Runs `work` in one transaction of one workspace. The first statement enters the workspace; the setting ends with the
 * transaction, so a pooled connection never carries it on. Every statement names `workspace_id` itself as well.
 */
export async function inWorkspace<T>(
  pool: pg.Pool,
  workspaceId: string,
  work: (transaction: WorkspaceTransaction) => Promise<T>,
): Promise<T> {
  return inTransaction(pool, (connection) => enterAndWork(connection, workspaceId, work));
}

function connected(pool: pg.Pool): Promise<pg.PoolClient> {
  return pool.connect().catch((error) => {
    throw storeTrouble(error);
  });
}

/**
 * The same for work that only reads: the database refuses everything else, so nobody need wait for the commit, and a
 * lookup is one way there and back.
 */
export async function readWorkspace<T>(
  pool: pg.Pool,
  workspaceId: string,
  work: (transaction: WorkspaceTransaction) => Promise<T>,
): Promise<T> {
  const client = await connected(pool);
  try {
    sendTogether(client);
    return await sentBefore(client.query('begin read only'), () =>
      enterAndWork(asQueryable(client), workspaceId, work),
    );
  } catch (error) {
    throw storeTrouble(error);
  } finally {
    // Ends a transaction that failed as well. A session that broke is no longer idle in the pool.
    client.query('commit').catch(() => undefined);
    client.release();
  }
}

/** The statement that enters a workspace, with what else it does on the way; `$1` is the workspace. */
export interface Entry {
  readonly name: string;
  readonly text: string;
}

const entering: Entry = { name: 'enter', text: 'select enter($1)' };

function enterAndWork<T>(
  { query }: Queryable,
  workspaceId: string,
  work: (transaction: WorkspaceTransaction) => Promise<T>,
  { name, text }: Entry = entering,
): Promise<T> {
  return sentBefore(query(text, [workspaceId], name), () => work({ workspaceId, query }));
}

/**
 * Begins the work while the statement before it is under way: the statements of a session are worked off in their order,
 * so they travel together (20 to 70 % of the time of a short transaction was waiting between them). Where the first one
 * fails those behind it fail too, and the first one says why.
 */
async function sentBefore<T>(first: Promise<unknown>, work: () => Promise<T>): Promise<T> {
  first.catch(() => undefined);
  try {
    const result = await work();
    await first;
    return result;
  } catch (error) {
    await first;
    throw error;
  }
}

/**
 * The same for work that sends all its statements before it waits for any: the commit travels behind them, so that the
 * whole transaction is one way there and back. Where a statement fails the database makes a rollback of the commit, and
 * the promise of the work rejects.
 */
export async function inWorkspaceAtOnce<T>(
  pool: pg.Pool,
  workspaceId: string,
  work: (transaction: WorkspaceTransaction) => Promise<T>,
  entry?: Entry,
): Promise<T> {
  const client = await connected(pool);
  let broken: Error | undefined;
  try {
    sendTogether(client);
    const entered = sentBefore(client.query('begin'), () =>
      enterAndWork(asQueryable(client), workspaceId, work, entry),
    );
    const committing = client.query('commit');
    sendNow(client);
    const [worked, committed] = await Promise.allSettled([entered, committing]);
    if (committed.status === 'rejected') broken = committed.reason;
    if (worked.status === 'rejected') throw worked.reason;
    if (committed.status === 'rejected') throw committed.reason;
    return worked.value;
  } catch (error) {
    throw storeTrouble(error);
  } finally {
    client.release(broken);
  }
}

/**
 * Enters a workspace within an open transaction. Only what must see several workspaces as of one moment enters more than
 * one (backup and restore); everything else uses `inWorkspace`.
 */
export async function enterWorkspace(connection: Queryable, workspaceId: string): Promise<WorkspaceTransaction> {
  await connection.query('select enter($1)', [workspaceId]);
  return { workspaceId, query: connection.query };
}

/**
 * The same for reading several statements of one state: what is committed meanwhile is in none of them. Takes no lock
 * and writes nothing.
 */
export async function inSnapshot<T>(
  pool: pg.Pool,
  workspaceId: string,
  work: (transaction: WorkspaceTransaction) => Promise<T>,
): Promise<T> {
  return inTransaction(
    pool,
    async (connection) => work(await enterWorkspace(connection, workspaceId)),
    'begin isolation level repeatable read, read only',
  );
}

/** A transaction without a workspace: the tables without row level security (users, jobs), and no row of a workspace. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (connection: Queryable) => Promise<T>,
  begin = 'begin',
): Promise<T> {
  const client = await connected(pool);
  let broken: Error | undefined;
  try {
    sendTogether(client);
    const result = await sentBefore(client.query(begin), () => work(asQueryable(client)));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw storeTrouble(error);
  } finally {
    // A session that cannot roll back is thrown away, so that nobody inherits its open transaction.
    client.release(broken);
  }
}

/**
 * What `work` yields from a transaction that reads only and sees one moment, however long it takes; nobody waits for it.
 * It ends when the last piece was taken, or when the one who takes them leaves.
 */
export async function* fromSnapshot<T>(
  pool: pg.Pool,
  work: (connection: Queryable) => AsyncIterable<T>,
): AsyncGenerator<T, void, undefined> {
  const client = await connected(pool);
  let broken: Error | undefined;
  try {
    await client.query('begin isolation level repeatable read read only');
    yield* work(asQueryable(client));
  } catch (error) {
    throw storeTrouble(error);
  } finally {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    client.release(broken);
  }
}

import { CandorError } from '../errors/index.ts';
import type { Store, WorkspaceTransaction } from '../store/index.ts';
import { failImport } from './fail-import.ts';

/** A process shows a sign of life every five seconds; one that has shown none for so long may be dead. */
const silentMilliseconds = 7_000;

/** Holds a lock for as long as the transaction of an import lives: it goes with the process, however that ends. */
export async function showAlive({ query }: WorkspaceTransaction, importId: string): Promise<void> {
  await query("select pg_advisory_xact_lock(hashtextextended('import-run ' || $1::text, 0))", [importId]);
}

/**
 * Notes as failed the imports whose process died and which no job will take up again. Nothing of them was kept, so their
 * files can be imported again. Answers how many there were.
 */
export async function failLostImports(store: Store, workspaceId: string, now: Date): Promise<number> {
  const silent = await store.inWorkspace(workspaceId, (transaction) =>
    transaction.query<{ id: string; staged: boolean }>(
      `select id, staged from import where workspace_id = $1 and state in ('waiting', 'running') and beat_at < $2`,
      [workspaceId, new Date(now.getTime() - silentMilliseconds)],
    ),
  );
  if (silent.length === 0) return 0;
  const awaited = await awaitedImports(store, workspaceId);
  let lost = 0;
  for (const { id } of silent.filter((one) => !awaited.has(one.id))) {
    if (await isAlive(store, workspaceId, id)) continue;
    const error = new CandorError('CND_IMPORT_STOPPED', 'the process that imported the file stopped before its end');
    await failImport(store, workspaceId, { id, error, now });
    lost += 1;
  }
  return lost;
}

/** The imports that a job waits to run or runs. The table of jobs is never read together with those of a workspace. */
async function awaitedImports(store: Store, workspaceId: string): Promise<ReadonlySet<string>> {
  const jobs = await store.inTransaction((connection) =>
    connection.query<{ id: string }>(
      `select payload->>'importId' as id from job where workspace_id = $1 and kind = 'import' and state <> 'dead'`,
      [workspaceId],
    ),
  );
  return new Set(jobs.map(({ id }) => id));
}

async function isAlive(store: Store, workspaceId: string, importId: string): Promise<boolean> {
  const [row] = await store.inWorkspace(workspaceId, (transaction) =>
    transaction.query<{ free: boolean }>(
      "select pg_try_advisory_xact_lock(hashtextextended('import-run ' || $1::text, 0)) as free",
      [importId],
    ),
  );
  return !row!.free;
}

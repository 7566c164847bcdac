import { enqueueJobs } from '../queue/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';

const kind = 'ask-waves';

/** Asks for the waves of the workspace to be looked at; one job waits at most. */
export async function askForWaves(transaction: WorkspaceTransaction, now: Date): Promise<void> {
  const { workspaceId } = transaction;
  await enqueueJobs(transaction, [{ workspaceId, kind, dueAt: now, onceKey: kind }], now);
}

/**
 * Closes a wave: from this instant nobody of it is asked, reminded or can answer. What is open is ended afterwards, some
 * at a time (`settleWave`). False where it was closed already.
 */
export async function closeWave({ workspaceId, query }: WorkspaceTransaction, id: string, now: Date): Promise<boolean> {
  const closed = await query(
    `update wave set closed_at = $3, closes_at = least(closes_at, $3) where workspace_id = $1 and id = $2
       and closed_at is null returning id`,
    [workspaceId, id, now],
  );
  return closed.length === 1;
}

/** A programme that ends closes its waves. */
export async function closeWavesOf(
  { workspaceId, query }: WorkspaceTransaction,
  programmeId: string,
  now: Date,
): Promise<void> {
  await query(
    `update wave set closed_at = $3, closes_at = least(closes_at, $3)
     where workspace_id = $1 and programme_id = $2 and closed_at is null`,
    [workspaceId, programmeId, now],
  );
}

import { enqueueJobs } from '../queue/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';

const kind = 'send-messages';

/** Asks for the due messages of the workspace to be sent; one job waits at most. */
export async function askForSending(transaction: WorkspaceTransaction, now: Date): Promise<void> {
  const { workspaceId } = transaction;
  await enqueueJobs(transaction, [{ workspaceId, kind, dueAt: now, onceKey: kind }], now);
}

import { enqueueJobs, type JobHandler } from '../queue/index.ts';
import type { Store, WorkspaceTransaction } from '../store/index.ts';
import { recoverReplies } from './reply-store.ts';
import type { Sending } from './send-messages.ts';
import { sendReplies } from './send-replies.ts';

const kind = 'answer-sms';

/** Asks for what is to be written back to be sent; one job waits at most. */
export async function askForReplies(transaction: WorkspaceTransaction, now: Date): Promise<void> {
  const { workspaceId } = transaction;
  await enqueueJobs(transaction, [{ workspaceId, kind, dueAt: now, onceKey: kind }], now);
}

/** The job that writes back. */
export function replyHandlers(sending: Sending): Readonly<Record<'answer-sms', JobHandler>> {
  return {
    async 'answer-sms'({ workspaceId }) {
      await sendReplies(sending, workspaceId);
    },
  };
}

/** Finds what is to be written back without its job, and what a worker left that died. */
export async function sweepReplies({ store }: { readonly store: Store }, now: Date): Promise<void> {
  const workspaces = await store.inTransaction((connection) =>
    connection.query<{ id: string }>('select workspace_id as id from workspace_directory order by workspace_id'),
  );
  for (const { id } of workspaces) {
    await store.inWorkspace(id, async (transaction) => {
      if (await recoverReplies(transaction, now)) await askForReplies(transaction, now);
    });
  }
}

import type { JobHandler } from '../queue/index.ts';
import { askForSending } from './ask-for-sending.ts';
import { expireInvitations } from './expire-invitations.ts';
import { hasDueMessages, usualPatience } from './message-claim-store.ts';
import { type Sending, sendDueMessages } from './send-messages.ts';

/** The job that sends one batch and asks for the next, so that the turns of workspaces alternate. */
export function sendHandlers(sending: Sending): Readonly<Record<'send-messages', JobHandler>> {
  return {
    async 'send-messages'({ workspaceId }) {
      const { isFull } = await sendDueMessages(sending, workspaceId);
      if (!isFull) return;
      await sending.store.inWorkspace(workspaceId, (transaction) => askForSending(transaction, sending.clock()));
    },
  };
}

/**
 * Ends invitations whose time is over and asks for the messages of every workspace in which some are due: nothing is lost
 * when a job is. Answers in how many workspaces something was due.
 */
export async function sweepMessages(
  { store, sender, patience = usualPatience }: Pick<Sending, 'store' | 'sender' | 'patience'>,
  now: Date,
): Promise<number> {
  const workspaces = await store.inTransaction((connection) =>
    connection.query<{ id: string }>('select workspace_id as id from workspace_directory order by workspace_id'),
  );
  let due = 0;
  for (const { id } of workspaces) {
    due += await store.inWorkspace(id, async (transaction) => {
      await expireInvitations(transaction, now);
      if (!(await hasDueMessages(transaction, { now, patience, channels: sender.channels }))) return 0;
      await askForSending(transaction, now);
      return 1;
    });
  }
  return due;
}

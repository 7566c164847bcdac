import { CandorError } from '../errors/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { askForSending } from './ask-for-sending.ts';

/** What a person says who has looked into the log of the mail server, or has asked. */
export type Settlement = 'sent' | 'send-again';

/**
 * Ends the doubt about a message that may or may not have gone. `sent`: it did, nothing more is done. `send-again`: it did
 * not, so it is planned once more and goes through every rule again; only here is a message handed over a second time, and
 * only by a person's word. One that is not uncertain any more, or whose person is no longer asked, is refused
 * (`CND_MESSAGE_STATE`); one that is not there is not found (`CND_NOT_FOUND`).
 */
export async function settleMessage(
  transaction: WorkspaceTransaction,
  id: string,
  { as, by, now }: { readonly as: Settlement; readonly by: string; readonly now: Date },
): Promise<void> {
  const { workspaceId, query } = transaction;
  // Whoever answers locks the invitation first as well: the message is stopped before, or after, never between.
  const [invitation] = await query<{ isOpen: boolean }>(
    `select i.state in ('sent', 'opened') and i.stopped_at is null as "isOpen"
     from message m join invitation i on i.workspace_id = $1 and i.id = m.invitation_id
     where m.workspace_id = $1 and m.id = $2 for update of i`,
    [workspaceId, id],
  );
  if (!invitation) throw new CandorError('CND_NOT_FOUND', `there is no message ${id}`, { kind: 'message' });
  if (as === 'send-again' && !invitation.isOpen) throw refused('its invitation is over', 'closed');
  const detail = JSON.stringify({ settledBy: by, settledAs: as, settledAt: now.toISOString() });
  const settled = await query(as === 'sent' ? hasGone : goesAgain, [workspaceId, id, detail, now]);
  if (settled.length === 0) throw refused('the message is not uncertain', 'settled');
  if (as === 'send-again') await askForSending(transaction, now);
}

const hasGone = `update message set state = 'sent', sent_at = coalesce(sent_at, stage_at, $4), detail = detail || $3::jsonb
  where workspace_id = $1 and id = $2 and state = 'uncertain' returning id`;

const goesAgain = `update message set state = 'planned', due_at = $4, claimed_at = null, stage_at = null, sent_at = null,
    detail = (detail - 'stage') || $3::jsonb
  where workspace_id = $1 and id = $2 and state = 'uncertain' returning id`;

const refused = (message: string, state: string) => new CandorError('CND_MESSAGE_STATE', message, { state });

import { stopInvitations, type WorkspaceTransaction } from '../store/index.ts';

/**
 * Ends what can no longer be answered, and the messages that would still have asked. What could not be sent until then is
 * cancelled. Answers how many there were.
 */
export async function expireInvitations(transaction: WorkspaceTransaction, now: Date): Promise<number> {
  const { workspaceId, query } = transaction;
  const expired = await query<{ id: string }>(
    `update invitation set state = 'expired'
     where workspace_id = $1 and state in ('sent', 'opened') and import_id is null and expires_at <= $2 returning id`,
    [workspaceId, now],
  );
  const unsent = await query<{ id: string }>(
    `select id from invitation
     where workspace_id = $1 and state = 'planned' and import_id is null and planned_at <= $2 and expires_at <= $2`,
    [workspaceId, now],
  );
  const ids = [...expired, ...unsent].map(({ id }) => id);
  await stopInvitations(transaction, ids, { reason: 'not-sent', now });
  return ids.length;
}

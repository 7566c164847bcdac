import type { WorkspaceTransaction } from './workspace-transaction.ts';

/** What a response says of the invitation that it answers. */
interface Answered {
  readonly invitationId?: string;
  readonly respondedAt: Date;
  readonly completed: boolean;
}

/**
 * An invitation that was answered is done, in the transaction of its response: what was planned to be sent about it is
 * cancelled, and the partial answer that the response came from goes. One that was only begun ends as expired.
 */
export async function closeInvitations(
  { workspaceId, query }: WorkspaceTransaction,
  responses: readonly Answered[],
): Promise<void> {
  const answered = responses.filter(({ invitationId }) => invitationId !== undefined);
  if (answered.length === 0) return;
  const ids = answered.map(({ invitationId }) => invitationId);
  await Promise.all([
    query(
      `update invitation i set state = case when a.completed then 'completed' else 'expired' end,
         completed_at = case when a.completed then a.at end
       from unnest($2::uuid[], $3::boolean[], $4::timestamptz[]) as a (id, completed, at)
       where i.workspace_id = $1 and i.id = a.id and i.state <> 'refused'`,
      [workspaceId, ids, answered.map(({ completed }) => completed), answered.map(({ respondedAt }) => respondedAt)],
      'close-invitations',
    ),
    query(
      `update message set state = 'cancelled'
       where workspace_id = $1 and invitation_id = any ($2) and state in ('planned', 'claimed')`,
      [workspaceId, ids],
      'cancel-messages',
    ),
    query(
      'delete from partial_response where workspace_id = $1 and invitation_id = any ($2)',
      [workspaceId, ids],
      'end-partials',
    ),
  ]);
}

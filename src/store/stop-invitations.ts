import type { WorkspaceTransaction } from './workspace-transaction.ts';

/** Why an invitation was ended from outside. */
export type EndReason =
  | 'answered'
  | 'opted-out'
  | 'reminders-stopped'
  | 'complained'
  | 'bounced'
  | 'encounter-withdrawn'
  | 'encounter-reopened'
  | 'survey-closed'
  | 'programme-closed'
  | 'wave-closed'
  | 'higher-priority-invitation'
  | 'expired'
  | 'no-channel'
  | 'not-sent';

/** Which state the invitation is left in where it was sent; others that were sent stay open, without more messages. */
const stateAfter: Partial<Record<EndReason, 'opted-out' | 'bounced' | 'expired'>> = {
  'opted-out': 'opted-out',
  complained: 'opted-out',
  bounced: 'bounced',
  'wave-closed': 'expired',
};

/**
 * THE way to end invitations, whoever ends them: no message of theirs is handed over any more. One that was not sent yet
 * is cancelled and gives its places in quotas back; one that was sent can still be answered until it ends, unless the
 * person opted out, cannot be reached or its wave closed. Whoever takes an opt-out, a bounce or a complaint calls this in
 * the transaction that keeps it. Answers how many there were.
 */
export async function stopInvitations(
  transaction: WorkspaceTransaction,
  ids: readonly string[],
  { reason, now }: { readonly reason: EndReason; readonly now: Date },
): Promise<number> {
  if (ids.length === 0) return 0;
  const { workspaceId, query } = transaction;
  await cancelMessages(transaction, ids);
  // One whose mail is on its way may have asked its person: it keeps its place and its state until that is known.
  const cancelled = await query<{ programmeId: string; cells: readonly string[] | null }>(
    `update invitation i set state = 'cancelled', stopped_at = $3, stop_reason = $4
     where i.workspace_id = $1 and i.id = any ($2::uuid[]) and i.state = 'planned' and not exists (
       select from message m where m.workspace_id = $1 and m.workspace_id = i.workspace_id and m.invitation_id = i.id
         and m.state = 'handing-over')
     returning i.programme_id as "programmeId", i.decision -> 'cells' as cells`,
    [workspaceId, ids, now, reason],
  );
  // Whoever stopped the reminders first and opts out then has opted out.
  const stopped = await query(
    `update invitation set state = coalesce($5, state), stopped_at = coalesce(stopped_at, $3), stop_reason = $4
     where workspace_id = $1 and id = any ($2::uuid[]) and state in ('planned', 'sent', 'opened')
       and (stopped_at is null or $5::text is not null) returning id`,
    [workspaceId, ids, now, reason, stateAfter[reason] ?? null],
  );
  await giveBackQuotas(
    transaction,
    cancelled.flatMap(({ programmeId, cells }) => (cells ?? []).map((cell) => ({ programmeId, cell, count: 1 }))),
  );
  return cancelled.length + stopped.length;
}

/** What is being handed over cannot be called back; what was only claimed is refused at the hand-over. */
export async function cancelMessages(
  { workspaceId, query }: WorkspaceTransaction,
  invitationIds: readonly (string | undefined)[],
): Promise<void> {
  await query(
    `update message set state = 'cancelled'
     where workspace_id = $1 and invitation_id = any ($2::uuid[]) and state in ('planned', 'claimed')`,
    [workspaceId, invitationIds],
    'cancel-messages',
  );
}

/** No reminder any more; an invitation that waits still goes. */
export async function cancelReminders(
  { workspaceId, query }: WorkspaceTransaction,
  invitationId: string,
): Promise<void> {
  await query(
    `update message set state = 'cancelled'
     where workspace_id = $1 and invitation_id = $2 and kind <> 'invitation' and state in ('planned', 'claimed')`,
    [workspaceId, invitationId],
  );
}

export interface QuotaStep {
  readonly programmeId: string;
  readonly cell: string;
  readonly count: number;
}

/** Gives back the places of invitations that were cancelled before they were sent. */
export async function giveBackQuotas(
  { workspaceId, query }: WorkspaceTransaction,
  steps: readonly QuotaStep[],
): Promise<void> {
  if (steps.length === 0) return;
  await query(
    `update quota_count q set used = greatest(0, q.used - g.used)
     from (select programme_id, cell, sum(used)::int as used
       from unnest($2::uuid[], $3::text[], $4::int[]) as given (programme_id, cell, used) group by 1, 2) g
     where q.workspace_id = $1 and q.programme_id = g.programme_id and q.cell = g.cell`,
    [
      workspaceId,
      steps.map(({ programmeId }) => programmeId),
      steps.map(({ cell }) => cell),
      steps.map(({ count }) => count),
    ],
  );
}

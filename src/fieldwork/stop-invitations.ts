import type { StopReason } from '../fielding/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { giveBackQuotas } from './quota-store.ts';

/** Why an invitation was ended from outside: a stop event of the reminders, or an encounter that runs again. */
export type EndReason = StopReason | 'encounter-reopened' | 'not-sent';

/** Which state the invitation is left in where it was sent; others that were sent stay open, without more messages. */
const stateAfter: Partial<Record<EndReason, 'opted-out' | 'bounced' | 'expired'>> = {
  'opted-out': 'opted-out',
  complained: 'opted-out',
  bounced: 'bounced',
  'wave-closed': 'expired',
};

/**
 * Ends these invitations at once: no message of theirs is handed over any more. One that was not sent yet is cancelled,
 * one that was sent can still be answered until it ends, unless the person opted out, cannot be reached or its wave closed. Whoever takes an
 * answer, an opt-out, a bounce or a complaint calls this in the transaction that keeps it.
 */
export async function stopInvitations(
  transaction: WorkspaceTransaction,
  ids: readonly string[],
  { reason, now }: { readonly reason: EndReason; readonly now: Date },
): Promise<void> {
  if (ids.length === 0) return;
  const { workspaceId, query } = transaction;
  await cancelMessages(transaction, ids);
  const cancelled = await query<{ programmeId: string; cells: readonly string[] | null }>(
    `update invitation set state = 'cancelled', stopped_at = $3, stop_reason = $4
     where workspace_id = $1 and id = any ($2::uuid[]) and state = 'planned'
     returning programme_id as "programmeId", decision -> 'cells' as cells`,
    [workspaceId, ids, now, reason],
  );
  await query(
    `update invitation set state = coalesce($5, state), stopped_at = $3, stop_reason = $4
     where workspace_id = $1 and id = any ($2::uuid[]) and state in ('sent', 'opened') and stopped_at is null`,
    [workspaceId, ids, now, reason, stateAfter[reason] ?? null],
  );
  await giveBackQuotas(
    transaction,
    cancelled.flatMap(({ programmeId, cells }) => (cells ?? []).map((cell) => ({ programmeId, cell, count: 1 }))),
  );
}

/** What is being handed over cannot be called back; what was only claimed is refused at the hand-over. */
async function cancelMessages({ workspaceId, query }: WorkspaceTransaction, ids: readonly string[]): Promise<void> {
  await query(
    `update message set state = 'cancelled'
     where workspace_id = $1 and invitation_id = any ($2::uuid[]) and state in ('planned', 'claimed')`,
    [workspaceId, ids],
  );
}

/**
 * Some of the invitations of a wave that are open still, so that the closing of a large one holds no transaction long.
 * Answers how many there were.
 */
export async function stopOfWave(
  transaction: WorkspaceTransaction,
  waveId: string,
  { now, most }: { readonly now: Date; readonly most: number },
): Promise<number> {
  const { workspaceId, query } = transaction;
  const rows = await query<{ id: string }>(
    `select id from invitation where workspace_id = $1 and wave_id = $2 and import_id is null
       and state in ('planned', 'sent', 'opened') order by state, id limit $3`,
    [workspaceId, waveId, most],
  );
  const ids = rows.map(({ id }) => id);
  await stopInvitations(transaction, ids, { reason: 'wave-closed', now });
  // Those whose reminders had been stopped before.
  await query(
    `update invitation set state = 'expired' where workspace_id = $1 and id = any ($2::uuid[]) and state in ('sent', 'opened')`,
    [workspaceId, ids],
  );
  return rows.length;
}

/** An encounter that was taken back or runs again: nobody is asked about it. */
export async function stopOfEncounters(
  transaction: WorkspaceTransaction,
  encounterIds: readonly string[],
  { reason, now }: { readonly reason: 'encounter-withdrawn' | 'encounter-reopened'; readonly now: Date },
): Promise<void> {
  if (encounterIds.length === 0) return;
  const rows = await transaction.query<{ id: string }>(
    `select id from invitation where workspace_id = $1 and encounter_id = any ($2::uuid[]) and import_id is null
       and state in ('planned', 'sent', 'opened')`,
    [transaction.workspaceId, encounterIds],
  );
  await stopInvitations(
    transaction,
    rows.map(({ id }) => id),
    { reason, now },
  );
}

/** A programme that ends cancels what it planned and reminds nobody any more. */
export async function cancelOfProgramme(
  transaction: WorkspaceTransaction,
  programmeId: string,
  now: Date,
): Promise<void> {
  const rows = await transaction.query<{ id: string }>(
    `select id from invitation where workspace_id = $1 and programme_id = $2 and import_id is null
       and state in ('planned', 'sent', 'opened')`,
    [transaction.workspaceId, programmeId],
  );
  await stopInvitations(
    transaction,
    rows.map(({ id }) => id),
    { reason: 'programme-closed', now },
  );
}

/** A person who wants no more: every open invitation to him ends. Answers how many there were. */
export async function stopOfContact(
  transaction: WorkspaceTransaction,
  contactId: string,
  { reason, now }: { readonly reason: 'opted-out' | 'bounced' | 'complained'; readonly now: Date },
): Promise<number> {
  const rows = await transaction.query<{ id: string }>(
    `select id from invitation where workspace_id = $1 and contact_id = $2 and import_id is null
       and state in ('planned', 'sent', 'opened')`,
    [transaction.workspaceId, contactId],
  );
  await stopInvitations(
    transaction,
    rows.map(({ id }) => id),
    { reason, now },
  );
  return rows.length;
}

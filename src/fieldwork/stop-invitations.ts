import type { StopReason } from '../fielding/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { giveBackQuotas } from './quota-store.ts';

/** Why an invitation was ended from outside: a stop event of the reminders, or an encounter that runs again. */
export type EndReason = StopReason | 'encounter-reopened' | 'not-sent';

/** Which state the invitation is left in where it was sent; others that were sent stay open, without more messages. */
const stateAfter: Partial<Record<EndReason, 'opted-out' | 'bounced'>> = {
  'opted-out': 'opted-out',
  complained: 'opted-out',
  bounced: 'bounced',
};

/**
 * Ends these invitations at once: no message of theirs is handed over any more. One that was not sent yet is cancelled,
 * one that was sent can still be answered until it ends, unless the person opted out or cannot be reached. Whoever takes an
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
  // One whose mail is on its way may have asked its person: it keeps its place and its state until that is known.
  const cancelled = await query<{ programmeId: string; cells: readonly string[] | null }>(
    `update invitation i set state = 'cancelled', stopped_at = $3, stop_reason = $4
     where i.workspace_id = $1 and i.id = any ($2::uuid[]) and i.state = 'planned' and not exists (
       select from message m where m.workspace_id = $1 and m.workspace_id = i.workspace_id and m.invitation_id = i.id
         and m.state = 'handing-over')
     returning i.programme_id as "programmeId", i.decision -> 'cells' as cells`,
    [workspaceId, ids, now, reason],
  );
  await query(
    `update invitation set state = coalesce($5, state), stopped_at = $3, stop_reason = $4
     where workspace_id = $1 and id = any ($2::uuid[]) and state in ('planned', 'sent', 'opened') and stopped_at is null`,
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

import { stopInvitations, type WorkspaceTransaction } from '../store/index.ts';

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

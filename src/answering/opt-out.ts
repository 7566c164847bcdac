import { addressKeyOf, liftSuppressions, suppressAddresses } from '../accounts/index.ts';
import { newId, stopInvitations, type WorkspaceTransaction } from '../store/index.ts';
import { type AboutPerson, knownAddresses } from './known-addresses.ts';

/** By which sign a person said that he wants no more. */
export type OptOutReason = 'unsubscribed' | 'stop-word' | 'complained' | 'objected';

/**
 * This person is never asked again, by no channel: every address of his that is known is put on the list of those who
 * object, whatever is planned for him is cancelled, and the contact says so, in the transaction of the caller. The same
 * again changes nothing.
 */
export async function optOut(
  transaction: WorkspaceTransaction,
  about: AboutPerson,
  { reason, now }: { readonly reason: OptOutReason; readonly now: Date },
): Promise<void> {
  const { workspaceId, query } = transaction;
  const { invitationId, contactId = null } = about;
  await addressKeyOf(transaction);
  const added = await suppressAddresses(transaction, await knownAddresses(transaction, about), { reason, now });
  const open = await query<{ id: string }>(
    `select id from invitation where workspace_id = $1 and (id = $2 or contact_id = $3) and import_id is null
       and state in ('planned', 'sent', 'opened')`,
    [workspaceId, invitationId ?? null, contactId],
  );
  const ended = await stopInvitations(
    transaction,
    open.map(({ id }) => id),
    { reason: reason === 'complained' ? 'complained' : 'opted-out', now },
  );
  await query('update contact set opted_out_at = coalesce(opted_out_at, $3) where workspace_id = $1 and id = $2', [
    workspaceId,
    contactId,
    now,
  ]);
  if (added + ended === 0 || invitationId === undefined) return;
  await query(
    `insert into contact_signal (workspace_id, id, invitation_id, kind, detail, heard_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      workspaceId,
      newId(),
      invitationId,
      reason === 'complained' ? 'complained' : 'unsubscribed',
      JSON.stringify({ by: reason }),
      now,
    ],
  );
}

/**
 * Takes back what the same person said in the same way; what was put on the list for another reason (a bounce, a
 * complaint) stays there, and while any of his addresses stands there for his own wish he is not asked.
 */
export async function optIn(
  transaction: WorkspaceTransaction,
  about: AboutPerson,
  { lifts, now }: { readonly lifts: 'unsubscribed' | 'stop-word'; readonly now: Date },
): Promise<void> {
  const { workspaceId, query } = transaction;
  const addresses = await knownAddresses(transaction, about);
  // The page of the link is the stronger word: it takes back what an SMS said too.
  const reasons = lifts === 'unsubscribed' ? (['unsubscribed', 'stop-word'] as const) : (['stop-word'] as const);
  await liftSuppressions(transaction, addresses, { reasons, now });
  const [standing] = await query(
    `select 1 from suppression where workspace_id = $1 and address_hash = any ($2::bytea[]) and lifted_at is null
       and reason in ('unsubscribed', 'stop-word', 'complained', 'objected') limit 1`,
    [workspaceId, addresses.map(({ hash }) => hash)],
  );
  if (standing) return;
  await query('update contact set opted_out_at = null where workspace_id = $1 and id = $2', [
    workspaceId,
    about.contactId ?? null,
  ]);
}

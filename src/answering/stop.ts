import { randomBytes } from 'node:crypto';
import { addressHash } from '../channels/index.ts';
import { newId, type WorkspaceTransaction } from '../store/index.ts';
import { type Answering, workspaceOf } from './answering.ts';
import { type InvitationRow, invitationOfLink } from './invitation-store.ts';
import { languagesOf } from './open-answer.ts';
import { readToken } from './token.ts';

/** What the page of a stop link shows. */
export interface StopPage {
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly invitationId: string;
  readonly contactId: string | undefined;
  readonly languages: readonly string[];
  /** Reminders can still come. */
  readonly reminders: boolean;
  /** This person is on the list of those who object. */
  readonly unsubscribed: boolean;
}

export type OpenedStop = { readonly kind: 'open'; readonly page: StopPage } | { readonly kind: 'unknown' };

/** What can the holder of this stop link do? It works as long as the invitation is kept, answered or not. */
export async function openStop(answering: Answering, token: string, now: Date): Promise<OpenedStop> {
  const { code, hash } = readToken(token) ?? { code: '', hash: Buffer.alloc(32) };
  const workspaceId = await workspaceOf(answering, code, now);
  return answering.store.readWorkspace(workspaceId, async (transaction) => {
    const row = await invitationOfLink(transaction, hash, 'stop');
    if (!row) return { kind: 'unknown' };
    const hashes = await addressesOf(transaction, row.id, row.contact_id);
    const [listed] = await transaction.query(
      `select 1 from suppression where workspace_id = $1 and address_hash = any ($2) and lifted_at is null limit 1`,
      [workspaceId, hashes.map((one) => one.hash)],
    );
    return { kind: 'open', page: pageOf(row, workspaceId, listed !== undefined) };
  });
}

const pageOf = (row: InvitationRow, workspaceId: string, unsubscribed: boolean): StopPage => ({
  workspaceId,
  workspaceName: row.workspace_name,
  invitationId: row.id,
  contactId: row.contact_id ?? undefined,
  languages: languagesOf(row),
  reminders: row.stopped_at === null && ['planned', 'sent', 'opened'].includes(row.state),
  unsubscribed,
});

/** No reminder of this survey comes any more; it can still be answered. The same again changes nothing. */
export async function stopReminders({ store }: Answering, { workspaceId, invitationId }: StopPage, now: Date) {
  await store.inWorkspace(workspaceId, async (transaction) => {
    const [stopped] = await transaction.query(
      `update invitation set stopped_at = $3, stop_reason = 'reminders-stopped'
       where workspace_id = $1 and id = $2 and stopped_at is null returning id`,
      [workspaceId, invitationId, now],
    );
    if (!stopped) return;
    await transaction.query(
      `update message set state = 'cancelled'
       where workspace_id = $1 and invitation_id = $2 and kind = 'reminder' and state in ('planned', 'claimed')`,
      [workspaceId, invitationId],
    );
    await keepSignal(transaction, { invitationId, kind: 'stopped', now });
  });
}

/**
 * This person is never asked again, by no channel: every address of his that is known is put on the list of those who
 * object, and whatever is planned for him is cancelled, in one transaction. The same again changes nothing.
 */
export async function unsubscribe({ store }: Answering, page: StopPage, now: Date): Promise<void> {
  const { workspaceId, invitationId, contactId = null } = page;
  await store.inWorkspace(workspaceId, async (transaction) => {
    const { query } = transaction;
    await ensureAddressKey(transaction);
    const addresses = await addressesOf(transaction, invitationId, contactId);
    const added = await query(
      `insert into suppression as s (workspace_id, id, channel, address_hash, reason, created_at)
       select $1, id, channel, address_hash, 'unsubscribed', $5
       from unnest($2::uuid[], $3::text[], $4::bytea[]) as given (id, channel, address_hash)
       on conflict (workspace_id, channel, address_hash) do update set lifted_at = null, reason = 'unsubscribed',
         created_at = excluded.created_at where s.workspace_id = $1 and s.lifted_at is not null
       returning s.id`,
      [
        workspaceId,
        addresses.map(() => newId()),
        addresses.map(({ channel }) => channel),
        addresses.map(({ hash }) => hash),
        now,
      ],
    );
    const closed = await query(
      `update invitation set state = 'opted-out', stopped_at = coalesce(stopped_at, $4),
         stop_reason = coalesce(stop_reason, 'opted-out')
       where workspace_id = $1 and (id = $2 or contact_id = $3) and state in ('planned', 'sent', 'opened') returning id`,
      [workspaceId, invitationId, contactId, now],
    );
    await query(
      `update message set state = 'cancelled' where workspace_id = $1 and state in ('planned', 'claimed') and invitation_id in
         (select id from invitation where workspace_id = $1 and (id = $2 or contact_id = $3))`,
      [workspaceId, invitationId, contactId],
    );
    await query('update contact set opted_out_at = coalesce(opted_out_at, $3) where workspace_id = $1 and id = $2', [
      workspaceId,
      contactId,
      now,
    ]);
    if (added.length + closed.length > 0) await keepSignal(transaction, { invitationId, kind: 'unsubscribed', now });
  });
}

/** Takes the objection of the same person back; what was put on the list for another reason (a bounce) stays there. */
export async function resubscribe({ store }: Answering, page: StopPage, now: Date): Promise<void> {
  const { workspaceId, invitationId, contactId = null } = page;
  await store.inWorkspace(workspaceId, async (transaction) => {
    const addresses = await addressesOf(transaction, invitationId, contactId);
    await transaction.query(
      `update suppression set lifted_at = $3
       where workspace_id = $1 and address_hash = any ($2) and reason = 'unsubscribed' and lifted_at is null`,
      [workspaceId, addresses.map(({ hash }) => hash), now],
    );
    await transaction.query('update contact set opted_out_at = null where workspace_id = $1 and id = $2', [
      workspaceId,
      contactId,
    ]);
  });
}

/** Made at the first need, and kept with the data for good. */
async function ensureAddressKey({ workspaceId, query }: WorkspaceTransaction): Promise<void> {
  await query('update workspace set address_key = $2 where workspace_id = $1 and address_key is null', [
    workspaceId,
    randomBytes(32),
  ]);
}

interface ListedAddress {
  readonly channel: string;
  readonly hash: Buffer;
}

/** The addresses that this invitation was sent to, and those of its person as they are now. */
async function addressesOf(
  { workspaceId, query }: WorkspaceTransaction,
  invitationId: string,
  contactId: string | null,
): Promise<ListedAddress[]> {
  const [written, [known]] = await Promise.all([
    query<ListedAddress>(
      `select distinct channel, address_hash as hash from message
       where workspace_id = $1 and invitation_id = $2 and address_hash is not null`,
      [workspaceId, invitationId],
    ),
    query<{ key: Buffer | null; email: string | null; phone: string | null }>(
      `select s.address_key as key, c.email, c.phone
       from workspace s left join contact c on c.workspace_id = s.workspace_id and c.id = $2
       where s.workspace_id = $1`,
      [workspaceId, contactId],
    ),
  ]);
  const key = known?.key;
  const hashed = (channel: 'email' | 'sms', address: string | null | undefined): ListedAddress[] => {
    const hash = key && address ? addressHash(key, channel, address) : undefined;
    return hash ? [{ channel, hash }] : [];
  };
  const all = [...written, ...hashed('email', known?.email), ...hashed('sms', known?.phone)];
  // The address that was written to is mostly the one of now, and one statement may not touch a row twice.
  return [...new Map(all.map((one) => [`${one.channel} ${one.hash.toString('hex')}`, one])).values()];
}

async function keepSignal(
  { workspaceId, query }: WorkspaceTransaction,
  { invitationId, kind, now }: { invitationId: string; kind: 'stopped' | 'unsubscribed'; now: Date },
): Promise<void> {
  await query(
    'insert into contact_signal (workspace_id, id, invitation_id, kind, heard_at) values ($1, $2, $3, $4, $5)',
    [workspaceId, newId(), invitationId, kind, now],
  );
}

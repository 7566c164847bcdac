import { randomBytes } from 'node:crypto';
import { newId, type WorkspaceTransaction } from '../store/index.ts';

export type SuppressionReason = 'unsubscribed' | 'bounced' | 'complained' | 'stop-word' | 'objected' | 'by-hand';

/** An address as the list knows it: by the keyed hash of `addressHash`, which outlives the person. */
export interface HashedAddress {
  readonly channel: 'email' | 'sms';
  readonly hash: Buffer;
}

/**
 * THE list of addresses that are never written to again. One that was lifted stands again from now on. The first reason
 * stays, unless a stronger wish of the person comes: whoever sent a stop word and then objected is not taken off the list
 * by START. Answers how many were not on it before.
 */
export async function suppressAddresses(
  { workspaceId, query }: WorkspaceTransaction,
  addresses: readonly HashedAddress[],
  { reason, now }: { readonly reason: SuppressionReason; readonly now: Date },
): Promise<number> {
  const given = distinct(addresses);
  if (given.length === 0) return 0;
  const added = await query(
    `insert into suppression as s (workspace_id, id, channel, address_hash, reason, created_at)
     select $1, id, channel, address_hash, $5, $6
     from unnest($2::uuid[], $3::text[], $4::bytea[]) as given (id, channel, address_hash)
     on conflict (workspace_id, channel, address_hash) do update set lifted_at = null, reason = excluded.reason,
       created_at = excluded.created_at
     where s.workspace_id = $1 and (s.lifted_at is not null or (s.reason in ('stop-word', 'unsubscribed')
       and excluded.reason in ('unsubscribed', 'complained', 'objected') and s.reason <> excluded.reason))
     returning s.id`,
    [
      workspaceId,
      given.map(() => newId()),
      given.map(({ channel }) => channel),
      given.map(({ hash }) => hash),
      reason,
      now,
    ],
  );
  return added.length;
}

/** One statement may not touch a row twice. */
function distinct(addresses: readonly HashedAddress[]): readonly HashedAddress[] {
  return [...new Map(addresses.map((one) => [`${one.channel} ${one.hash.toString('hex')}`, one])).values()];
}

/** Takes addresses off the list that stand there for one of these reasons; a bounce is taken back by nobody's word. */
export async function liftSuppressions(
  { workspaceId, query }: WorkspaceTransaction,
  addresses: readonly HashedAddress[],
  { reasons, now }: { readonly reasons: readonly SuppressionReason[]; readonly now: Date },
): Promise<number> {
  const lifted = await query(
    `update suppression set lifted_at = $4
     where workspace_id = $1 and address_hash = any ($2::bytea[]) and reason = any ($3) and lifted_at is null returning id`,
    [workspaceId, addresses.map(({ hash }) => hash), reasons, now],
  );
  return lifted.length;
}

/** Which of these hashes are on the list, as hex. */
export async function suppressedHashes(
  { workspaceId, query }: WorkspaceTransaction,
  hashes: readonly Buffer[],
): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await query<{ hash: string }>(
    `select encode(address_hash, 'hex') as hash from suppression
     where workspace_id = $1 and lifted_at is null and address_hash = any ($2::bytea[])`,
    [workspaceId, hashes],
  );
  return new Set(rows.map(({ hash }) => hash));
}

/**
 * What the addresses of a workspace are hashed with: made at the first need and kept with the data for good. Of two that
 * make it at once the first is kept.
 */
export async function addressKeyOf({ workspaceId, query }: WorkspaceTransaction): Promise<Buffer> {
  const [held] = await query<{ key: Buffer | null }>(
    'select address_key as key from workspace where workspace_id = $1',
    [workspaceId],
  );
  if (held?.key) return held.key;
  const [made] = await query<{ key: Buffer }>(
    'update workspace set address_key = coalesce(address_key, $2) where workspace_id = $1 returning address_key as key',
    [workspaceId, randomBytes(32)],
  );
  return made!.key;
}

import { addressHash } from '../channels/index.ts';
import { newId, type WorkspaceTransaction } from '../store/index.ts';
import type { MessageChannel } from './contact-address.ts';

export type SuppressionReason = 'unsubscribed' | 'bounced' | 'complained' | 'stop-word' | 'objected' | 'by-hand';

/** Never write to this address again. One that was lifted stands again from now on; the first reason stays. */
export async function suppress(
  { workspaceId, query }: WorkspaceTransaction,
  {
    key,
    channel,
    address,
    reason,
    now,
  }: {
    readonly key: Uint8Array;
    readonly channel: MessageChannel;
    readonly address: string;
    readonly reason: SuppressionReason;
    readonly now: Date;
  },
): Promise<void> {
  await query(
    `insert into suppression (workspace_id, id, channel, address_hash, reason, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, channel, address_hash) do update set lifted_at = null`,
    [workspaceId, newId(), channel, addressHash(key, channel, address), reason, now],
  );
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

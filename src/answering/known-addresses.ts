import type { HashedAddress } from '../accounts/index.ts';
import { addressHash } from '../channels/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';

/** Whom a wish is about: the person of an invitation, or whoever an invitation without a contact was sent to. */
export interface AboutPerson {
  readonly invitationId?: string;
  readonly contactId?: string | null | undefined;
}

/**
 * The addresses that this invitation was sent to, and those of its person as they are now, by their hashes; the latter only
 * once the workspace has a key for them (`addressKeyOf`). Reads only.
 */
export async function knownAddresses(
  transaction: WorkspaceTransaction,
  { invitationId, contactId }: AboutPerson,
): Promise<readonly HashedAddress[]> {
  const { workspaceId, query } = transaction;
  const written = await query<HashedAddress>(
    `select distinct channel, address_hash as hash from message
     where workspace_id = $1 and invitation_id = $2 and address_hash is not null`,
    [workspaceId, invitationId ?? null],
  );
  const [known] = await query<{ key: Buffer | null; email: string | null; phone: string | null }>(
    `select s.address_key as key, c.email, c.phone
     from workspace s left join contact c on c.workspace_id = s.workspace_id and c.id = $2 where s.workspace_id = $1`,
    [workspaceId, contactId ?? null],
  );
  const hashed = (channel: 'email' | 'sms', address: string | null | undefined): HashedAddress[] => {
    const hash = known?.key && address ? addressHash(known.key, channel, address) : undefined;
    return hash ? [{ channel, hash }] : [];
  };
  return [...written, ...hashed('email', known?.email), ...hashed('sms', known?.phone)];
}

import { addressHash } from '../channels/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';

/** What a workspace has to do with a number that wrote to us. */
export interface SmsCorrespondence {
  readonly workspaceId: string;
  readonly hash: Buffer;
  /** The id of the message, where the same one came before. */
  readonly known: { readonly id: string; readonly state: 'waiting' | 'done' } | undefined;
  /** The invitations that this number was sent by SMS, latest first, at most ten. */
  readonly invitations: readonly SmsInvitation[];
}

export interface SmsInvitation {
  readonly id: string;
  readonly contactId: string | null;
  readonly sentAt: Date;
  /** May be answered: sent, not answered, not expired. */
  readonly isOpen: boolean;
}

/** What this workspace sent to a number. A workspace without a key for addresses never sent anything. */
export async function smsCorrespondence(
  { workspaceId, query }: WorkspaceTransaction,
  { number, providerId, now }: { readonly number: string; readonly providerId: string; readonly now: Date },
): Promise<SmsCorrespondence | undefined> {
  const [workspace] = await query<{ key: Buffer | null }>(
    'select address_key as key from workspace where workspace_id = $1',
    [workspaceId],
  );
  const hash = workspace?.key && addressHash(workspace.key, 'sms', number);
  if (!hash) return undefined;
  const [known] = await query<{ id: string; state: 'waiting' | 'done' }>(
    `select id, state from incoming_message where workspace_id = $1 and channel = 'sms' and provider_id = $2`,
    [workspaceId, providerId],
  );
  const invitations = await query<SmsInvitation>(
    `select i.id, i.contact_id as "contactId", max(coalesce(m.sent_at, m.stage_at)) as "sentAt",
       i.state in ('planned', 'sent', 'opened') and i.expires_at > $3 as "isOpen"
     from message m join invitation i on i.workspace_id = $1 and i.id = m.invitation_id
     where m.workspace_id = $1 and m.address_hash = $2 and m.channel = 'sms'
       and m.state in ('handing-over', 'sent', 'uncertain', 'bounced')
     group by i.id, i.contact_id, i.state, i.expires_at order by 3 desc, i.id desc limit 10`,
    [workspaceId, hash, now],
  );
  return { workspaceId, hash, known, invitations };
}

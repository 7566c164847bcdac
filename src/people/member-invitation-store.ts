import { CandorError } from '../errors/index.ts';
import { newId, type WorkspaceTransaction } from '../store/index.ts';
import type { MemberRole } from './permission.ts';
import { canonicalEmail } from './person.ts';
import { hashOf, workspaceOfSecret, workspaceSecret } from './secret.ts';

const daysOpen = 7;

export interface MemberInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Offers somebody to become a member. The token of the link is answered here and never again. */
export async function inviteMember(
  transaction: WorkspaceTransaction,
  invite: { email: string; role: MemberRole; by: string; now: Date },
): Promise<{ invitation: MemberInvitation; token: string }> {
  const { email, role, by, now } = invite;
  const token = workspaceSecret('inv', transaction.workspaceId);
  const invitation = {
    id: newId(),
    email: canonicalEmail(email),
    role,
    createdAt: now,
    expiresAt: new Date(now.getTime() + daysOpen * 86_400_000),
  };
  await transaction.query(
    `insert into member_invitation (workspace_id, id, secret_hash, email, role, invited_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [transaction.workspaceId, invitation.id, hashOf(token), invitation.email, role, by, now, invitation.expiresAt],
  );
  return { invitation, token };
}

/** The invitations that can still be used, newest first. */
export async function openInvitations(
  transaction: WorkspaceTransaction,
  now: Date,
): Promise<readonly MemberInvitation[]> {
  return transaction.query<MemberInvitation>(
    `select id, email, role, created_at as "createdAt", expires_at as "expiresAt" from member_invitation
     where workspace_id = $1 and used_at is null and revoked_at is null and expires_at > $2 order by id desc`,
    [transaction.workspaceId, now],
  );
}

export async function revokeInvitation(
  transaction: WorkspaceTransaction,
  revoke: { id: string; now: Date },
): Promise<void> {
  const revoked = await transaction.query(
    `update member_invitation set revoked_at = $3
     where workspace_id = $1 and id = $2 and used_at is null and revoked_at is null returning id`,
    [transaction.workspaceId, revoke.id, revoke.now],
  );
  if (revoked.length === 0) {
    throw new CandorError('CND_NOT_FOUND', 'there is no such open invitation', { kind: 'invitation' });
  }
}

const refused = () => new CandorError('CND_INVITATION', 'the invitation is unknown, used, revoked or expired');

/** The workspace that the token of an invitation names, whether or not it opens it. */
export function workspaceOfInvitation(token: string): string {
  const workspaceId = workspaceOfSecret('inv', token);
  if (workspaceId === undefined) throw refused();
  return workspaceId;
}

/** The open invitation of a token, locked until the end of the transaction so that it is used once. */
export async function invitationOf(
  transaction: WorkspaceTransaction,
  look: { token: string; now: Date },
): Promise<Pick<MemberInvitation, 'id' | 'email' | 'role'>> {
  const [found] = await transaction.query<Pick<MemberInvitation, 'id' | 'email' | 'role'>>(
    `select id, email, role from member_invitation
     where workspace_id = $1 and secret_hash = $2 and used_at is null and revoked_at is null and expires_at > $3
     for update`,
    [transaction.workspaceId, hashOf(look.token), look.now],
  );
  if (!found) throw refused();
  return found;
}

export async function closeInvitation(
  transaction: WorkspaceTransaction,
  use: { id: string; now: Date },
): Promise<void> {
  await transaction.query('update member_invitation set used_at = $3 where workspace_id = $1 and id = $2', [
    transaction.workspaceId,
    use.id,
    use.now,
  ]);
}

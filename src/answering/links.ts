import { newId, type WorkspaceTransaction } from '../store/index.ts';
import { answerToken, type LinkPurpose, linkPath, secretHash } from './token.ts';

/** The two links of an invitation, as paths below the address of the server. */
export interface InvitationLinks {
  readonly answer: string;
  readonly stop: string;
}

const purposes: readonly LinkPurpose[] = ['answer', 'stop'];

/**
 * Which links does a message to these invitations show? Kept by their hashes in the transaction of the caller; asked
 * again (a reminder) the same ones. After a change of the secret of the server the old ones work on beside the new.
 */
export async function keepLinks(
  { workspaceId, query }: WorkspaceTransaction,
  { secret, invitationIds, now }: { secret: string; invitationIds: readonly string[]; now: Date },
): Promise<ReadonlyMap<string, InvitationLinks>> {
  if (invitationIds.length === 0) return new Map();
  const [directory] = await query<{ code: string }>('select code from workspace_directory where workspace_id = $1', [
    workspaceId,
  ]);
  const links = invitationIds.flatMap((invitationId) =>
    purposes.map((purpose) => ({ invitationId, purpose, token: answerToken(secret, invitationId, purpose) })),
  );
  await query(
    `insert into invitation_link (workspace_id, id, invitation_id, purpose, token_hash, created_at)
     select $1, id, invitation_id, purpose, token_hash, $6
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::bytea[]) as given (id, invitation_id, purpose, token_hash)
     on conflict (workspace_id, token_hash) do nothing`,
    [
      workspaceId,
      links.map(() => newId()),
      links.map(({ invitationId }) => invitationId),
      links.map(({ purpose }) => purpose),
      links.map(({ token }) => secretHash(token)),
      now,
    ],
  );
  const pathOf = (id: string, purpose: LinkPurpose) =>
    linkPath(purpose, directory!.code, answerToken(secret, id, purpose));
  return new Map(invitationIds.map((id) => [id, { answer: pathOf(id, 'answer'), stop: pathOf(id, 'stop') }]));
}

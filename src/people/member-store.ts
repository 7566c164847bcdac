import { newId, type WorkspaceTransaction } from '../store/index.ts';
import type { MemberRole } from './permission.ts';

/** Makes a person a member; nothing changes where he is one already. Answers the id of the membership. */
export async function addMember(
  transaction: WorkspaceTransaction,
  member: { userId: string; role: MemberRole; now: Date },
): Promise<string | undefined> {
  const { userId, role, now } = member;
  const [added] = await transaction.query<{ id: string }>(
    `insert into membership (workspace_id, id, user_id, role, created_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
    [transaction.workspaceId, newId(), userId, role, now],
  );
  if (!added) return undefined;
  await transaction.query('insert into user_workspace (user_id, workspace_id) values ($1, $2) on conflict do nothing', [
    userId,
    transaction.workspaceId,
  ]);
  return added.id;
}

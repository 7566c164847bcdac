import { CandorError } from '../errors/index.ts';
import { newId, type WorkspaceTransaction } from '../store/index.ts';
import type { MemberRole } from './permission.ts';
import { endSessionsOf } from './session-store.ts';

export interface Member {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly since: Date;
  /** Since when he has no access; null where he has. */
  readonly disabledAt: Date | null;
}

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

export async function membersOf(transaction: WorkspaceTransaction): Promise<readonly Member[]> {
  return transaction.query<Member>(
    `select m.id, m.user_id as "userId", u.name, u.email, m.role, m.created_at as since,
       m.disabled_at as "disabledAt"
     from membership m join "user" u on u.id = m.user_id where m.workspace_id = $1 order by u.name, m.id`,
    [transaction.workspaceId],
  );
}

/** Gives a member another role, from his next request on. Answers the role before; the last owner stays one. */
export async function changeRole(
  transaction: WorkspaceTransaction,
  change: { memberId: string; role: MemberRole },
): Promise<MemberRole> {
  const before = await memberBefore(transaction, change.memberId, change.role !== 'owner');
  await transaction.query('update membership set role = $3 where workspace_id = $1 and id = $2', [
    transaction.workspaceId,
    change.memberId,
    change.role,
  ]);
  return before.role;
}

/** Takes a member away; what he did stays. Answers who he was; the last owner stays. */
export async function removeMember(
  transaction: WorkspaceTransaction,
  memberId: string,
): Promise<{ userId: string; role: MemberRole }> {
  const before = await memberBefore(transaction, memberId, true);
  await transaction.query('delete from membership where workspace_id = $1 and id = $2', [
    transaction.workspaceId,
    memberId,
  ]);
  await transaction.query('delete from user_workspace where user_id = $1 and workspace_id = $2', [
    before.userId,
    transaction.workspaceId,
  ]);
  return before;
}

/**
 * Takes the access of a member away and ends his sessions; the last owner with access keeps his. He stays a member, with
 * his role. Answers who he is.
 */
export async function disableMember(
  transaction: WorkspaceTransaction,
  { memberId, now }: { memberId: string; now: Date },
): Promise<{ userId: string; role: MemberRole }> {
  const member = await memberBefore(transaction, memberId, true);
  await transaction.query(
    'update membership set disabled_at = $3 where workspace_id = $1 and id = $2 and disabled_at is null',
    [transaction.workspaceId, memberId, now],
  );
  await endSessionsOf(transaction, { userId: member.userId, now, by: 'disabled' });
  return member;
}

/** Gives a member his access back; he signs in anew. */
export async function enableMember(
  transaction: WorkspaceTransaction,
  memberId: string,
): Promise<{ userId: string; role: MemberRole }> {
  const member = await memberBefore(transaction, memberId, false);
  await transaction.query('update membership set disabled_at = null where workspace_id = $1 and id = $2', [
    transaction.workspaceId,
    memberId,
  ]);
  return member;
}

/** The member as he stands. The owners are locked first: two who leave at once would leave nobody. */
async function memberBefore(transaction: WorkspaceTransaction, memberId: string, endsOwner: boolean) {
  const owners = await transaction.query<{ id: string }>(
    `select id from membership where workspace_id = $1 and role = 'owner' and disabled_at is null
     order by id for update`,
    [transaction.workspaceId],
  );
  const [member] = await transaction.query<{ userId: string; role: MemberRole }>(
    'select user_id as "userId", role from membership where workspace_id = $1 and id = $2',
    [transaction.workspaceId, memberId],
  );
  if (!member) throw new CandorError('CND_NOT_FOUND', 'there is no such member', { kind: 'member' });
  if (endsOwner && owners.length === 1 && owners[0]!.id === memberId) {
    throw new CandorError('CND_LAST_OWNER', 'a workspace keeps at least one owner');
  }
  return member;
}

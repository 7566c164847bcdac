import { optOut } from '../answering/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';

/** No channel asks this person again, because he said so to somebody. Answers whether there is such a person. */
export async function objectForPerson(
  transaction: WorkspaceTransaction,
  contactId: string,
  now: Date,
): Promise<boolean> {
  const { workspaceId, query } = transaction;
  const [known] = await query('select 1 from contact where workspace_id = $1 and id = $2 for update', [
    workspaceId,
    contactId,
  ]);
  if (!known) return false;
  await optOut(transaction, { contactId }, { reason: 'objected', now });
  return true;
}

/**
 * Erases what is kept of a person so that he can be written to, at his own wish: his addresses go on the list of those who
 * object, by their keyed hash, which outlives him; name, addresses, bases, messages of the development outbox, what he
 * wrote back and the words of his answers go, for words name people. No import and no event brings him back: under another
 * name or spelling of his address he is not asked either. The points of scales that he chose stay, as nobody's, and so
 * does every figure. Answers whether there is such a person.
 */
export async function erasePerson(transaction: WorkspaceTransaction, contactId: string, now: Date): Promise<boolean> {
  const { workspaceId, query } = transaction;
  if (!(await objectForPerson(transaction, contactId, now))) return false;
  await query(
    `update contact set name = null, email = null, phone = null, language = null, time_zone = null,
       erased_at = coalesce(erased_at, $3)
     where workspace_id = $1 and id = $2`,
    [workspaceId, contactId, now],
  );
  const own = 'select id from invitation where workspace_id = $1 and contact_id = $2';
  const answered = 'select id from response where workspace_id = $1 and contact_id = $2';
  const all = [
    'delete from contact_basis where workspace_id = $1 and contact_id = $2',
    `delete from kept_message where workspace_id = $1 and message_id in
       (select id from message where workspace_id = $1 and invitation_id in (${own}))`,
    `update contact_signal set detail = detail - 'words' - 'diagnostic'
     where workspace_id = $1 and invitation_id in (${own})`,
    `update incoming_message set words = null where workspace_id = $1 and invitation_id in (${own})`,
    `delete from answer where workspace_id = $1 and point is null and words is not null and response_id in (${answered})`,
    `update answer set words = null where workspace_id = $1 and words is not null and response_id in (${answered})`,
    `delete from partial_response where workspace_id = $1 and invitation_id in (${own})`,
  ];
  for (const text of all) await query(text, [workspaceId, contactId]);
  return true;
}

import type { WorkspaceTransaction } from '../store/index.ts';

/** One line that is to be written back to whoever sent an SMS. */
export interface DueReply {
  readonly id: string;
  readonly reply: 'question' | 'help';
  readonly invitationId: string;
  readonly versionId: string | null;
  readonly addressHash: Buffer;
  readonly phone: string | null;
  readonly language: string | null;
  readonly askedAt: Date;
}

export async function dueReplies({ workspaceId, query }: WorkspaceTransaction): Promise<readonly DueReply[]> {
  return query<DueReply>(
    `select n.id, n.reply, i.id as "invitationId", i.survey_version_id as "versionId",
       n.address_hash as "addressHash", c.phone, coalesce(i.language, c.language) as language, n.reply_at as "askedAt"
     from incoming_message n
     join invitation i on i.workspace_id = $1 and i.id = n.invitation_id
     left join contact c on c.workspace_id = $1 and c.id = i.contact_id
     where n.workspace_id = $1 and n.reply_state = 'due' order by n.reply_at, n.id limit 50`,
    [workspaceId],
  );
}

/** From here on it is uncertain. False where another worker has it. */
export async function beginReply(
  { workspaceId, query }: WorkspaceTransaction,
  id: string,
  now: Date,
): Promise<boolean> {
  const begun = await query(
    `update incoming_message set reply_state = 'handing-over', reply_at = $3
     where workspace_id = $1 and id = $2 and reply_state = 'due' returning id`,
    [workspaceId, id, now],
  );
  return begun.length === 1;
}

export async function endReply(
  { workspaceId, query }: WorkspaceTransaction,
  id: string,
  state: 'due' | 'sent' | 'uncertain' | 'failed',
): Promise<void> {
  await query(
    `update incoming_message set reply_state = $3
     where workspace_id = $1 and id = $2 and reply_state in ('due', 'handing-over')`,
    [workspaceId, id, state],
  );
}

/** A gateway answers within 30 s; whoever holds a reply for longer is dead. */
const patience = 120_000;

/** What a dead worker was handing over may have gone: it never goes again. Answers whether anything is due. */
export async function recoverReplies({ workspaceId, query }: WorkspaceTransaction, now: Date): Promise<boolean> {
  await query(
    `update incoming_message set reply_state = 'uncertain'
     where workspace_id = $1 and reply_state = 'handing-over' and reply_at < $2`,
    [workspaceId, new Date(now.getTime() - patience)],
  );
  const due = await query("select 1 from incoming_message where workspace_id = $1 and reply_state = 'due' limit 1", [
    workspaceId,
  ]);
  return due.length > 0;
}

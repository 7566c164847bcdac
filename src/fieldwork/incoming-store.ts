import { newId, type WorkspaceTransaction } from '../store/index.ts';

/** Text as the store holds it: without NUL and halves of characters. */
export const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** What a message that came in turned out to be. */
export type IncomingMeaning =
  | 'score'
  | 'words'
  | 'ambiguous'
  | 'help'
  | 'late'
  | 'hard'
  | 'soft'
  | 'policy'
  | 'delayed'
  | 'delivered'
  | 'unknown'
  | 'complaint'
  | 'auto-reply'
  | 'reply'
  | 'stop';

export interface NewIncoming {
  readonly channel: 'email' | 'sms';
  /** Names the message: the id of the gateway, or the hash of the mail. */
  readonly providerId: string;
  readonly invitationId?: string;
  readonly addressHash?: Buffer;
  /** Of an SMS that is still to be understood. */
  readonly words?: string;
  /** Of what is done with the transaction that keeps it. */
  readonly meaning?: IncomingMeaning;
  readonly now: Date;
}

/** Keeps a message that came in; undefined where it is known, however often it is told. */
export async function keepIncoming(
  { workspaceId, query }: WorkspaceTransaction,
  { channel, providerId, invitationId, addressHash, words, meaning, now }: NewIncoming,
): Promise<string | undefined> {
  const [kept] = await query<{ id: string }>(
    `insert into incoming_message
       (workspace_id, id, channel, provider_id, invitation_id, address_hash, words, meaning, state, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (workspace_id, channel, provider_id) do nothing returning id`,
    [
      workspaceId,
      newId(),
      channel,
      storableText(providerId),
      invitationId ?? null,
      addressHash ?? null,
      words === undefined ? null : storableText(words),
      meaning ?? null,
      words === undefined ? 'done' : 'waiting',
      now,
    ],
  );
  return kept?.id;
}

export interface WaitingIncoming {
  readonly id: string;
  readonly providerId: string;
  readonly invitationId: string;
  readonly words: string;
  readonly receivedAt: Date;
}

/** An SMS that is kept and not understood yet. */
export async function waitingIncoming(
  { workspaceId, query }: WorkspaceTransaction,
  id: string,
): Promise<WaitingIncoming | undefined> {
  const [row] = await query<WaitingIncoming>(
    `select id, provider_id as "providerId", invitation_id as "invitationId", words, received_at as "receivedAt"
     from incoming_message where workspace_id = $1 and id = $2 and state = 'waiting'`,
    [workspaceId, id],
  );
  return row;
}

/**
 * Says what it was, and what is to be written back. The words go: what counts of them is kept elsewhere. False where another
 * one said so before: then nothing is to be kept of it.
 */
export async function settleIncoming(
  { workspaceId, query }: WorkspaceTransaction,
  id: string,
  {
    meaning,
    reply,
    now,
  }: { readonly meaning: IncomingMeaning; readonly reply?: 'question' | 'help'; readonly now: Date },
): Promise<boolean> {
  const settled = await query(
    `update incoming_message set state = 'done', meaning = $3, words = null, reply = $4,
       reply_state = case when $4::text is null then null else 'due' end, reply_at = $5
     where workspace_id = $1 and id = $2 and state = 'waiting' returning id`,
    [workspaceId, id, meaning, reply ?? null, now],
  );
  return settled.length === 1;
}

/** What a person wrote to us beside a score: shown with the invitation, and never an answer. */
export async function keepWords(
  { workspaceId, query }: WorkspaceTransaction,
  { invitationId, words, channel, now }: { invitationId: string; words: string; channel: 'email' | 'sms'; now: Date },
): Promise<void> {
  await query(
    `insert into contact_signal (workspace_id, id, invitation_id, kind, detail, heard_at)
     values ($1, $2, $3, 'replied', $4, $5)`,
    [workspaceId, newId(), invitationId, JSON.stringify({ channel, words: storableText(words) }), now],
  );
}

/** Whether the question back was asked before of this invitation: it is asked once. */
export async function wasAskedBack(
  { workspaceId, query }: WorkspaceTransaction,
  invitationId: string,
): Promise<boolean> {
  const [asked] = await query(
    `select 1 from incoming_message where workspace_id = $1 and invitation_id = $2 and reply = 'question' limit 1`,
    [workspaceId, invitationId],
  );
  return asked !== undefined;
}

/** What is left of a process that died: SMS that wait to be understood for longer than any takes. */
export async function leftIncoming(
  { workspaceId, query }: WorkspaceTransaction,
  before: Date,
): Promise<readonly string[]> {
  const rows = await query<{ id: string }>(
    `select id from incoming_message where workspace_id = $1 and state = 'waiting' and received_at < $2
     order by received_at limit 100`,
    [workspaceId, before],
  );
  return rows.map(({ id }) => id);
}

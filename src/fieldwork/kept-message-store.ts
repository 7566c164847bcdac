import { CandorError } from '../errors/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';

/** A message of the development outbox. */
export interface KeptMessage {
  readonly id: string;
  readonly channel: 'email' | 'sms';
  readonly recipient: string;
  readonly subject: string | null;
  readonly content: string;
  readonly keptAt: Date;
  readonly invitationId: string | null;
  /** The message that it is a copy of, and how that stands. */
  readonly messageId: string | null;
  readonly kind: 'invitation' | 'reminder' | null;
  readonly number: number | null;
  readonly programme: string | null;
  /** How its invitation stands: `completed` where an answer came. */
  readonly invitationState: string | null;
}

const shown = `k.id, k.channel, k.recipient, k.subject, k.content, k.kept_at as "keptAt", k.message_id as "messageId",
  m.kind, m.number, p.name as programme, i.state as "invitationState", i.id as "invitationId"`;
const from = `kept_message k
  left join message m on m.workspace_id = $1 and m.id = k.message_id
  left join invitation i on i.workspace_id = $1 and i.id = m.invitation_id
  left join programme p on p.workspace_id = $1 and p.id = i.programme_id`;

/** The development outbox, latest first; `before` is the id of the last one of the page before. */
export async function keptMessages(
  { workspaceId, query }: WorkspaceTransaction,
  { before, limit }: { readonly before?: string; readonly limit: number },
): Promise<readonly KeptMessage[]> {
  return query<KeptMessage>(
    `select ${shown} from ${from} where k.workspace_id = $1 and ($2::uuid is null or k.id < $2)
     order by k.id desc limit $3`,
    [workspaceId, before ?? null, limit],
  );
}

/** One of them, with the bytes that a mail server would have got. `CND_NOT_FOUND` where there is none of this id. */
export async function keptMessage(
  { workspaceId, query }: WorkspaceTransaction,
  id: string,
): Promise<KeptMessage & { readonly raw: Buffer }> {
  const [row] = await query<KeptMessage & { raw: Buffer }>(
    `select ${shown}, k.raw from ${from} where k.workspace_id = $1 and k.id = $2`,
    [workspaceId, id],
  );
  if (row) return row;
  throw new CandorError('CND_NOT_FOUND', `there is no kept message ${id}`, { kind: 'message' });
}

/** The number that an SMS of the development outbox went to, so that somebody can answer in its name. `CND_NOT_FOUND`. */
export async function keptNumber({ workspaceId, query }: WorkspaceTransaction, id: string): Promise<string> {
  const [row] = await query<{ recipient: string }>(
    "select recipient from kept_message where workspace_id = $1 and id = $2 and channel = 'sms'",
    [workspaceId, id],
  );
  if (row) return row.recipient;
  throw new CandorError('CND_NOT_FOUND', `there is no kept SMS ${id}`, { kind: 'message' });
}

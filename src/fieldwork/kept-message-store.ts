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
}

const shown = 'id, channel, recipient, subject, content, kept_at as "keptAt"';

/** The development outbox, latest first; `before` is the id of the last one of the page before. */
export async function keptMessages(
  { workspaceId, query }: WorkspaceTransaction,
  { before, limit }: { readonly before?: string; readonly limit: number },
): Promise<readonly KeptMessage[]> {
  return query<KeptMessage>(
    `select ${shown} from kept_message where workspace_id = $1 and ($2::uuid is null or id < $2)
     order by id desc limit $3`,
    [workspaceId, before ?? null, limit],
  );
}

/** The bytes that a mail server would have got. `CND_NOT_FOUND` where there is none of this id. */
export async function keptBytes({ workspaceId, query }: WorkspaceTransaction, id: string): Promise<Buffer> {
  const [row] = await query<{ raw: Buffer }>('select raw from kept_message where workspace_id = $1 and id = $2', [
    workspaceId,
    id,
  ]);
  if (row) return row.raw;
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

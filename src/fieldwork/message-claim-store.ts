import type { WorkspaceTransaction } from '../store/index.ts';

/** A message that one worker holds. `attempt` tells its claim from a later one. */
export interface ClaimedMessage {
  readonly id: string;
  readonly attempt: number;
}

/** Takes due messages of programmes that run, those that are due longest first; nobody else takes them meanwhile. */
export async function claimMessages(
  { workspaceId, query }: WorkspaceTransaction,
  { now, most, channels }: { readonly now: Date; readonly most: number; readonly channels: readonly string[] },
): Promise<readonly ClaimedMessage[]> {
  // As an array the due ones are looked up once. As `in (…)` they were looked up again for each message wherever the planner
  // knew nothing of a programme that was made a moment ago: of 3,000 that were due none was claimed in 26 minutes.
  return query<ClaimedMessage>(
    `update message set state = 'claimed', claimed_at = $2, attempts = attempts + 1
     where workspace_id = $1 and id = any (array(
       select m.id from message m
       join invitation i on i.workspace_id = $1 and i.workspace_id = m.workspace_id and i.id = m.invitation_id
       join programme p on p.workspace_id = $1 and p.workspace_id = i.workspace_id and p.id = i.programme_id
       where m.workspace_id = $1 and m.state = 'planned' and m.due_at <= $2 and p.state = 'running'
         and m.channel = any ($4)
       order by m.due_at, m.id limit $3 for update of m skip locked))
     returning id, attempts as attempt`,
    [workspaceId, now, most, channels],
  );
}

/** Is something to be done: a message that is due, or one whose worker is gone? */
export async function hasDueMessages(
  { workspaceId, query }: WorkspaceTransaction,
  {
    now,
    patience,
    channels,
  }: { readonly now: Date; readonly patience: Patience; readonly channels: readonly string[] },
): Promise<boolean> {
  const due = await query(
    `select 1 from message m
     join invitation i on i.workspace_id = $1 and i.workspace_id = m.workspace_id and i.id = m.invitation_id
     join programme p on p.workspace_id = $1 and p.workspace_id = i.workspace_id and p.id = i.programme_id
     where m.workspace_id = $1 and m.state = 'planned' and m.due_at <= $2 and p.state = 'running'
       and m.channel = any ($3) limit 1`,
    [workspaceId, now, channels],
  );
  if (due.length > 0) return true;
  const lost = await query(
    `select 1 from message where workspace_id = $1 and (state = 'claimed' and claimed_at < $2
       or state = 'handing-over' and claimed_at < $3) limit 1`,
    [workspaceId, before(now, patience.claimed), before(now, patience.handingOver)],
  );
  return lost.length > 0;
}

/** After how many milliseconds a worker that says nothing more is taken for dead, by how far it had come. */
export interface Patience {
  readonly claimed: number;
  readonly handingOver: number;
}

/** A mail may take 12 minutes at a slow server (RFC 5321 4.5.3.2); from its claim on it may also have waited in line. */
export const usualPatience: Patience = { claimed: 120_000, handingOver: 1_200_000 };

const before = (now: Date, milliseconds: number): Date => new Date(now.getTime() - milliseconds);

/**
 * What a worker left that died: claimed messages were surely not sent and are planned again; those that were being handed
 * over may have been and become uncertain. Answers the uncertain ones.
 */
export async function recoverMessages(
  { workspaceId, query }: WorkspaceTransaction,
  { now, patience }: { readonly now: Date; readonly patience: Patience },
): Promise<readonly ClaimedMessage[]> {
  await query(
    `update message set state = 'planned', claimed_at = null
     where workspace_id = $1 and state = 'claimed' and claimed_at < $2`,
    [workspaceId, before(now, patience.claimed)],
  );
  return query<ClaimedMessage>(
    `update message set state = 'uncertain', detail = detail || '{"stage": "worker stopped"}'
     where workspace_id = $1 and state = 'handing-over' and claimed_at < $2 returning id, attempts as attempt`,
    [workspaceId, before(now, patience.handingOver)],
  );
}

/**
 * From here on it is uncertain. False where the claim was lost, or where the message was cancelled, its invitation stopped or
 * its programme paused after it was judged: then nothing may be sent.
 */
export async function beginHandOver(
  { workspaceId, query }: WorkspaceTransaction,
  { id, attempt }: ClaimedMessage,
  {
    now,
    addressHash,
    channel,
    segments,
  }: {
    readonly now: Date;
    readonly addressHash: Uint8Array;
    readonly channel: string;
    /** Of an SMS: what its operator will bill. */
    readonly segments: number | undefined;
  },
): Promise<boolean> {
  const begun = await query(
    `update message m set state = 'handing-over', stage_at = $4, address_hash = $5, channel = $6, segments = $7
     where m.workspace_id = $1 and m.id = $2 and m.attempts = $3 and m.state = 'claimed' and exists (
       select from invitation i
       join programme p on p.workspace_id = $1 and p.workspace_id = i.workspace_id and p.id = i.programme_id
       where i.workspace_id = $1 and i.workspace_id = m.workspace_id and i.id = m.invitation_id and p.state = 'running'
         and i.state in ('planned', 'sent', 'opened') and i.stopped_at is null)
     returning m.id`,
    [workspaceId, id, attempt, now, addressHash, channel, segments ?? null],
  );
  return begun.length === 1;
}

export interface MessageEnd {
  readonly state: 'sent' | 'uncertain' | 'failed' | 'bounced' | 'cancelled' | 'planned';
  readonly detail?: Readonly<Record<string, string | number>>;
  readonly providerId?: string;
  readonly sentAt?: Date;
  /** For `planned`: when it is tried again. */
  readonly dueAt?: Date;
}

/** Writes down how an attempt ended. False where the message is another worker's by now. */
export async function endAttempt(
  { workspaceId, query }: WorkspaceTransaction,
  { id, attempt }: ClaimedMessage,
  { state, detail = {}, providerId, sentAt, dueAt }: MessageEnd,
): Promise<boolean> {
  const ended = await query(
    `update message set state = $4, detail = detail || $5::jsonb, provider_id = coalesce($6, provider_id),
       sent_at = coalesce($7, sent_at), due_at = coalesce($8, due_at), claimed_at = null
     where workspace_id = $1 and id = $2 and attempts = $3
       and (state in ('claimed', 'handing-over') or (state = 'uncertain' and $4 in ('sent', 'uncertain')))
     returning id`,
    [workspaceId, id, attempt, state, JSON.stringify(detail), providerId ?? null, sentAt ?? null, dueAt ?? null],
  );
  return ended.length === 1;
}

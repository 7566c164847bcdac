import type { WorkspaceTransaction } from '../store/index.ts';
import { askForTaking } from './take-events-job.ts';

export type EventState = 'waiting' | 'done' | 'refused';

/** An event as a list shows it. */
export interface ListedEvent {
  readonly id: string;
  readonly source: string;
  readonly eventId: string;
  readonly type: string;
  readonly subject: string | null;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
  readonly state: EventState;
  readonly reason: string | null;
  /** The field that the reason is about. */
  readonly field: string | null;
  readonly encounterId: string | null;
  readonly encounter: string | null;
  /** As it was sent; a person may be named in it. */
  readonly data: unknown;
}

export interface EventFilter {
  readonly state?: EventState;
  readonly reason?: string;
  readonly source?: string;
  readonly limit: number;
  readonly cursor?: string;
}

export interface EventPage {
  readonly events: readonly ListedEvent[];
  /** Where the next page begins; undefined on the last. */
  readonly cursor?: string;
}

const cursorPattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f-]{36})$/;

/** The events of the workspace, latest received first, a page at a time; a cursor that is none begins anew. */
export async function listEvents(
  { workspaceId, query }: WorkspaceTransaction,
  { state, reason, source, limit, cursor }: EventFilter,
): Promise<EventPage> {
  const from = cursorPattern.exec(Buffer.from(cursor ?? '', 'base64url').toString());
  const rows = await query<Omit<ListedEvent, 'field'>>(
    `select id, source, event_id as "eventId", type, subject, occurred_at as "occurredAt", received_at as "receivedAt",
       state, refused_reason as reason, encounter_id as "encounterId", encounter_key as encounter, data
     from event
     where workspace_id = $1 and ($2::text is null or state = $2)
       and ($3::text is null or refused_reason = $3 or refused_reason like $3 || ' %') and ($4::text is null or source = $4)
       and ($5::timestamptz is null or (received_at, id) < ($5, $6::uuid))
     order by received_at desc, id desc limit $7`,
    [workspaceId, state ?? null, reason ?? null, source ?? null, from?.[1] ?? null, from?.[2] ?? null, limit + 1],
  );
  const events = rows.slice(0, limit).map((row) => {
    const [code, field] = row.reason?.split(/ (.*)/s) ?? [];
    return { ...row, reason: code ?? null, field: field || null };
  });
  const last = events.at(-1);
  if (rows.length <= limit || !last) return { events };
  return { events, cursor: Buffer.from(`${last.receivedAt.toISOString()} ${last.id}`).toString('base64url') };
}

export interface EventCounts {
  readonly waiting: number;
  readonly refused: readonly { readonly reason: string; readonly count: number }[];
}

/** How many events wait, and how many were refused for which reason. */
export async function countEvents({ workspaceId, query }: WorkspaceTransaction): Promise<EventCounts> {
  const [[waiting], refused] = await Promise.all([
    query<{ count: number }>("select count(*)::int as count from event where workspace_id = $1 and state = 'waiting'", [
      workspaceId,
    ]),
    query<{ reason: string; count: number }>(
      `select split_part(refused_reason, ' ', 1) as reason, count(*)::int as count from event
       where workspace_id = $1 and state = 'refused' group by 1 order by 2 desc, 1`,
      [workspaceId],
    ),
  ]);
  return { waiting: waiting!.count, refused };
}

/** Which refused events are read again. */
export type ReplayChoice = { readonly ids: readonly string[] } | { readonly reason: string };

/** Has refused events read again, by their ids or all of a reason; answers how many. */
export async function replayEvents(
  transaction: WorkspaceTransaction,
  choice: ReplayChoice,
  now: Date,
): Promise<number> {
  const { workspaceId, query } = transaction;
  const chosen = 'ids' in choice ? 'id = any ($2)' : "split_part(refused_reason, ' ', 1) = $2";
  const replayed = await query(
    `update event set state = 'waiting', refused_reason = null, told = null, encounter_key = null
     where workspace_id = $1 and state = 'refused' and ${chosen} returning id`,
    [workspaceId, 'ids' in choice ? choice.ids : choice.reason],
  );
  if (replayed.length > 0) await askForTaking(transaction, now);
  return replayed.length;
}

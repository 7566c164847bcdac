import { newId, type WorkspaceTransaction } from '../store/index.ts';
import type { CloudEvent } from './cloud-event.ts';

/** What became of events that were sent, in their order. */
export interface StoredEvents {
  readonly accepted: number;
  /** Known already by source and id; nothing was changed. */
  readonly duplicates: number;
  readonly ids: readonly string[];
  /** Of each whether it was new. */
  readonly areNew: readonly boolean[];
}

/** Identity within a workspace; no source holds a space. */
const identityOf = ({ source, id }: Pick<CloudEvent, 'source' | 'id'>): string => `${source} ${id}`;

/** Events of several requests, each once. */
export interface NumberedEvent {
  readonly id: string;
  readonly event: CloudEvent;
}

/**
 * What is to be written of these requests: of events with one source and id the first. In one order, so that two processes
 * that are sent the same ones wait for each other instead of both failing.
 */
export function numberedEvents(requests: readonly (readonly CloudEvent[])[]): readonly NumberedEvent[] {
  const numbered = new Map<string, NumberedEvent>();
  for (const event of requests.flat()) {
    const identity = identityOf(event);
    if (!numbered.has(identity)) numbered.set(identity, { id: newId(), event });
  }
  return [...numbered].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** The ids of events by their identity. */
export type EventIds = ReadonlyMap<string, string>;

/** Answers for each request what became of its events: the first that names a new one is the one that brought it. */
export function storedOf(
  requests: readonly (readonly CloudEvent[])[],
  { fresh, known }: { readonly fresh: EventIds; readonly known: EventIds },
): readonly StoredEvents[] {
  const unclaimed = new Map(fresh);
  return requests.map((request) => {
    const areNew = request.map((event) => unclaimed.delete(identityOf(event)));
    const ids = request.map((event) => (fresh.get(identityOf(event)) ?? known.get(identityOf(event)))!);
    const accepted = areNew.filter(Boolean).length;
    return { accepted, duplicates: request.length - accepted, ids, areNew };
  });
}

/** Those that are not in `fresh`. */
export const notAmong = (numbered: readonly NumberedEvent[], fresh: EventIds): readonly CloudEvent[] =>
  numbered.filter(({ event }) => !fresh.has(identityOf(event))).map(({ event }) => event);

/** Writes events as they came; answers the ids of those that were new. */
export async function insertEvents(
  { workspaceId, query }: WorkspaceTransaction,
  numbered: readonly NumberedEvent[],
  now: Date,
): Promise<EventIds> {
  const events = numbered.map(({ event }) => event);
  const rows = await query<{ id: string; source: string; eventId: string }>(
    `insert into event (workspace_id, id, source, event_id, type, subject, occurred_at, received_at, data, context, state)
     select $1, id, source, event_id, type, subject, occurred_at, $2, data::jsonb, context::jsonb, 'waiting'
     from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::text[], $10::text[])
       as sent (id, source, event_id, type, subject, occurred_at, data, context)
     on conflict (workspace_id, source, event_id) do nothing returning id, source, event_id as "eventId"`,
    [
      workspaceId,
      now,
      numbered.map(({ id }) => id),
      events.map(({ source }) => source),
      events.map(({ id }) => id),
      events.map(({ type }) => type),
      events.map(({ subject }) => subject ?? null),
      events.map(({ time }) => time ?? now),
      events.map(({ data }) => JSON.stringify(data ?? null)),
      events.map(({ context }) => JSON.stringify(context)),
    ],
    'insert-events',
  );
  return new Map(rows.map(({ id, source, eventId }) => [identityOf({ source, id: eventId }), id]));
}

/** The ids of events that are in the store. */
export async function knownIds(
  { workspaceId, query }: WorkspaceTransaction,
  events: readonly CloudEvent[],
): Promise<EventIds> {
  const rows = await query<{ id: string; source: string; eventId: string }>(
    `select e.id, e.source, e.event_id as "eventId" from unnest($2::text[], $3::text[]) as sent (source, event_id)
     join event e on e.workspace_id = $1 and e.source = sent.source and e.event_id = sent.event_id`,
    [workspaceId, events.map(({ source }) => source), events.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, source, eventId }) => [identityOf({ source, id: eventId }), id]));
}

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

/** Writes raw events; of those with one source and id the first is kept. Answers for each request what became of its own. */
export async function storeEvents(
  transaction: WorkspaceTransaction,
  requests: readonly (readonly CloudEvent[])[],
  now: Date,
): Promise<readonly StoredEvents[]> {
  const events = new Map<string, CloudEvent>();
  for (const event of requests.flat()) {
    const identity = identityOf(event);
    if (!events.has(identity)) events.set(identity, event);
  }
  const numbered = [...events].map(([identity, event]) => ({ identity, id: newId(), event }));
  // In one order, so that two processes that are sent the same ones wait for each other instead of both failing.
  numbered.sort((a, b) => (a.identity < b.identity ? -1 : 1));
  const fresh = await insertEvents(transaction, numbered, now);
  const known = await knownIds(
    transaction,
    numbered.filter(({ identity }) => !fresh.has(identity)).map(({ event }) => event),
  );
  // The first of this batch that names a new event is the one that brought it.
  const unclaimed = new Map(fresh);
  return requests.map((request) => {
    const areNew = request.map((event) => unclaimed.delete(identityOf(event)));
    const ids = request.map((event) => (fresh.get(identityOf(event)) ?? known.get(identityOf(event)))!);
    const accepted = areNew.filter(Boolean).length;
    return { accepted, duplicates: request.length - accepted, ids, areNew };
  });
}

async function insertEvents(
  { workspaceId, query }: WorkspaceTransaction,
  numbered: readonly { readonly id: string; readonly event: CloudEvent }[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
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

async function knownIds(
  { workspaceId, query }: WorkspaceTransaction,
  events: readonly CloudEvent[],
): Promise<ReadonlyMap<string, string>> {
  if (events.length === 0) return new Map();
  const rows = await query<{ id: string; source: string; eventId: string }>(
    `select e.id, e.source, e.event_id as "eventId" from unnest($2::text[], $3::text[]) as sent (source, event_id)
     join event e on e.workspace_id = $1 and e.source = sent.source and e.event_id = sent.event_id`,
    [workspaceId, events.map(({ source }) => source), events.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, source, eventId }) => [identityOf({ source, id: eventId }), id]));
}

import type { WorkspaceTransaction } from '../store/index.ts';
import type { KeptTelling } from './encounter-store.ts';
import { type EventMapping, readEventMapping } from './event-mapping.ts';

export interface WaitingEvent {
  readonly id: string;
  readonly source: string;
  readonly eventId: string;
  readonly type: string;
  readonly subject: string | null;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
  readonly data: unknown;
}

/** One worker at a time reads the events of a workspace: two would each not see what the other is told of one encounter. */
export async function lockTaking({ workspaceId, query }: WorkspaceTransaction): Promise<void> {
  await query("select pg_advisory_xact_lock(hashtextextended('take-events ' || $1::text, 0))", [workspaceId]);
}

export async function waitingEvents(
  { workspaceId, query }: WorkspaceTransaction,
  most: number,
): Promise<readonly WaitingEvent[]> {
  return query<WaitingEvent>(
    `select id, source, event_id as "eventId", type, subject, occurred_at as "occurredAt", received_at as "receivedAt", data
     from event where workspace_id = $1 and state = 'waiting' order by received_at, id limit $2`,
    [workspaceId, most],
  );
}

/** How the events of the workspace are read; an empty mapping is the convention. */
export async function eventMappingOf({ workspaceId, query }: WorkspaceTransaction): Promise<EventMapping> {
  const [row] = await query<{ mapping: unknown }>(
    'select event_mapping as mapping from workspace where workspace_id = $1',
    [workspaceId],
  );
  return readEventMapping(row?.mapping ?? {});
}

export async function keepEventMapping(
  { workspaceId, query }: WorkspaceTransaction,
  mapping: EventMapping,
): Promise<void> {
  await query('update workspace set event_mapping = $2::jsonb where workspace_id = $1', [
    workspaceId,
    JSON.stringify(mapping),
  ]);
}

/** What became of an event that was read. */
export interface JudgedEvent {
  readonly id: string;
  readonly state: 'done' | 'refused';
  /** Code of the reason and the field, `unknown-touchpoint data.touchpoint`. */
  readonly reason?: string;
  readonly encounterKey?: string;
  readonly told?: KeptTelling;
  readonly encounterId?: string;
}

export async function keepJudgements(
  { workspaceId, query }: WorkspaceTransaction,
  events: readonly JudgedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await query(
    `update event e set state = j.state, refused_reason = j.reason, encounter_id = j.encounter_id,
       encounter_key = j.encounter_key, told = j.told::jsonb
     from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[])
       as j (id, state, reason, encounter_id, encounter_key, told)
     where e.workspace_id = $1 and e.id = j.id`,
    [
      workspaceId,
      events.map(({ id }) => id),
      events.map(({ state }) => state),
      events.map(({ reason }) => reason ?? null),
      events.map(({ encounterId }) => encounterId ?? null),
      events.map(({ encounterKey }) => encounterKey ?? null),
      events.map(({ told }) => (told ? JSON.stringify(told) : null)),
    ],
  );
}

/** Events that told of an encounter too early are used now that it is there. */
export async function keepEncounterOf(
  { workspaceId, query }: WorkspaceTransaction,
  late: readonly { readonly id: string; readonly encounterId: string }[],
): Promise<void> {
  if (late.length === 0) return;
  await query(
    `update event e set state = 'done', refused_reason = null, encounter_id = l.encounter_id
     from unnest($2::uuid[], $3::uuid[]) as l (id, encounter_id) where e.workspace_id = $1 and e.id = l.id`,
    [workspaceId, late.map(({ id }) => id), late.map(({ encounterId }) => encounterId)],
  );
}

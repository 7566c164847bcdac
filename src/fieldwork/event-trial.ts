import type { WorkspaceTransaction } from '../store/index.ts';
import type { EventMapping } from './event-mapping.ts';
import { type ToldEncounter, type ToldOrRefused, toldEncounter } from './told-encounter.ts';
import { knownNames, type ToldName } from './told-names-store.ts';
import { eventMappingOf, type WaitingEvent } from './waiting-event-store.ts';

/** What one event that came would tell under a mapping that is being tried. */
export interface EventTrial {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly data: unknown;
  readonly outcome: ToldOrRefused;
  /** Of what it tells, which names the workspace knows. */
  readonly names: readonly ToldName[];
}

const columns = `id, source, event_id as "eventId", type, subject, occurred_at as "occurredAt", received_at as "receivedAt",
  data`;

/** How would the latest events be read with this mapping, one of each type at most? Only asks; nothing is changed. */
export async function tryMapping(
  transaction: WorkspaceTransaction,
  mapping: EventMapping,
): Promise<readonly EventTrial[]> {
  const { workspaceId, query } = transaction;
  // The latest thousand say which types come; a workspace of many years is not read for a look.
  const events = await query<WaitingEvent>(
    `select * from (select distinct on (source, type) * from (
       select ${columns} from event where workspace_id = $1 order by received_at desc, id desc limit 1000) as latest
       order by source, type, "receivedAt" desc, id desc) as each order by "receivedAt" desc, id desc limit 20`,
    [workspaceId],
  );
  const trials: EventTrial[] = [];
  for (const event of events) {
    const { id, source, type, data } = event;
    const outcome = toldEncounter({ ...event, subject: event.subject ?? undefined }, mapping);
    const names = outcome.kind === 'told' ? await knownNames(transaction, outcome.told) : [];
    trials.push({ id, source, type, data, outcome, names });
  }
  return trials;
}

/** A touchpoint that events name and the workspace does not know. */
export interface UnknownTouchpoint {
  /** As the events name it. */
  readonly name: string;
  readonly events: number;
  readonly lastAt: Date;
}

/** Which touchpoints do refused events name? Most frequent first, of the latest thousand that were refused for it. */
export async function unknownTouchpoints(transaction: WorkspaceTransaction): Promise<readonly UnknownTouchpoint[]> {
  const { workspaceId, query } = transaction;
  const mapping = await eventMappingOf(transaction);
  const events = await query<WaitingEvent>(
    `select ${columns} from event where workspace_id = $1 and state = 'refused'
       and refused_reason like 'unknown-touchpoint %' order by received_at desc, id desc limit 1000`,
    [workspaceId],
  );
  const unknown = new Map<string, UnknownTouchpoint>();
  for (const event of events) {
    const name = touchpointOf(toldEncounter({ ...event, subject: event.subject ?? undefined }, mapping));
    if (name === undefined) continue;
    const held = unknown.get(name);
    unknown.set(name, { name, events: (held?.events ?? 0) + 1, lastAt: held?.lastAt ?? event.receivedAt });
  }
  return [...unknown.values()].sort((a, b) => b.events - a.events);
}

const touchpointOf = (outcome: ToldOrRefused): ToldEncounter['touchpoint'] =>
  outcome.kind === 'told' ? outcome.told.touchpoint : undefined;

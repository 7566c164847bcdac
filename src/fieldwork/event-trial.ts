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
    const read = toldEncounter({ ...event, subject: event.subject ?? undefined }, mapping);
    const names = read.kind === 'told' ? await knownNames(transaction, read.told) : [];
    const outcome = read.kind === 'told' ? await usable(transaction, { source, told: read.told, names }) : read;
    trials.push({ id, source, type, data, outcome, names });
  }
  return trials;
}

/** What is refused when an event is taken is refused here: a name that is not made by itself, or no touchpoint at all. */
async function usable(
  { workspaceId, query }: WorkspaceTransaction,
  { source, told, names }: { source: string; told: ToldEncounter; names: readonly ToldName[] },
): Promise<ToldOrRefused> {
  const isUnknown = (field: ToldName['field']) => names.some((name) => name.field === field && !name.isKnown);
  if (isUnknown('touchpoint')) return { kind: 'refused', reason: 'unknown-touchpoint', field: 'data.touchpoint' };
  if (isUnknown('orgUnit')) return { kind: 'refused', reason: 'unknown-org-unit', field: 'data.orgUnit' };
  if (isUnknown('account') && !told.account?.create) {
    return { kind: 'refused', reason: 'unknown-account', field: 'data.account' };
  }
  if (isUnknown('contact') && !told.contact?.create) {
    return { kind: 'refused', reason: 'unknown-contact', field: 'data.contact' };
  }
  if (told.touchpoint !== undefined) return { kind: 'told', told };
  const known = await query('select 1 from encounter where workspace_id = $1 and source = $2 and external_id = $3', [
    workspaceId,
    source,
    told.encounter,
  ]);
  return known.length > 0
    ? { kind: 'told', told }
    : { kind: 'refused', reason: 'no-touchpoint', field: 'data.touchpoint' };
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

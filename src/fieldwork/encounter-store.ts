import { newId, type WorkspaceTransaction } from '../store/index.ts';
import { changeOf, type EncounterChange } from './encounter-change.ts';
import { type EncounterFacts, encounterFacts, type HistoryEvent } from './encounter-history.ts';
import type { Happening } from './happened.ts';
import type { Scalar } from './told-encounter.ts';

/** Which encounter: the system that knows it, and its id there. */
export interface EncounterKey {
  readonly source: string;
  readonly externalId: string;
}

export const keyText = ({ source, externalId }: EncounterKey): string => `${source} ${externalId}`;

/** What an event told, by ids, as it is kept with the event. */
export interface KeptTelling {
  readonly happened: Happening;
  readonly at: string;
  readonly touchpointId?: string;
  readonly accountId?: string;
  readonly contactId?: string;
  readonly orgUnitId?: string;
  readonly attributes: Readonly<Record<string, Scalar>>;
}

export interface EarlierEvents {
  readonly events: readonly HistoryEvent[];
  /** Those that could not be used until now, since nothing told the touchpoint. */
  readonly refused: readonly string[];
}

/** What was told before of these encounters. */
export async function earlierEvents(
  { workspaceId, query }: WorkspaceTransaction,
  keys: readonly EncounterKey[],
): Promise<ReadonlyMap<string, EarlierEvents>> {
  const rows = await query<EncounterKey & { id: string; eventId: string; state: string; told: KeptTelling }>(
    `select e.id, e.source, e.encounter_key as "externalId", e.event_id as "eventId", e.state, e.told
     from unnest($2::text[], $3::text[]) as k (source, external_id)
     join event e on e.workspace_id = $1 and e.source = k.source and e.encounter_key = k.external_id
       and e.told is not null and e.state <> 'waiting'`,
    [workspaceId, keys.map(({ source }) => source), keys.map(({ externalId }) => externalId)],
  );
  const found = new Map<string, { events: HistoryEvent[]; refused: string[] }>();
  for (const { id, eventId, state, told, ...key } of rows) {
    const held = found.get(keyText(key)) ?? { events: [], refused: [] };
    held.events.push({ ...told, eventId, at: new Date(told.at) });
    if (state === 'refused') held.refused.push(id);
    found.set(keyText(key), held);
  }
  return found;
}

interface StoredEncounter extends EncounterFacts {
  readonly id: string;
}

async function storedEncounters({ workspaceId, query }: WorkspaceTransaction, keys: readonly EncounterKey[]) {
  const rows = await query<EncounterKey & StoredEncounter & { [Name in keyof EncounterFacts]: unknown }>(
    `select e.id, e.source, e.external_id as "externalId", e.state, e.occurred_at as "occurredAt",
       coalesce(e.changed_at, e.occurred_at) as "changedAt", e.touchpoint_id as "touchpointId",
       e.account_id as "accountId", e.contact_id as "contactId", e.org_unit_id as "orgUnitId", e.attributes
     from unnest($2::text[], $3::text[]) as k (source, external_id)
     join encounter e on e.workspace_id = $1 and e.source = k.source and e.external_id = k.external_id`,
    [workspaceId, keys.map(({ source }) => source), keys.map(({ externalId }) => externalId)],
  );
  return new Map(rows.map((row) => [keyText(row), row as EncounterKey & StoredEncounter]));
}

/** An encounter and everything that was told of it. */
export interface ToldHistory extends EncounterKey {
  readonly events: readonly HistoryEvent[];
}

export interface WrittenEncounters {
  /** The id by `keyText`; an encounter of which nothing tells the touchpoint is not there. */
  readonly ids: ReadonlyMap<string, string>;
  readonly changes: readonly EncounterChange[];
}

/**
 * Brings encounters to what was told of them, in one statement, and answers which of them changed. What nobody told stays
 * as an import or an earlier event left it. One that an import brought is no longer the import's.
 */
export async function writeEncounters(
  transaction: WorkspaceTransaction,
  histories: readonly ToldHistory[],
): Promise<WrittenEncounters> {
  const stored = await storedEncounters(transaction, histories);
  const ids = new Map([...stored].map(([key, { id }]) => [key, id]));
  const changes: EncounterChange[] = [];
  for (const { events, ...key } of histories) {
    const before = stored.get(keyText(key));
    const facts = merged(encounterFacts(events), before);
    const { touchpointId } = facts;
    if (touchpointId === undefined || (before && isSame(facts, before))) continue;
    const encounterId = before?.id ?? newId();
    ids.set(keyText(key), encounterId);
    const { source, externalId } = key;
    changes.push({
      ...facts,
      touchpointId,
      encounterId,
      source,
      externalId,
      change: changeOf(before?.state, facts.state),
    });
  }
  await upsert(transaction, changes);
  return { ids, changes };
}

function merged(facts: EncounterFacts, before: StoredEncounter | undefined): EncounterFacts {
  if (!before) return facts;
  return {
    ...facts,
    touchpointId: facts.touchpointId ?? before.touchpointId ?? undefined,
    accountId: facts.accountId ?? before.accountId ?? undefined,
    contactId: facts.contactId ?? before.contactId ?? undefined,
    orgUnitId: facts.orgUnitId ?? before.orgUnitId ?? undefined,
    attributes: { ...before.attributes, ...facts.attributes },
  };
}

function isSame(facts: EncounterFacts, before: StoredEncounter): boolean {
  const fields = ['state', 'touchpointId', 'accountId', 'contactId', 'orgUnitId'] as const;
  const names = Object.keys(facts.attributes);
  return (
    fields.every((field) => facts[field] === (before[field] ?? undefined)) &&
    facts.occurredAt.getTime() === before.occurredAt.getTime() &&
    facts.changedAt.getTime() === before.changedAt.getTime() &&
    names.length === Object.keys(before.attributes).length &&
    names.every((name) => facts.attributes[name] === before.attributes[name])
  );
}

async function upsert(
  { workspaceId, query }: WorkspaceTransaction,
  changes: readonly EncounterChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await query(
    `insert into encounter (workspace_id, id, source, external_id, state, occurred_at, changed_at, touchpoint_id, account_id,
       contact_id, org_unit_id, attributes)
     select $1, id, source, external_id, state, occurred_at, changed_at, touchpoint_id, account_id, contact_id, org_unit_id,
       attributes::jsonb
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::uuid[],
       $9::uuid[], $10::uuid[], $11::uuid[], $12::text[]) as told (id, source, external_id, state, occurred_at,
       changed_at, touchpoint_id, account_id, contact_id, org_unit_id, attributes)
     on conflict (workspace_id, source, external_id) do update set state = excluded.state,
       occurred_at = excluded.occurred_at, changed_at = excluded.changed_at, touchpoint_id = excluded.touchpoint_id,
       account_id = excluded.account_id, contact_id = excluded.contact_id, org_unit_id = excluded.org_unit_id,
       attributes = excluded.attributes, import_id = null`,
    [
      workspaceId,
      changes.map(({ encounterId }) => encounterId),
      changes.map(({ source }) => source),
      changes.map(({ externalId }) => externalId),
      changes.map(({ state }) => state),
      changes.map(({ occurredAt }) => occurredAt),
      changes.map(({ changedAt }) => changedAt),
      changes.map(({ touchpointId }) => touchpointId),
      changes.map(({ accountId }) => accountId ?? null),
      changes.map(({ contactId }) => contactId ?? null),
      changes.map(({ orgUnitId }) => orgUnitId ?? null),
      changes.map(({ attributes }) => JSON.stringify(attributes)),
    ],
  );
}

import { countAskingWhileYoung, type Store, type WorkspaceTransaction } from '../store/index.ts';
import type { EncounterChange } from './encounter-change.ts';
import type { HistoryEvent } from './encounter-history.ts';
import { type EncounterKey, earlierEvents, type KeptTelling, keyText, writeEncounters } from './encounter-store.ts';
import { type ToldEncounter, toldEncounter } from './told-encounter.ts';
import { namedTellings } from './told-names-store.ts';
import {
  eventMappingOf,
  type JudgedEvent,
  keepEncounterOf,
  keepJudgements,
  lockTaking,
  type WaitingEvent,
  waitingEvents,
} from './waiting-event-store.ts';

/** What is to be done about encounters that changed, in the transaction that changes them. */
export type OnChanged = (
  transaction: WorkspaceTransaction,
  changes: readonly EncounterChange[],
  now: Date,
) => Promise<void>;

export interface TakeOptions {
  /** Events of one transaction at most. */
  readonly most?: number;
  readonly onChanged?: OnChanged;
}

export interface TakenEvents {
  /** How many were read; fewer than `most` says that none is left. */
  readonly read: number;
  readonly refused: number;
  readonly changes: readonly EncounterChange[];
}

/**
 * Reads waiting events in the order of their receipt, brings the encounters to what was told of them and hands on those that
 * changed, all in one transaction. An event that cannot be used is kept with its reason.
 */
export async function takeEvents(
  store: Store,
  workspaceId: string,
  now: Date,
  { most = 1_000, onChanged }: TakeOptions = {},
): Promise<TakenEvents> {
  return store.inWorkspace(workspaceId, async (transaction) => {
    await lockTaking(transaction);
    const events = await waitingEvents(transaction, most);
    if (events.length === 0) return { read: 0, refused: 0, changes: [] };
    const { judged, changes } = await judgeEvents(transaction, events);
    await keepJudgements(transaction, judged);
    if (changes.length > 0) await onChanged?.(transaction, changes, now);
    await countAskingWhileYoung(transaction, changes.length);
    return { read: events.length, refused: judged.filter(({ state }) => state === 'refused').length, changes };
  });
}

interface Telling extends EncounterKey {
  readonly event: WaitingEvent;
  readonly told: ToldEncounter;
}

async function judgeEvents(transaction: WorkspaceTransaction, events: readonly WaitingEvent[]) {
  const mapping = await eventMappingOf(transaction);
  const judged: JudgedEvent[] = [];
  const tellings: Telling[] = [];
  for (const event of events) {
    const read = toldEncounter({ ...event, subject: event.subject ?? undefined }, mapping);
    if (read.kind === 'told') {
      tellings.push({ event, told: read.told, source: event.source, externalId: read.told.encounter });
    } else if (read.kind === 'ignored') judged.push({ id: event.id, state: 'done' });
    else judged.push({ id: event.id, state: 'refused', reason: `${read.reason} ${read.field}` });
  }
  tellings.sort((a, b) => a.told.at.getTime() - b.told.at.getTime());
  const named = await namedTellings(
    transaction,
    tellings.map(({ told }) => told),
  );
  const usable: UsableTelling[] = [];
  for (const [place, telling] of tellings.entries()) {
    const names = named[place]!;
    if (names.kind === 'refused') {
      judged.push({ id: telling.event.id, state: 'refused', reason: `${names.reason} ${names.field}` });
    } else {
      const { kind: _, ...ids } = names;
      const { happened, at } = telling.told;
      usable.push({
        ...telling,
        kept: { happened, at: at.toISOString(), ...ids, attributes: attributesOf(telling.told) },
      });
    }
  }
  const { judged: used, changes } = await applyTellings(transaction, usable);
  return { judged: [...judged, ...used], changes };
}

/** Agent and segment stand among the attributes of an encounter. */
function attributesOf({ attributes, agent, segment }: ToldEncounter): ToldEncounter['attributes'] {
  return {
    ...attributes,
    ...(agent === undefined ? {} : { agent }),
    ...(segment === undefined ? {} : { segment }),
  };
}

interface UsableTelling extends Telling {
  readonly kept: KeptTelling;
}

async function applyTellings(
  transaction: WorkspaceTransaction,
  tellings: readonly UsableTelling[],
): Promise<{ judged: readonly JudgedEvent[]; changes: readonly EncounterChange[] }> {
  if (tellings.length === 0) return { judged: [], changes: [] };
  const keys = new Map(tellings.map((one) => [keyText(one), { source: one.source, externalId: one.externalId }]));
  const earlier = await earlierEvents(transaction, [...keys.values()]);
  const events = new Map<string, HistoryEvent[]>(
    [...keys.keys()].map((key) => [key, [...(earlier.get(key)?.events ?? [])]]),
  );
  for (const telling of tellings) {
    const { kept, event, told } = telling;
    events.get(keyText(telling))!.push({ ...kept, eventId: event.eventId, at: told.at });
  }
  const histories = [...keys].map(([text, key]) => ({ ...key, events: events.get(text)! }));
  const { ids, changes } = await writeEncounters(transaction, histories);
  await keepEncounterOf(
    transaction,
    [...earlier].flatMap(([key, { refused }]) =>
      ids.has(key) ? refused.map((id) => ({ id, encounterId: ids.get(key)! })) : [],
    ),
  );
  const judged = tellings.map((telling): JudgedEvent => {
    const encounterId = ids.get(keyText(telling));
    const kept = { id: telling.event.id, encounterKey: telling.externalId, told: telling.kept };
    return encounterId === undefined
      ? { ...kept, state: 'refused', reason: 'no-touchpoint data.touchpoint' }
      : { ...kept, state: 'done', encounterId };
  });
  return { judged, changes };
}

import { type EncounterState, type Happening, stateAfter } from './happened.ts';
import type { Scalar } from './told-encounter.ts';

/** One event about an encounter, with the ids that its keys stand for. */
export interface HistoryEvent {
  readonly eventId: string;
  readonly happened: Happening;
  readonly at: Date;
  readonly touchpointId?: string;
  readonly accountId?: string;
  readonly contactId?: string;
  readonly orgUnitId?: string;
  readonly attributes: Readonly<Record<string, Scalar>>;
}

/** An encounter as all that was told of it makes it. */
export interface EncounterFacts {
  readonly state: EncounterState;
  /** When it was closed last; while it never was, when it began. */
  readonly occurredAt: Date;
  /** When what made its state happened. */
  readonly changedAt: Date;
  readonly touchpointId: string | undefined;
  readonly accountId: string | undefined;
  readonly contactId: string | undefined;
  readonly orgUnitId: string | undefined;
  readonly attributes: Readonly<Record<string, Scalar>>;
}

/** Of what happened at the same time the last one here is in force: the doubt falls to what asks nobody. */
const rank: Readonly<Record<Happening, number>> = { opened: 0, closed: 1, withdrawn: 2, reopened: 3 };

/**
 * What is this encounter, by everything that was told of it? The latest event decides its state, and of each field the
 * latest one that tells it. "Latest" is by the time of the event, then by what happened, then by the id of the event: never
 * by the order of arrival, so late, repeated and shuffled events make the same encounter.
 */
export function encounterFacts(events: readonly HistoryEvent[]): EncounterFacts {
  const ordered = [...events].sort(
    (a, b) =>
      a.at.getTime() - b.at.getTime() || rank[a.happened] - rank[b.happened] || compareText(a.eventId, b.eventId),
  );
  const last = ordered.at(-1)!;
  const closed = ordered.findLast(({ happened }) => happened === 'closed');
  const latest = <Field extends keyof HistoryEvent>(field: Field) =>
    ordered.findLast((event) => event[field] !== undefined)?.[field];
  return {
    state: stateAfter[last.happened],
    occurredAt: (closed ?? ordered[0]!).at,
    changedAt: last.at,
    touchpointId: latest('touchpointId'),
    accountId: latest('accountId'),
    contactId: latest('contactId'),
    orgUnitId: latest('orgUnitId'),
    attributes: Object.assign({}, ...ordered.map(({ attributes }) => attributes)),
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

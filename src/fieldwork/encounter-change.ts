import type { EncounterFacts } from './encounter-history.ts';
import type { EncounterState } from './happened.ts';

/** What became of an encounter when events about it were read. */
export const encounterChanges = ['opened', 'closed', 'reopened', 'withdrawn', 'corrected'] as const;

export interface EncounterChange extends EncounterFacts {
  readonly encounterId: string;
  readonly source: string;
  readonly externalId: string;
  readonly change: (typeof encounterChanges)[number];
  readonly touchpointId: string;
}

/** What changed, by where it stood before; the same state with other facts is a correction. */
export function changeOf(before: EncounterState | undefined, after: EncounterState): EncounterChange['change'] {
  if (before === after) return 'corrected';
  if (after === 'open') return before === undefined ? 'opened' : 'reopened';
  return after;
}

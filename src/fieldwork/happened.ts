/** What an event tells of an encounter. */
export const happenings = ['opened', 'closed', 'reopened', 'withdrawn'] as const;
export type Happening = (typeof happenings)[number];

/** Where an encounter stands: only a closed one is asked about. */
export type EncounterState = 'open' | 'closed' | 'withdrawn';

export const stateAfter: Readonly<Record<Happening, EncounterState>> = {
  opened: 'open',
  closed: 'closed',
  reopened: 'open',
  withdrawn: 'withdrawn',
};

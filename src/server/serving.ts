/**
 * What a server needs that has its store, and none before: loaded while the database starts, since half of the time of a
 * second start went into it.
 */
export { responseIntake } from '../collect/index.ts';
export { eventWriter } from '../fieldwork/index.ts';
export { auditInThreads } from '../findings/index.ts';
export { hasPeople, makePassword } from '../people/index.ts';
export { application } from './application.ts';

/**
 * What a server needs that has its store, and none before: loaded while the database starts, since half of the time of a
 * second start went into it.
 */
export { openAnswering } from '../answering/index.ts';
export { responseIntake } from '../collect/index.ts';
export { eventWriter } from '../fieldwork/index.ts';
export { auditInThreads } from '../findings/index.ts';
export { outboundClient } from '../outbound/index.ts';
export { hasPeople, makePassword } from '../people/index.ts';
export { announceResponses } from '../webhooks/index.ts';
export { application } from './application.ts';

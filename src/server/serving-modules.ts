/** What stands behind the routes: loaded before them, so that the database and the first page come in between. */
export { openAnswering } from '../answering/index.ts';
export { responseIntake } from '../collect/index.ts';
export { eventWriter } from '../fieldwork/index.ts';
export { auditInThreads, studyInThreads, studyModelsInThreads } from '../findings/index.ts';
export { outboundClient } from '../outbound/index.ts';
export { hasPeople, makePassword } from '../people/index.ts';
export { announceResponses } from '../webhooks/index.ts';

/**
 * What asks by itself. Events of the systems behind come in, are kept as they came and become encounters; whoever plans
 * invitations is told which encounters changed.
 */
export { type CloudEvent, longestIdentity } from './cloud-event.ts';
export type { EncounterChange } from './encounter-change.ts';
export { type ColumnMapping, columnMappingSchema, readColumnMapping } from './event-columns.ts';
export { countEvents, type EventCounts, type EventPage, listEvents, replayEvents } from './event-list-store.ts';
export { type EventMapping, eventMappingSchema, readEventMapping } from './event-mapping.ts';
export { type EventRequest, mostEvents, readEventRequest, readEventValues } from './event-request.ts';
export {
  addSource,
  changeSource,
  type EventSource,
  filesOf,
  findSource,
  listSources,
  removeSource,
  type SourceFile,
} from './event-source-store.ts';
export type { StoredEvents } from './event-store.ts';
export { type EventWriter, eventWriter } from './event-writer.ts';
export { readSource, type SourceReading } from './read-source.ts';
export { type SecretSeal, secretSeal } from './sealed-secret.ts';
export type { Pulled, Source, SourceCursor, SourceRecord } from './source.ts';
export { askForReading, sourceHandlers, sweepSources } from './source-jobs.ts';
export {
  refuseForbidden,
  type SourceSecret,
  type SourceSettings,
  sourceSecretSchema,
  sourceSettingsSchema,
} from './source-settings.ts';
export { tableEvents } from './table-events.ts';
export { type OnChanged, type TakenEvents, takeEvents } from './take-events.ts';
export { sweepEvents, takeAllEvents, takeEventsHandlers } from './take-events-job.ts';
export { type EventRefusal, eventRefusals } from './told-encounter.ts';
export { eventMappingOf, keepEventMapping } from './waiting-event-store.ts';

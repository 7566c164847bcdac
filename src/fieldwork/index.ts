/**
 * What asks by itself. Events of the systems behind come in, are kept as they came and become encounters; programmes make
 * invitations of them, which become messages and reminders until somebody answers or has had enough.
 */
export { loadHistory } from './asking-history.ts';
export { type CloudEvent, longestIdentity } from './cloud-event.ts';
export type { SenderIdentity } from './compose-invitation.ts';
export { addressOf, type MessageChannel, messageChannels } from './contact-address.ts';
export { type DecidedFilter, decidedStates, listDecided } from './decided-list-store.ts';
export { type OutcomePart, type ProgrammeOutcome, programmeOutcome } from './disposition-store.ts';
export { type DryRun, dryRun } from './dry-run.ts';
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
export { expireInvitations } from './expire-invitations.ts';
export { type KeptMessage, keptBytes, keptMessages } from './kept-message-store.ts';
export { type LinkMaker, type LinkText, linkAddress, linkMaker } from './link-maker.ts';
export { keepingSender, type MessageSender, smtpSender } from './message-sender.ts';
export { encounterPlanner, planEncounters } from './plan-encounters.ts';
export {
  addProgramme,
  changeProgramme,
  findProgramme,
  listProgrammes,
  type Programme,
  type ProgrammeState,
  programmeStates,
} from './programme-store.ts';
export { readSource, type SourceReading } from './read-source.ts';
export { type SecretSeal, secretSeal } from './sealed-secret.ts';
export { sendHandlers, sweepMessages } from './send-jobs.ts';
export { type Sending, sendDueMessages } from './send-messages.ts';
export type { Pulled, Source, SourceCursor, SourceRecord } from './source.ts';
export { askForReading, sourceHandlers, sweepSources } from './source-jobs.ts';
export {
  refuseForbidden,
  type SourceSecret,
  type SourceSettings,
  sourceSecretSchema,
  sourceSettingsSchema,
} from './source-settings.ts';
export { type EndReason, stopInvitations, stopOfContact } from './stop-invitations.ts';
export { type SuppressionReason, suppress } from './suppression-store.ts';
export { type SurveyReader, surveyReader } from './survey-reader.ts';
export { tableEvents } from './table-events.ts';
export { type OnChanged, type TakenEvents, takeEvents } from './take-events.ts';
export { sweepEvents, takeAllEvents, takeEventsHandlers } from './take-events-job.ts';
export { type EventRefusal, eventRefusals } from './told-encounter.ts';
export { eventMappingOf, keepEventMapping } from './waiting-event-store.ts';
export { askingWorkspace, keepUsualBasis, type UsualBasis, usualBasisOf } from './workspace-asking-store.ts';

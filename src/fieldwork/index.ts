/**
 * What asks by itself. Events of the systems behind come in, are kept as they came and become encounters; programmes make
 * invitations of them, which become messages and reminders until somebody answers or has had enough.
 */
export { loadHistory } from './asking-history.ts';
export { askForWaves, closeWave } from './close-wave.ts';
export { type CloudEvent, longestIdentity } from './cloud-event.ts';
export type { SenderIdentity } from './compose-invitation.ts';
export { addressOf, type MessageChannel, messageChannels } from './contact-address.ts';
export { type DecidedFilter, type DecidedRow, decidedStates, listDecided } from './decided-list-store.ts';
export { takeReceipt } from './delivery-receipt.ts';
export { type OutcomePart, type ProgrammeOutcome, programmeOutcome } from './disposition-store.ts';
export { type DryRun, dryRun } from './dry-run.ts';
export type { EncounterChange } from './encounter-change.ts';
export { erasePerson, objectForPerson } from './erase-person.ts';
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
  sourceToRead,
} from './event-source-store.ts';
export type { StoredEvents } from './event-store.ts';
export { type EventTrial, tryMapping, type UnknownTouchpoint, unknownTouchpoints } from './event-trial.ts';
export { type EventWriter, eventWriter } from './event-writer.ts';
export { expireInvitations } from './expire-invitations.ts';
export {
  findDraw,
  type IncentiveDraw,
  listDraws,
  makeDraw,
  runDraw,
  ticketsOf,
  winnersOf,
} from './incentive-draw-store.ts';
export { type KeptMessage, keptMessage, keptMessages, keptNumber } from './kept-message-store.ts';
export { type LinkMaker, type LinkText, linkAddress, linkMaker } from './link-maker.ts';
export { type FolderReading, readMailFolder } from './mail-folder.ts';
export {
  countMessages,
  type ListedMessage,
  listMessages,
  type MessageState,
  messageStates,
} from './message-list-store.ts';
export { type KeptContent, keepingSender, type MessageSender, messageSender } from './message-sender.ts';
export { type PeekedSource, peekSource } from './peek-source.ts';
export { type FoundPerson, findPersons, type KeptOfPerson, keptOfPerson } from './person-store.ts';
export { encounterPlanner, planEncounters } from './plan-encounters.ts';
export {
  type ProgrammeActivity,
  type ProgrammeFigures,
  programmeActivity,
  programmeFigures,
  rateDays,
} from './programme-figures-store.ts';
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
export { type MailEffect, type MailReceiving, receiveMail } from './receive-mail.ts';
export { type ReceivedSms, receiveSms, type SmsEffect, type SmsReceiving, sweepReceivedSms } from './receive-sms.ts';
export { replyHandlers, sweepReplies } from './reply-jobs.ts';
export { type SecretSeal, secretSeal } from './sealed-secret.ts';
export { sendHandlers, sweepMessages } from './send-jobs.ts';
export { type Sending, sendDueMessages } from './send-messages.ts';
export { type SenderStanding, senderStanding } from './sender-standing-store.ts';
export { type Settlement, settleMessage } from './settle-message.ts';
export type { Pulled, Source, SourceCursor, SourceRecord } from './source.ts';
export { askForReading, sourceHandlers, sweepSources } from './source-jobs.ts';
export {
  refuseForbidden,
  type SourceSecret,
  type SourceSettings,
  sourceSecretSchema,
  sourceSettingsSchema,
} from './source-settings.ts';
export { stopOfContact } from './stop-invitations.ts';
export { suppress } from './suppress-address.ts';
export { type SurveyReader, surveyReader } from './survey-reader.ts';
export { tableEvents } from './table-events.ts';
export { type OnChanged, type TakenEvents, takeEvents } from './take-events.ts';
export { sweepEvents, takeAllEvents, takeEventsHandlers } from './take-events-job.ts';
export { type EventRefusal, eventRefusals } from './told-encounter.ts';
export { listTouchpoints, makeTouchpoint, type Touchpoint } from './touchpoint-store.ts';
export { eventMappingOf, keepEventMapping } from './waiting-event-store.ts';
export { type WaveDryRun, waveDryRun } from './wave-dry-run.ts';
export { nextWaveAt, sweepWaves, type Waves, waveHandlers, workOnWaves } from './wave-jobs.ts';
export type { Silence } from './wave-population.ts';
export {
  type Heard,
  type SilentAccount,
  silentAccounts,
  type WaveProgress,
  waveProgress,
} from './wave-progress-store.ts';
export { addWave, findWave, listWaves, type Wave, type WaveDraw, type WaveState, waveStates } from './wave-store.ts';
export { askingWorkspace, keepUsualBasis, type UsualBasis, usualBasisOf } from './workspace-asking-store.ts';

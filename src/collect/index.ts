/**
 * What was asked and answered; how single responses come in, and the imports that bring many: rows of files or of
 * memory, in one transaction each, and taken away again as if they had never been.
 */
export { type Cell, type CellBatch, slugOf } from './cell.ts';
export { checkMapping, type GivenMapping, readGivenMapping } from './check-mapping.ts';
export { type AskedOtherwise, compareVersions, readAskedOtherwise } from './compare-surveys.ts';
export { dayIn } from './day-in.ts';
export { type DetectedFile, detectMapping } from './detect-mapping.ts';
export { contactKey, isAddress } from './external-id.ts';
export type {
  ImportKind,
  ImportProgress,
  ImportReport,
  ImportState,
  ImportSummary,
  KindBatch,
  RowsToImport,
  TableShape,
} from './import.ts';
export { type FileToImport, type ImportedFile, importFile } from './import-file.ts';
export { type FileKind, fieldChoices, fileKinds, type ImportMapping, type RowKind } from './import-mapping.ts';
export { type ImportOptions, type ImportResult, importRows } from './import-rows.ts';
export { findImport, findImportAnywhere, importProblems, listImports } from './import-store.ts';
export { type IncomingResponse, respondentRoles } from './incoming-response.ts';
export { judgeSurvey, type SurveyVerdict } from './judge-survey.ts';
export { failLostImports } from './lost-imports.ts';
export { momentReader } from './moment.ts';
export { publishSurvey } from './publish-survey.ts';
export { type ResponseIntake, responseIntake } from './response-intake.ts';
export type { ProblemReason, RowProblem } from './row-problem.ts';
export { removeMapping, type SavedMapping, savedMappings, saveMapping } from './saved-mapping-store.ts';
export { type FileToStage, importHandlers, stageImport } from './staged-import.ts';
export { makeSurvey, readEditedSurvey, saveDraft } from './survey-draft-store.ts';
export { listSurveys } from './survey-list-store.ts';
export { archiveSurvey, deleteSurvey, renameSurvey } from './survey-shelf-store.ts';
export { type Today, todayOf } from './today-store.ts';
export { undoImport } from './undo-import.ts';
export { receiveUpload, type Upload } from './upload.ts';

/** Exports in open formats, the whole workspace as one file, and the backup of a store. `gate.ts` is the one way out. */

export { codebookText } from './codebook.ts';
export { writeWhole } from './exchange-file.ts';
export { type ExportFormat, exportFormats, formats } from './export-format.ts';
export {
  backupStore,
  type ExportAsk,
  type ExportedFile,
  type Exporter,
  exportAnswers,
  exportCodebook,
  exportDecisions,
  exportWorkspace,
  type Operator,
} from './gate.ts';
export { operatorIn } from './operator.ts';
export { type Restored, restore } from './restore.ts';
export { type VerifiedArchive, verifyArchive } from './verify-archive.ts';
export { type ImportedWorkspace, importWorkspace } from './workspace-import.ts';
export type { NamedOwner } from './workspace-owner.ts';

/** Exports in open formats, the whole workspace as one file, and the backup of a store. */
export { backup } from './backup.ts';
export { writeWhole } from './exchange-file.ts';
export { type Restored, restore } from './restore.ts';
export { type VerifiedArchive, verifyArchive } from './verify-archive.ts';
export { type ImportedWorkspace, importWorkspace } from './workspace-import.ts';

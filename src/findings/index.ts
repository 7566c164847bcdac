/** Reads answers, calls the pure modules, and gives every result its identity. */
export { type Analysis, analyzeFile } from './analyze-file.ts';
export { type AuditedFile, auditFile, type FileSource } from './audit-file.ts';
export { type AuditOptions, auditOptions } from './audit-options.ts';
export { type OverviewAsk, readOverview } from './read-overview.ts';
export type { Reader } from './reader.ts';
export { engine, type Run } from './run.ts';

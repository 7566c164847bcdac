/** Reads answers, calls the pure modules, and gives every result its identity. */
export { type Analysis, analyzeFile } from './analyze-file.ts';
export { type AuditedFile, auditFile, type FileSource, type Watching } from './audit-file.ts';
export { type AuditThreads, auditInThreads } from './audit-in-threads.ts';
export { type AuditOptions, auditOptions } from './audit-options.ts';
export { auditWorkspace, type WorkspaceAuditAsk } from './audit-workspace.ts';
export { dataVersion } from './data-version.ts';
export { addMetricVersion, createMetric, type MetricMade, readOwnMetrics } from './define-metric.ts';
export { type IntentEffect, readIntentEffects } from './intent-effect.ts';
export { dayIn } from './metric-series.ts';
export type { ProgrammeAuditor } from './programme-auditor.ts';
export { readDimensions } from './read-dimensions.ts';
export { type OverviewAsk, readOverview } from './read-overview.ts';
export { type Persuasion, readPersuasion } from './read-persuasion.ts';
export { type ResponsesAsk, readCountedResponses, readResponsePage } from './read-response-page.ts';
export { type ResponseStandings, readResponseStanding } from './read-response-standing.ts';
export type { Reader } from './reader.ts';
export { engine, hashOfText, type Run } from './run.ts';

/** Results as sentences in three languages, tables and charts: everything a person reads comes from here. */

export { type AnalysisResult, analysisText } from './analysis-text.ts';
export { type AuditReport, auditReport } from './audit-report.ts';
export { auditText } from './audit-text.ts';
export type { AuditCharts, Drawing } from './charts/audit-charts.ts';
export type { IntervalBar, TrendChart, ValueAxis } from './charts/chart-input.ts';
export { changesCsv, periodsCsv } from './csv.ts';
export { writeCsv } from './csv-text.ts';
export { dateText } from './date-text.ts';
export { dimensionName, personName } from './dimension-name.ts';
export { errorText, type ToldError } from './error-text.ts';
export { type Language, languageNames, languageOf, languages } from './language.ts';
export { type Charts, loadCharts } from './load-charts.ts';
export { metricNames } from './metric-names.ts';
export { numberText, percentText } from './numbers.ts';
export type { BreakDownRow, BreakDownSection, BreakDownTable } from './overview/break-down-section.ts';
export type { CommentsSection } from './overview/comments-section.ts';
export type { CoverageSection } from './overview/coverage-section.ts';
export type { HowRow } from './overview/how-computed.ts';
export type { LevelCard } from './overview/level-card.ts';
export { type OverviewReport, overviewReport } from './overview/overview-report.ts';
export { periodText } from './period-names.ts';
export type { RulesSection } from './rules-section.ts';
export { plainText, type Sentence, type VerdictPhrase } from './sentence.ts';
export type { Cell, Table } from './table.ts';
export { darkTokens, hatchPattern, lightTokens } from './tokens.ts';
export { visibleText } from './visible-text.ts';

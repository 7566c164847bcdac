/** Results as sentences in three languages, tables and charts: everything a person reads comes from here. */
export { type AnalysisResult, analysisText } from './analysis-text.ts';
export { type AuditReport, auditReport } from './audit-report.ts';
export { type AuditTextOptions, answerText, auditText } from './audit-text.ts';
export { caveatText } from './caveat-text.ts';
export type { ChangesSection } from './changes-section.ts';
export type { AuditCharts, Drawing } from './charts/audit-charts.ts';
export type { ChangesChart, DrawOptions, TrendChart } from './charts/chart-input.ts';
export { changesCsv, csvCell, periodsCsv } from './csv.ts';
export { dateText } from './date-text.ts';
export { type ErrorText, errorText, type ToldError } from './error-text.ts';
export { type Language, languageNames, languageOf, languages } from './language.ts';
export { type Charts, loadCharts } from './load-charts.ts';
export { type Measure, measureOf } from './measure.ts';
export type { AssumedRow, NotesSection } from './notes-section.ts';
export {
  intervalText,
  joinInterval,
  numberText,
  percentText,
  probabilityText,
  roundHalfAway,
  signedText,
} from './numbers.ts';
export { nextPeriod, type PeriodName, periodName } from './period-names.ts';
export type { RuleRow, RulesSection } from './rules-section.ts';
export { plainText, type Sentence, toSentence, type VerdictPhrase, verdictSigns } from './sentence.ts';
export type { Cell, Table } from './table.ts';
export { darkTokens, hatchPattern, lightTokens, type Token } from './tokens.ts';
export type { TrendSection } from './trend-section.ts';

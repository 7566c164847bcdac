/** Reads tables of any origin: CSV, TSV and XLSX as typed columns, and the export shapes of survey tools. */
export { type AssumptionCode, assumptionCodes, type TableAssumption } from './assumption.ts';
export type { RowBatch } from './csv-tokenizer.ts';
export type { DateOrder } from './date-text.ts';
export { type CsvCell, type CsvWriting, escapeCell, writeCsv } from './escape-cell.ts';
export type { Header, TableColumn } from './header.ts';
export { type OpenOptions, openTable, type Table, type TableFormat } from './open-table.ts';
export { type ColumnOptions, type FileColumns, readColumns } from './read-columns.ts';
export { readSurveyFile } from './read-survey-file.ts';
export {
  type RejectedRowCount,
  type RejectionReason,
  rejectionReasons,
  type SurveyBreak,
  type SurveyCaveat,
  type SurveyColumn,
  type SurveyFile,
  type SurveyOptions,
} from './survey-file.ts';
export type { SurveyPlatform } from './survey-platform.ts';
export type { ReadOptions, TableSource } from './table-source.ts';

/** Reads tables of any origin: CSV, TSV and XLSX as typed columns, and the export shapes of survey tools. */
export { assumptionCodes } from './assumption.ts';
export { openTable } from './open-table.ts';
export { type ColumnOptions, type FileColumns, readColumns } from './read-columns.ts';
export { readSurveyFile } from './read-survey-file.ts';
export { rejectionReasons, type SurveyColumn, type SurveyFile, type SurveyOptions } from './survey-file.ts';
export type { TableSource } from './table-source.ts';

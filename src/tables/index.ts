/** Reads tables of any origin: CSV, TSV and XLSX as typed columns, and the export shapes of survey tools. */
export { levelMeaning, roleMeaning } from './answer-columns.ts';
export { assumptionCodes } from './assumption.ts';
export { dateKind, readDate, unpackTriple } from './date-text.ts';
export { plainText } from './kept-columns.ts';
export { localDays, localInstants } from './local-days.ts';
export { amountOf, type DecimalMark, numberOf } from './number-text.ts';
export { openTable } from './open-table.ts';
export { type ColumnOptions, type FileColumns, readColumns } from './read-columns.ts';
export { readSurveyFile } from './read-survey-file.ts';
export { isMissingNumber, scoreOf } from './score-text.ts';
export { rejectionReasons, type SurveyColumn, type SurveyFile, type SurveyOptions } from './survey-file.ts';
export type { TableSource } from './table-source.ts';

/** Reads tables of any origin: CSV, TSV and XLSX as typed columns, and the export shapes of survey tools. */

export { localDays, localInstants } from '../calendar/index.ts';
export { levelMeaning, roleMeaning } from './answer-columns.ts';
export { assumptionCodes } from './assumption.ts';
export { wordsOf } from './column-names.ts';
export type { ColumnProfile } from './column-profile.ts';
export { dateKind, readDate, unpackTriple } from './date-text.ts';
export { type ExaminedAnswers, examineAnswers } from './examine-answers.ts';
export { type ExaminedColumns, examineColumns } from './examine-columns.ts';
export { isPreviewStatus, qualtricsPreviewCodes } from './judge-rows.ts';
export { plainText } from './kept-columns.ts';
export { amountOf, type DecimalMark, numberOf } from './number-text.ts';
export { isBlankRow, openTable } from './open-table.ts';
export { type ColumnOptions, type FileColumns, readColumns } from './read-columns.ts';
export { readSurveyFile } from './read-survey-file.ts';
export { isMissingNumber, scoreOf } from './score-text.ts';
export { isUnfinished } from './survey-doubts.ts';
export { rejectionReasons, type SurveyColumn, type SurveyFile, type SurveyOptions } from './survey-file.ts';
export type { TableSource } from './table-source.ts';

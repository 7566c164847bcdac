import type { ErrorCode } from '../../errors/index.ts';
import type { ErrorWords } from './doubt-words.ts';

/** Refusals of files: read, imported, exported. */
export const enFileErrors = {
  CND_FILE_NOT_FOUND: { happened: 'There is no such file.', remedy: 'Check the path of the file.' },
  CND_FILE_UNREADABLE: {
    happened: 'The file cannot be read.',
    remedy: 'Check that the file is complete and not protected by a password, and try again.',
  },
  CND_FILE_EMPTY: { happened: 'The file holds no rows.', remedy: 'Export the answers again and drop the new file.' },
  CND_FILE_NOT_A_TABLE: {
    happened: 'This is not a table that can be read.',
    remedy: 'Export the answers as CSV, TSV or XLSX.',
  },
  CND_FILE_TOO_LARGE: { happened: 'The file is too large.', remedy: 'Split the file, or export fewer columns.' },
  CND_CELL_TOO_LARGE: {
    happened: 'One cell is far too large.',
    remedy: 'Look for a quotation mark that is never closed, near the line named.',
  },
  CND_TOO_MANY_COLUMNS: {
    happened: 'The file has too many columns.',
    remedy: 'Export only the columns you need: the score, the date and, if you have it, the account.',
  },
  CND_SHEET_UNKNOWN: {
    happened: 'The workbook has no such sheet.',
    remedy: 'Choose one of the sheets listed.',
    terminal: 'Name one of the sheets listed with --sheet.',
  },
  CND_NO_SHEETS: {
    happened: 'A text file has no sheets.',
    remedy: 'Leave the name of the sheet out.',
    terminal: 'Leave out --sheet.',
  },
  CND_COLUMN_UNKNOWN: { happened: 'There is no such column.', remedy: 'Choose one of the columns listed.' },
  CND_COLUMN_AMBIGUOUS: {
    happened: 'Several columns have this name.',
    remedy: 'Give the column its number as well, as in “Score#2”.',
  },
  CND_NO_SCORE_COLUMN: {
    happened: 'No column with a score was found.',
    remedy: 'Choose the column that holds the score.',
    terminal: 'Name the column that holds the score with --score, in an import under "scores" of the --mapping.',
  },
  CND_NO_DATE_COLUMN: {
    happened: 'No column with the date of the answer was found.',
    remedy: 'Choose the column that holds the date.',
    terminal:
      'Name the column that holds the date of the answer with --date, in an import under "columns" of the --mapping.',
  },
  CND_DATE_AMBIGUOUS: {
    happened: 'The dates can be read with the day first or with the month first, and both fit the whole column.',
    remedy: 'Choose the order in which the dates are written.',
    terminal:
      'Say how the dates are written with --date-order dmy, mdy or ymd, in an import with "dateOrder" in the --mapping.',
  },
  CND_SEVERAL_SURVEYS: {
    happened: 'The file holds more than one survey. Pooling them would mix different questions.',
    remedy: 'Keep one of them: choose a column and its value.',
    terminal: 'Choose one with --where COL=VALUE.',
  },
  CND_NO_ROWS_LEFT: {
    happened: 'No row has this value.',
    remedy: 'Choose a value that the column has, or keep all rows.',
    terminal: 'Give --where a value that the column has, or leave --where out.',
  },
  CND_ALL_ROWS_REJECTED: {
    happened: 'No row could be used.',
    remedy: 'Look at the reasons listed, and choose the right columns or the right scale.',
  },
  CND_SCALES_MIXED: {
    happened: 'The answers come from more than one scale.',
    remedy: 'Choose the scale, or keep one part of the file by a column and its value.',
    terminal: 'Give the scale with --scale MIN-MAX, or keep one part with --where COL=VALUE.',
  },
  CND_IMPORT_MAPPING: {
    happened: 'The columns of the file are not matched in a way that can be used.',
    remedy: 'Correct the part that is named.',
  },
  CND_IMPORT_LEVEL: {
    happened: 'The survey is of the other level, and the two are never pooled.',
    remedy: 'Give the file another survey.',
  },
  CND_IMPORT_KNOWN: {
    happened: 'This file is imported already.',
    remedy: 'Undo that import first, if the file is to be read in another way.',
  },
  CND_IMPORT_STATE: {
    happened: 'This import cannot be undone now.',
    remedy: 'Look at the list of imports: only one that is done can be undone.',
  },
  CND_IMPORT_STOPPED: {
    happened: 'The import stopped before its end. Nothing of it was kept.',
    remedy: 'Import the file again.',
  },
  CND_USAGE: { happened: 'The command was not understood.', remedy: 'Run the command with --help.' },
  CND_EXPORT_TOO_LARGE: {
    happened: 'This format cannot hold so many answers.',
    remedy: 'Choose CSV, JSONL or Parquet, or fewer answers.',
  },
  CND_EXCHANGE_FILE: {
    happened: 'This is no whole, unchanged file of Candor.',
    remedy: 'Use another copy of the backup or of the workspace file.',
  },
  CND_EXCHANGE_NEWER: {
    happened: 'A newer Candor wrote this file.',
    remedy: 'Update Candor, then take the file in.',
  },
  CND_STORE_NOT_EMPTY: {
    happened: 'A backup is restored into an empty store only.',
    remedy: 'Set CANDOR_HOME to a new folder or DATABASE_URL to an empty database.',
  },
  CND_WORKSPACE_TAKEN: {
    happened: 'The store has this workspace, or one of this short name.',
    remedy: 'Choose another short name, or another store.',
    terminal: 'Give another short name with --slug, or use another store.',
  },
  CND_OUTPUT: { happened: 'The result cannot be written there.', remedy: 'Choose a file that can be written.' },
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;

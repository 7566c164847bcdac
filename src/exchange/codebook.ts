/** How the values of a column are to be read. */
export type ColumnKind = 'text' | 'integer' | 'number' | 'instant' | 'day' | 'yes-no';

/** A value that stands for something, such as an end of a scale. */
export interface ValueLabel {
  readonly value: number;
  readonly label: string;
}

/** What one column of an export holds. */
export interface CodebookColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** What it is; for a question, its text. */
  readonly label: string;
  readonly scale?: { readonly minimum: number; readonly maximum: number };
  readonly values?: readonly ValueLabel[];
  /** The metric that is computed from it, and the version of its definition. */
  readonly metric?: { readonly id: string; readonly definition: string };
  /** The question: survey, key, and the versions of the survey that ask it. */
  readonly question?: { readonly survey: string; readonly key: string; readonly versions: readonly number[] };
  /** Names a person. */
  readonly personal?: true;
}

/** What an export holds, for people and programs: it travels with every file. */
export interface Codebook {
  readonly format: 'candor-answers';
  readonly version: 1;
  readonly engine: string;
  readonly workspace: string;
  readonly timeZone: string;
  readonly exportedAt: string;
  /** The filters as they stand in the address bar; empty for all answers. */
  readonly view: string;
  /** All responses that the filters choose, or only those that a figure of the view counts. */
  readonly rows: 'all' | 'counted';
  /** What stands where an answer was not given, by format. */
  readonly missing: string;
  readonly columns: readonly CodebookColumn[];
}

/** One rule for all formats: nothing stands where nothing was answered; no number is ever a code for it. */
export const missingRule =
  'CSV and XLSX: empty cell; JSONL and Parquet: null; SAV: system-missing, or blanks in a text';

/** The codebook as the text of its companion file. */
export function codebookText(codebook: Codebook): string {
  return `${JSON.stringify(codebook, null, 2)}\n`;
}

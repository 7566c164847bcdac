import type { MetricFamily } from './metric-definition.ts';

/** A column of names as small integers: `names[codes[i]]` is the value of answer i; -1 means no value. */
export interface CodedColumn {
  readonly codes: Int32Array;
  readonly names: readonly string[];
}

/** Why a respondent's view counts, as far as a column of a file tells. */
export type RespondentRole = 'contact person' | 'user' | 'payer' | 'decision maker' | 'other';

/**
 * Answers that count, one element each, in the order of the file. All columns have the same length.
 * `days` are calendar days in the audit's time zone, as days since 1970-01-01.
 */
export interface AnswerSeries {
  readonly scores: Float64Array;
  readonly days: Int32Array;
  readonly account?: CodedColumn;
  /** Names as in the file. */
  readonly role?: CodedColumn;
  /** What each name of `role` was taken to mean, same order as `role.names`. */
  readonly roleMeaning?: readonly RespondentRole[];
  /** Yearly revenue of the answer's account; NaN where the cell is empty. */
  readonly revenue?: Float64Array;
  readonly touchpoint?: CodedColumn;
  /** Survey level (encounter or relationship) as named in the file, and what each name was taken to mean. */
  readonly level?: CodedColumn;
  readonly levelMeaning?: readonly ('encounter' | 'relationship' | 'other')[];
  /** Version of the questionnaire or wording, where a column tells. */
  readonly version?: CodedColumn;
  /** Whole days between asking and answering; -1 where it is not known when the answer was asked for. */
  readonly wait?: Int32Array;
  /** The metric families for which the file has a column. */
  readonly families: readonly MetricFamily[];
  /** How many columns are questions put to the respondent. */
  readonly questions: number;
}

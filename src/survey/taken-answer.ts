/**
 * The answer to one question as it is kept. A scale has a score, a choice its option keys in the order of the
 * questionnaire (and the words of "something else"), a text its words, a consent the one choice `given`.
 */
export interface TakenAnswer {
  readonly question: string;
  readonly score?: number;
  readonly choices?: readonly string[];
  readonly words?: string;
}

/**
 * What is wrong with one value. `needed` to `unreadable` are for the respondent to mend; `unknown-question` and
 * `not-shown` are not his doing (a stale field, a branch left by going back): the value does not count and that is all.
 */
export type AnswerProblemCode =
  | 'needed'
  | 'outside-scale'
  | 'unknown-option'
  | 'too-many'
  | 'too-long'
  | 'unreadable'
  | 'unknown-question'
  | 'not-shown';

export interface AnswerProblem {
  readonly question: string;
  readonly code: AnswerProblemCode;
}

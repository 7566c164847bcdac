/** What is wrong with a questionnaire that has the right form. A survey with any of these is not published. */
export type SurveyProblemCode =
  | 'no-questions'
  | 'duplicate-language'
  | 'duplicate-key'
  | 'unknown-question'
  | 'forward-reference'
  | 'unknown-option'
  | 'value-does-not-fit'
  | 'scale-does-not-fit'
  | 'pair'
  | 'missing-translation'
  | 'unknown-slot'
  | 'contrast';

export interface SurveyProblem {
  /** Where, as `pages.0.questions.2.when`. */
  readonly path: string;
  readonly code: SurveyProblemCode;
  readonly message: string;
  /** The language whose text is missing. */
  readonly language?: string;
}

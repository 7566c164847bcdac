import type { Questionnaire } from '../survey/index.ts';

/** One question as the store knows it. */
export interface StoredQuestion {
  readonly id: string;
  readonly key: string;
  readonly scaleMinimum: number | null;
  readonly scalePoints: number | null;
}

/** A version of a survey with all that its page needs. */
export interface AskedVersion {
  readonly id: string;
  readonly questionnaire: Questionnaire;
  readonly questions: ReadonlyMap<string, StoredQuestion>;
  /** Tells one wording from another; kept with every answer. */
  readonly wording: string;
}

import type { Estimate } from './estimate.ts';

/** What may be said about a change. An arrow never stands alone. */
export type Verdict = 'rose' | 'fell' | 'no evidence of change' | 'not enough data';

/** Did the figure move beyond what chance alone would do? `difference` is after minus before. */
export interface Comparison {
  readonly before: Estimate;
  readonly after: Estimate;
  readonly difference: Estimate;
  readonly pValue: number;
  readonly verdict: Verdict;
  /** The change found with 80 % power by a two-sided test at 5 %. */
  readonly minimumDetectableChange: number;
}

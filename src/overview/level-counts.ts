import type { Break, PeriodOrdinal } from '../audit/index.ts';
import type { ClusteredTally, MetricDefinition, ScoreTally } from '../metrics/index.ts';
import type { SurveyLevel } from '../view/index.ts';
import type { AccountSums } from './account-sums.ts';

/** Answers of one level in every period of a window, in order. The level is part of the type: two never mix. */
export interface LevelCounts<Level extends SurveyLevel> {
  readonly level: Level;
  readonly periods: readonly PeriodCounts[];
  /** New versions of the questionnaire; those of the metric are found from the periods. */
  readonly breaks: readonly Break[];
}

export interface PeriodCounts {
  readonly ordinal: PeriodOrdinal;
  readonly period: string;
  /** Days, half-open, cut at the ends of the window. */
  readonly from: string;
  readonly to: string;
  /** The definition in force when the period began, and its version. */
  readonly definition: MetricDefinition;
  readonly version: number;
  /** Answers of the view. */
  readonly tally: ScoreTally;
  /** All answers of the level in the period, by account; absent where no answer has one. */
  readonly whole?: { readonly tally: ScoreTally; readonly sums: AccountSums };
  /** Fewer respondents than the floor, for a reader to whom it applies. */
  readonly hidden?: true;
}

/**
 * What the answers of one account cost at this level: the design effects of the periods, weighted by their answers. That
 * of one period of few accounts would be noise. Of the whole level also where the view shows a part of it.
 */
export interface PooledDesign {
  readonly designEffect: number;
  /** Answers of the level belong to accounts. */
  readonly clustered: boolean;
}

/** Counts with the pooled design effect; at most as many accounts as answered in the period. */
export function clusteredTally(
  tally: ScoreTally,
  { designEffect, clustered }: PooledDesign,
  accounts: number,
): ClusteredTally {
  if (!clustered) return { tally };
  return { tally, clusters: { designEffect, accounts: Math.max(1, Math.min(accounts, tally.n)) } };
}

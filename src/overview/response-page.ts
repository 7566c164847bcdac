import type { SurveyLevel, View } from '../view/index.ts';

/** The rows behind a figure, newest first: the answer of GET /responses. */
export interface ResponsePage {
  readonly view: View;
  /** Days covered, half-open. */
  readonly from: string;
  readonly to: string;
  /** Periods left out since fewer respondents than the floor stand behind them; 0 for readers who may see them. */
  readonly hiddenPeriods: number;
  /** Counts over all rows of the view, by level: the two are never added together. On the first page only. */
  readonly head: readonly ResponseCounts[];
  readonly rows: readonly ResponseRow[];
  /** Opens the next page; absent on the last one. */
  readonly next?: string;
}

export interface ResponseCounts {
  readonly level: SurveyLevel;
  readonly responses: number;
  /** Persons; an anonymous response is a person of its own. */
  readonly respondents: number;
  readonly accounts: number;
  /** Answers to the metric: the n of the figure. */
  readonly answers: number;
}

/** One response. Fields that the reader may not see are absent. */
export interface ResponseRow {
  readonly id: string;
  readonly level: SurveyLevel;
  readonly survey: string;
  /** ISO instant and the day in the zone of the workspace. */
  readonly respondedAt: string;
  readonly day: string;
  /** Score of the metric of the view. */
  readonly score?: number;
  readonly scores: readonly RowScore[];
  readonly comments: readonly RowComment[];
  readonly touchpoint?: { readonly key: string; readonly name: string };
  readonly unit?: { readonly key: string; readonly name: string };
  readonly segment: string;
  readonly role: string;
  readonly channel: string;
  readonly account?: { readonly id: string; readonly name: string };
  readonly contact?: { readonly id: string; readonly name?: string; readonly email?: string };
}

export interface RowScore {
  readonly question: string;
  /** Id of the shipped metric the question is bound to, where it is. */
  readonly metric?: string;
  readonly score: number;
  readonly min: number;
  readonly max: number;
}

export interface RowComment {
  readonly question: string;
  readonly text: string;
}

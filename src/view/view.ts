import type { PeriodUnit } from '../audit/index.ts';

/** The two levels of asking: about one contact, and about the whole relationship. Never pooled. */
export const surveyLevels = ['relationship', 'encounter'] as const;
export type SurveyLevel = (typeof surveyLevels)[number];

/** The dimensions of a response that a page can filter by; each is also a way to break figures down. */
export const viewDimensions = ['touchpoint', 'segment', 'unit', 'role', 'channel'] as const;
export type ViewDimension = (typeof viewDimensions)[number];

export const periodUnits = ['week', 'month', 'quarter'] as const satisfies readonly PeriodUnit[];

/**
 * Which answers a page shows. The same value stands in the address bar, in the question to the server and in an export.
 * An empty list filters nothing; the empty text in a list stands for responses that have no such value.
 */
export interface View {
  /** Absent: both levels, side by side. */
  readonly level?: SurveyLevel;
  /** Key of a metric: a shipped one or one of the workspace. */
  readonly metric: string;
  /** Keys of touchpoints. */
  readonly touchpoint: readonly string[];
  readonly segment: readonly string[];
  /** Codes of org units. */
  readonly unit: readonly string[];
  readonly role: readonly string[];
  readonly channel: readonly string[];
  readonly period: PeriodUnit;
  /** First day, ISO. */
  readonly from?: string;
  /** Day after the last one, ISO. */
  readonly to?: string;
  /** Name of the period that the cards show. */
  readonly at?: string;
  /** What the table breaks down by; absent: relationship by role, encounters by touchpoint. */
  readonly by?: ViewDimension;
}

/** What a page shows when nobody chose anything. */
export const defaultView: View = {
  metric: 'nps',
  touchpoint: [],
  segment: [],
  unit: [],
  role: [],
  channel: [],
  period: 'month',
};

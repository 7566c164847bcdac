import type { PeriodUnit } from '../../audit/index.ts';
import type { Interval, Verdict } from '../../inference/index.ts';

/** A tick of the value axis, already written. */
export interface Tick {
  readonly value: number;
  readonly text: string;
}

export interface ValueAxis {
  readonly domain: Interval;
  readonly ticks: readonly Tick[];
}

/** One place on the axis of periods. `part` is the month, quarter or week within its year. */
export interface PeriodPlace {
  readonly axis: string;
  readonly year: string;
  readonly part: number;
}

export interface TrendPoint extends PeriodPlace {
  /** What the reader sees when he points at the period. */
  readonly title: string;
  /** Absent for a period without answers. */
  readonly value?: number;
  readonly interval?: Interval;
  /** Drawn hollow: too few answers, or not a whole period. */
  readonly doubtful: boolean;
}

export interface TrendLevel {
  /** Indices into the points, both included. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly noise: Interval;
  readonly label: string;
  readonly short: string;
}

/** A change that is proven, with its word. */
export interface TrendMove {
  readonly index: number;
  readonly direction: 'rose' | 'fell';
  readonly word: string;
  readonly detail: string;
}

export interface TrendChart {
  readonly unit: PeriodUnit;
  readonly points: readonly TrendPoint[];
  readonly levels: readonly TrendLevel[];
  readonly moves: readonly TrendMove[];
  readonly breaks: readonly { readonly index: number; readonly label: string }[];
  readonly next: PeriodPlace & { readonly label: string };
  readonly axis: ValueAxis;
  readonly alternative: string;
}

export interface ChangePoint extends PeriodPlace {
  readonly title: string;
  readonly value: number;
  readonly interval: Interval;
  /** What a test of this change alone would say. */
  readonly alone: Verdict;
  readonly together: Verdict;
  /** Written beside the change where a plain test colours it. */
  readonly figure: string;
}

export interface ChangesChart {
  readonly unit: PeriodUnit;
  readonly points: readonly ChangePoint[];
  readonly axis: ValueAxis;
  readonly axisLabel: string;
  readonly rows: readonly { readonly label: string; readonly note: string }[];
  readonly alternative: string;
}

/** One figure with its interval, as the bar of a table row. `few`: not enough data, drawn hollow and dotted. */
export interface IntervalBar {
  readonly value: number;
  readonly interval: Interval;
  readonly tone: 'rose' | 'fell' | 'plain' | 'few';
  readonly alternative: string;
}

/** `document` makes the elements: the browser's own, or happy-dom's on a server. `width` in CSS pixels. */
export interface DrawOptions {
  readonly document: Document;
  readonly width: number;
  /** In a card: lower, without a next period and without words at the side. */
  readonly card?: boolean;
}

/** A place on the line of what so many answers show. */
export interface PlanPoint {
  readonly answers: number;
  readonly change: number;
  readonly label: string;
}

export interface PlanChart {
  /** Ascending in answers. */
  readonly curve: readonly { readonly answers: number; readonly change: number }[];
  readonly now: PlanPoint;
  /** Absent where it lies outside of the picture. */
  readonly asked?: PlanPoint;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly xLabel: string;
  readonly yLabel: string;
  /** Upper end of the axis of changes. */
  readonly highest: number;
  readonly alternative: string;
}

import { dayOfIsoDate, isoDate, periodOf, periodStart } from '../audit/index.ts';

/** Days, half-open, that one tally counts. `date` is its column of days or of first days of months. */
export interface TallySpan {
  readonly table: 'tally' | 'trend_tally' | 'month_tally';
  readonly date: 'day' | 'month';
  readonly from: string;
  readonly to: string;
}

/** What a question about days needs to tell apart: the finest tally knows all, the coarsest only touchpoint and month. */
export interface TellsApart {
  readonly from: string;
  readonly to: string;
  /** More than the touchpoint: org unit, segment, role or channel. */
  readonly dimensions: boolean;
  /** Days or weeks, which a month cannot tell apart. */
  readonly daysOfMonth: boolean;
}

/**
 * From which tallies are these days counted with the fewest rows? Whole months come from the tally by month and what is
 * left at the ends from that by day; with further dimensions all of it from the finest one. Every day is in one span.
 */
export function tallySpans({ from, to, dimensions, daysOfMonth }: TellsApart): readonly TallySpan[] {
  if (dimensions) return [{ table: 'tally', date: 'day', from, to }];
  const first = firstOfMonth(dayOfIsoDate(from)! - 1, 1);
  const next = firstOfMonth(dayOfIsoDate(to)!, 0);
  if (daysOfMonth || first >= next) return [{ table: 'trend_tally', date: 'day', from, to }];
  const days = (start: string, end: string): TallySpan[] =>
    start < end ? [{ table: 'trend_tally', date: 'day', from: start, to: end }] : [];
  return [{ table: 'month_tally', date: 'month', from: first, to: next }, ...days(from, first), ...days(next, to)];
}

const firstOfMonth = (day: number, later: number) => isoDate(periodStart(periodOf(day, 'month') + later, 'month'));

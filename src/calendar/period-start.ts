/** The lengths of time that people count by. */
export const calendarPeriods = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type CalendarPeriod = (typeof calendarPeriods)[number];

const dayMilliseconds = 86_400_000;

/** A calendar day (since 1970-01-01) as ISO 8601 writes it: 2026-03-29. */
export function isoDay(day: number): string {
  return new Date(day * dayMilliseconds).toISOString().slice(0, 10);
}

/** The weekday of a calendar day: 0 is Monday, 6 is Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The first day of the period that a day lies in; weeks begin on Monday (ISO 8601). */
export function periodStart(day: number, period: CalendarPeriod): number {
  if (period === 'day') return day;
  if (period === 'week') return day - weekdayOf(day);
  const date = new Date(day * dayMilliseconds);
  const month = date.getUTCMonth();
  const first = period === 'month' ? month : period === 'quarter' ? month - (month % 3) : 0;
  return Math.floor(Date.UTC(date.getUTCFullYear(), first, 1) / dayMilliseconds);
}

import { CandorError } from '../errors/index.ts';
import { law } from './law.ts';

/** The months of the company, 1 the first; no clock: the last month is an argument. */
export interface Calendar {
  readonly months: readonly CalendarMonth[];
  /** Days of the whole window. */
  readonly days: number;
}

export interface CalendarMonth {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  /** "2026-10" */
  readonly text: string;
  readonly days: number;
  /** Days of the window before this month. */
  readonly before: number;
  /** Days of the month (1..) from Monday to Friday. */
  readonly workingDays: readonly number[];
}

/** The window of the company that ends with this month, written as "2026-10". */
export function calendarUntil(lastMonth: string): Calendar {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(lastMonth) ?? [];
  if (year === undefined || Number(year) < 1904) {
    throw new CandorError('CND_ARGUMENT', `a world needs its last month as "2026-10", got "${lastMonth}"`, {
      lastMonth,
    });
  }
  const first = Number(year) * 12 + Number(month) - law.months;
  const months: CalendarMonth[] = [];
  let before = 0;
  for (let i = 0; i < law.months; i += 1) {
    const next = calendarMonth(Math.floor((first + i) / 12), ((first + i) % 12) + 1, before);
    months.push(next);
    before += next.days;
  }
  return { months, days: before };
}

function calendarMonth(year: number, month: number, before: number): CalendarMonth {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
  const workingDays = Array.from({ length: days }, (_, i) => i + 1).filter((day) => weekday(year, month, day) < 5);
  return { year, month, text: `${year}-${two(month)}`, days, before, workingDays };
}

/** 0 is Monday. Source: Sakamoto's table of month offsets. */
function weekday(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year;
  const offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]!;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + offset + day + 6) % 7;
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** A moment as ISO text: `month` 1.. of the window, `minute` since the beginning of that month, in UTC. */
export function momentText(calendar: Calendar, month: number, minute: number): string {
  const day = Math.floor(minute / 1440);
  const hour = Math.floor((minute % 1440) / 60);
  return `${calendar.months[month - 1]!.text}-${two(day + 1)}T${two(hour)}:${two(minute % 60)}:00Z`;
}

/** The last day of a month of the window. */
export function lastDayText(calendar: Calendar, month: number): string {
  const { text, days } = calendar.months[month - 1]!;
  return `${text}-${two(days)}`;
}

/** The month (1..) of a day of the window, counted from 0. */
export function monthAt(calendar: Calendar, day: number): number {
  // No month is longer than 31 days, so the search starts at or before the right one.
  let month = Math.floor(day / 31) + 1;
  while (month < law.months && calendar.months[month]!.before <= day) month += 1;
  return month;
}

/**
 * The last month that is over at a moment, in UTC.
 * @example monthBefore(new Date('2026-01-15T00:00:00Z')) // => "2025-12"
 */
export function monthBefore(now: Date): string {
  const months = now.getUTCFullYear() * 12 + now.getUTCMonth() - 1;
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}`;
}

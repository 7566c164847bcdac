import type { PeriodUnit } from './audit-result.ts';

/** Ordinal of the period that holds a calendar day; neighbouring periods have neighbouring ordinals. */
export type PeriodOrdinal = number;

interface CivilDate {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  readonly day: number;
}

/** Proleptic Gregorian date of a day number; after Hinnant, chrono-compatible low-level date algorithms (2013). */
export function civilDate(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719_468; // days since 0000-03-01
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Day number of a date; the inverse of `civilDate`. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** "2026-03-01" of a day number. */
export function isoDate(day: number): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${padYear(year)}-${pad(month)}-${pad(dayOfMonth)}`;
}

/** Which period holds the day? Weeks are ISO weeks (Monday first), quarters start in January. */
export function periodOf(day: number, unit: PeriodUnit): PeriodOrdinal {
  if (unit === 'week') return Math.floor((day + 3) / 7); // 1970-01-01 was a Thursday
  const { year, month } = civilDate(day);
  return unit === 'month' ? year * 12 + month - 1 : year * 4 + Math.floor((month - 1) / 3);
}

/** First day of a period, as a day number. The period ends before the first day of the next one. */
export function periodStart(ordinal: PeriodOrdinal, unit: PeriodUnit): number {
  if (unit === 'week') return ordinal * 7 - 3;
  if (unit === 'month') return dayNumber(Math.floor(ordinal / 12), (ordinal % 12) + 1, 1);
  return dayNumber(Math.floor(ordinal / 4), (ordinal % 4) * 3 + 1, 1);
}

/** "2026-03", "2026-Q1" or "2026-W05" (the ISO year of the week's Thursday). */
export function periodName(ordinal: PeriodOrdinal, unit: PeriodUnit): string {
  const start = periodStart(ordinal, unit);
  if (unit === 'week') {
    const { year } = civilDate(start + 3);
    const firstThursday = periodStart(periodOf(dayNumber(year, 1, 4), 'week'), 'week');
    return `${padYear(year)}-W${pad((start - firstThursday) / 7 + 1)}`;
  }
  const { year, month } = civilDate(start);
  return unit === 'month' ? `${padYear(year)}-${pad(month)}` : `${padYear(year)}-Q${(month - 1) / 3 + 1}`;
}

const pad = (value: number) => String(value).padStart(2, '0');
const padYear = (value: number) => String(value).padStart(4, '0');

/** Day number of "2026-03-01"; undefined where it is no day of the calendar. */
export function dayOfIsoDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return undefined;
  const day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  return isoDate(day) === text ? day : undefined;
}

/** The period of a name such as "2026-03", "2026-Q1" or "2026-W05"; undefined where it is no period of this unit. */
export function parsePeriodName(name: string, unit: PeriodUnit): PeriodOrdinal | undefined {
  const match = /^(\d{4})-(W|Q|)(\d{1,2})$/.exec(name);
  if (!match) return undefined;
  const [year, number] = [Number(match[1]), Number(match[3])];
  const ordinal =
    unit === 'week'
      ? periodOf(dayNumber(year, 1, 4), 'week') + number - 1
      : unit === 'month'
        ? year * 12 + number - 1
        : year * 4 + number - 1;
  return periodName(ordinal, unit) === name ? ordinal : undefined;
}

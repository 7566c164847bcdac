import type { Language } from './language.ts';
import { tie } from './numbers.ts';
import { periodName } from './period-names.ts';

/**
 * How is a day ("2026-11-06") written where the year is known?
 * Anything that is not an ISO day comes back as it is.
 * @example dayText('2026-11-06', 'fi') // => "6.11."
 */
export function dayText(day: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (!match) return day;
  const [, year, month, date] = match;
  if (language === 'fi') return `${Number(date)}.${Number(month)}.`;
  const { bare } = periodName(`${year}-${month}`, { unit: 'month', language, withYear: false });
  return `${Number(date)}${tie}${bare}`;
}

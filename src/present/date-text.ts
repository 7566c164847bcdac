import type { Language } from './language.ts';
import { tie } from './numbers.ts';
import { periodName } from './period-names.ts';

/**
 * How is a day ("2026-01-31") written?
 * Anything that is not an ISO day comes back as it is.
 * @example dateText('2026-01-31', 'fi') // => "31.1.2026"
 */
export function dateText(day: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (!match) return day;
  const [, year, month, date] = match;
  if (language === 'fi') return `${Number(date)}.${Number(month)}.${year}`;
  const { bare } = periodName(`${year}-${month}`, { unit: 'month', language, withYear: false });
  return `${Number(date)}${tie}${bare}${tie}${year}`;
}

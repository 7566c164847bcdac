import type { Language } from '../../present/index.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fi: 'fi-FI', sv: 'sv-SE' };

/** The time of the day in the zone of the workspace: 09:42, in Finnish 9.42. */
export function clockText(at: Date | string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit', timeZone }).format(
    new Date(at),
  );
}

/** A day and its time, as lists of what happened name it. */
export function momentText(at: Date | string, language: Language, timeZone: string): string {
  return new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(at));
}

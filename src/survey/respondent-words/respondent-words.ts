import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';
import type { RespondentWords } from './words.ts';

/** The languages in which the pages around a survey speak; the survey itself may be in any. */
export const respondentLanguages = ['en', 'fi', 'sv', 'de', 'ar'] as const;
export type RespondentLanguage = (typeof respondentLanguages)[number];

/**
 * The words of the pages around a survey. The compiler asks for every word in every language.
 */
export const respondentWords: Readonly<Record<RespondentLanguage, RespondentWords>> = { en, fi, sv, de, ar };

/**
 * In which language do the pages speak to someone who answers in this one? Its own where they have it, else English.
 * @example respondentLanguage("fi-FI") // => "fi"
 * @example respondentLanguage("et") // => "en"
 */
export function respondentLanguage(language: string): RespondentLanguage {
  const name = language.toLowerCase().split('-')[0];
  return respondentLanguages.find((known) => known === name) ?? 'en';
}

import type { Context } from 'hono';
import {
  languageFor,
  type RespondentWords,
  respondentLanguage,
  respondentLanguages,
  respondentWords,
} from '../../survey/index.ts';
import type { RouteEnv } from '../context.ts';

/** What the browser would like to read, best first. */
export function wishesOf(c: Context<RouteEnv>): string[] {
  return (c.req.header('accept-language') ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/);
      return { tag, weight: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ tag, weight }) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag) && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

/** The words of a page that belongs to no survey, in the first of these languages that there is. */
export function wordsIn(wishes: readonly string[]): { readonly language: string; readonly words: RespondentWords } {
  const language = languageFor({ languages: respondentLanguages }, wishes);
  return { language, words: respondentWords[respondentLanguage(language)] };
}

/** A language by its own name, for the switch. */
export function ownName(language: string): string {
  const known = respondentWords[respondentLanguage(language)];
  if (respondentLanguage(language) === language.toLowerCase()) return known.languageName;
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

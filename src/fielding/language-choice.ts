import type { SurveyFacts } from './facts.ts';
import type { ProgrammeRules } from './programme-rules.ts';

/**
 * In which language is a person asked? The first of his wishes that the survey has (`fi-FI` takes `fi`, and `pt` takes
 * `pt-BR`), else the fallback of the rules, else the language that the survey was written in.
 */
export function languageFor(
  { prefer, fallback }: ProgrammeRules['language'],
  { languages }: Pick<SurveyFacts, 'languages'>,
  whose: { readonly [Who in 'contact' | 'account']?: { readonly language?: string } | undefined },
): string {
  for (const wish of [...prefer.map((who) => whose[who]?.language), fallback]) {
    const found = wish === undefined ? undefined : languageAmong(wish, languages);
    if (found !== undefined) return found;
  }
  return languages[0] ?? fallback;
}

function languageAmong(wish: string, languages: readonly string[]): string | undefined {
  const plain = (tag: string) => tag.toLowerCase();
  const primary = (tag: string) => plain(tag).split('-')[0];
  return (
    languages.find((tag) => plain(tag) === plain(wish)) ??
    languages.find((tag) => plain(tag) === primary(wish)) ??
    languages.find((tag) => primary(tag) === primary(wish))
  );
}

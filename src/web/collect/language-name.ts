import type { Language } from '../../present/index.ts';

/** A language by its name in the language of the reader; the tag where the browser knows none. */
export function languageName(tag: string, reader: Language): string {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

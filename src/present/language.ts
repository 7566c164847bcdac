/** The languages of everything a person reads. Each has a complete dictionary; a test says so. */
export const languages = ['en', 'fi', 'sv'] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name, as it stands in the language switch. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', fi: 'Suomi', sv: 'Svenska' };

/**
 * Which language did the reader ask for?
 * Takes any text (an address, a browser's `fi-FI`) and answers the first language that is known, else English.
 * It refuses nothing: an unknown language is no reason not to show the page.
 * @example languageOf('sv-FI') // => "sv"
 */
export function languageOf(...wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const primary = wish?.toLowerCase().split(/[-_]/)[0];
    const known = languages.find((language) => language === primary);
    if (known) return known;
  }
  return 'en';
}

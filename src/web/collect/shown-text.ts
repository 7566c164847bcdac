/** A text as whoever edits it reads it best: in his language, else in the first that it is written in. */
export function shownText(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[language] ?? Object.values(texts)[0] ?? '';
}

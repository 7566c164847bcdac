import { describe, expect, it } from 'vitest';
import { respondentLanguage, respondentLanguages, respondentWords } from './respondent-words.ts';

/** Every word of a language by its path; functions called with numbers that show themselves. */
function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return [
      [path, String(value(7, 13))],
      [`${path}(1)`, String(value(1, 1))],
    ];
  return Object.entries(value as object).flatMap(([key, inner]) => flat(inner, `${path}.${key}`));
}

describe('the words around a survey', () => {
  const english = new Map(flat(respondentWords.en));

  it.each(respondentLanguages)('are all there in %s, and of its own', (language) => {
    const words = flat(respondentWords[language]);
    expect(words.map(([path]) => path)).toEqual([...english.keys()]);
    for (const [path, text] of words) {
      expect(text.trim(), path).toBe(text);
      expect(text, path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|\{\{|<[a-z]/);
      if (language !== 'en') expect(text, path).not.toBe(english.get(path));
      if (language === 'ar') expect(text, path).toMatch(/\p{Script=Arabic}/u);
    }
  });

  it.each(respondentLanguages)('say their numbers in %s', (language) => {
    const words = respondentWords[language];
    expect(words.questionOf(2, 5)).toMatch(/2.*5/);
    expect(words.chooseAtMost(3)).toContain('3');
    expect(words.problems(4)).toContain('4');
    expect(words.preselected(9)).toContain('9');
  });

  it.each([
    ['fi-FI', 'fi'],
    ['SV', 'sv'],
    ['ar-EG', 'ar'],
    ['de-AT', 'de'],
    ['et', 'en'],
    ['', 'en'],
  ])('%s is answered in %s', (tag, wanted) => expect(respondentLanguage(tag)).toBe(wanted));
});

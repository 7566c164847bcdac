import { describe, expect, it } from 'vitest';
import {
  contrastRatio,
  defaultTheme,
  directionOf,
  labelColour,
  languageFor,
  templateFor,
  textIn,
  themeProblems,
} from './index.ts';

describe('the text in a language', () => {
  const texts = { en: 'Hello', 'sv-FI': 'Hejsan', 'zh-Hans': '您好', 'zh-Hant': '你好' };
  it.each([
    ['en', 'en', 'Hello'],
    ['en-GB', 'sv', 'Hello'],
    ['sv', 'en', 'Hejsan'],
    ['sv-SE', 'en', 'Hejsan'],
    ['zh-Hant-HK', 'en', '你好'],
    ['EN', 'sv', 'Hello'],
    ['de', 'sv', 'Hejsan'],
    ['de', 'fr', 'Hello'],
    ['', '', 'Hello'],
  ])('%s, else %s, is %s', (language, fallback, wanted) => expect(textIn(texts, language, fallback)).toBe(wanted));

  it('is empty where there is none', () => expect(textIn({}, 'en', 'en')).toBe(''));

  it('is chosen by the first wish that the survey has', () => {
    const q = templateFor('visit', ['fi', 'en', 'ar']);
    expect(languageFor(q, ['de', 'ar-EG', 'en'])).toBe('ar');
    expect(languageFor(q, ['de'])).toBe('fi');
    expect(languageFor(q, [])).toBe('fi');
  });
});

describe('the direction of a language', () => {
  it.each(['ar', 'ar-EG', 'he', 'fa', 'ur-PK', 'ckb', 'az-Arab', 'uz-Arab-AF', 'AR'])(
    '%s is from right to left',
    (tag) => expect(directionOf(tag)).toBe('rtl'),
  );
  it.each(['en', 'fi', 'sv', 'de', 'ar-Latn', 'az', 'arn', 'hea', ''])('%s is from left to right', (tag) =>
    expect(directionOf(tag)).toBe('ltr'),
  );
});

describe('the contrast of a theme', () => {
  // From the definition in WCAG 2.2: 1 to 21, and #767676 as the lightest grey that passes on white.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#FFFFFF', 1],
    ['#767676', '#ffffff', 4.542],
    ['#777777', '#ffffff', 4.478],
    ['#ff0000', '#ffffff', 3.998],
  ])('of %s on %s is %f', (one, other, wanted) => {
    expect(contrastRatio(one, other)).toBeCloseTo(wanted, 3);
    expect(contrastRatio(other, one)).toBe(contrastRatio(one, other));
  });

  it('passes in the colours of Candor, also on a dark ground', () => {
    expect(themeProblems(defaultTheme)).toEqual([]);
    expect(themeProblems({ accent: '#6fa8e6', ground: '#0f161c', ink: '#e8edf2' })).toEqual([]);
  });

  it('names every pair that fails, and does not round up', () => {
    const pale = themeProblems({ accent: '#999999', ground: '#ffffff', ink: '#777777' });
    expect(pale.map(({ pair }) => pair)).toEqual(['ink-on-ground', 'accent-on-ground', 'label-on-accent']);
    expect(pale[0]!.message).toContain('4.47:1');
  });

  it('writes on a light accent in ink', () => {
    expect(labelColour({ accent: '#ffd400', ground: '#ffffff', ink: '#16202a' })).toBe('#16202a');
    expect(themeProblems({ accent: '#ffd400', ground: '#ffffff', ink: '#16202a' }).map(({ pair }) => pair)).toEqual([
      'accent-on-ground',
    ]);
  });
});

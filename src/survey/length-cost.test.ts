import { describe, expect, it } from 'vitest';
import { lengthCost, lengthModel, parseQuestionnaire, type Question, questionSeconds, templateFor } from './index.ts';

const text = (words: string) => ({ en: words });
const scale = (key: string, when?: unknown) => ({
  kind: 'scale',
  key,
  text: text('x'.repeat(40)),
  metric: 'mean',
  scale: { minimum: 1, points: 5 },
  anchors: { low: text('Low'), high: text('High') },
  ...(when ? { when } : {}),
});
const survey = (...pages: unknown[][]) =>
  parseQuestionnaire({
    languages: ['en'],
    title: text('T'),
    pages: pages.map((questions, k) => ({ key: `p${k}`, questions })),
  });

describe('the length of a questionnaire', () => {
  it('is reading, acting and turning pages', () => {
    const { longest, typical, isExact } = lengthCost(survey([scale('a')], [scale('b')]));
    const one = 47 * 0.068 + 3;
    expect(longest.seconds).toBeCloseTo(2 * one + 2 * 2, 10);
    expect([longest.questions, typical, isExact]).toEqual([2, longest, true]);
  });

  it('counts each kind by what there is to do', () => {
    const options = [
      { key: 'a', text: text('aa') },
      { key: 'b', text: text('bb') },
    ];
    const seconds = (question: unknown) => questionSeconds(survey([question]).pages[0]!.questions[0] as Question, 'en');
    const read = lengthModel.readCharacter;
    expect(seconds({ kind: 'single', key: 'k', text: text('Q'), options })).toBeCloseTo(5 * read + 2, 10);
    expect(seconds({ kind: 'multiple', key: 'k', text: text('Q'), help: text('H'), options })).toBeCloseTo(
      6 * read + 3,
      10,
    );
    expect(seconds({ kind: 'consent', key: 'k', text: text('Q'), purpose: 'p' })).toBeCloseTo(read + 2, 10);
    expect(
      seconds({
        ...scale('k'),
        kind: 'matrix',
        rows: [
          { key: 'r', text: text('R') },
          { key: 's', text: text('S') },
        ],
      }),
    ).toBeCloseTo(49 * read + 6, 10);
  });

  it('counts the longest way of two that exclude each other, not both', () => {
    const low = { question: 'a', is: 'atMost', value: 2 };
    const q = survey(
      [{ ...scale('a'), required: true }],
      [scale('b', low), scale('c', low)],
      [scale('d', { not: low })],
    );
    const { longest, typical } = lengthCost(q);
    expect(longest.questions).toBe(3);
    // Three of five scores skip the two questions of the second page.
    expect(typical.questions).toBe(2);
    expect(typical.seconds).toBeLessThan(longest.seconds);
  });

  it('walks branches on choices, words and consent', () => {
    const options = ['a', 'b', 'c'].map((key) => ({ key, text: text(key) }));
    const both = {
      all: [
        { question: 'm', is: 'includes', value: 'a' },
        { question: 'm', is: 'includes', value: 'c' },
      ],
    };
    const m = { kind: 'multiple', key: 'm', text: text('M'), options };
    const t = { kind: 'text', key: 't', text: text('T'), longest: 5 };
    const c = { kind: 'consent', key: 'c', text: text('C'), purpose: 'p' };
    const told = {
      all: [
        { question: 't', is: 'answered' },
        { question: 'c', is: 'answered' },
      ],
    };
    expect(lengthCost(survey([m, scale('x', both)])).longest.questions).toBe(2);
    expect(lengthCost(survey([{ ...m, atMost: 1 }, scale('x', both)])).longest.questions).toBe(1);
    expect(lengthCost(survey([t, c, scale('x', told)])).longest.questions).toBe(3);
  });

  it('gives a bound where there are more ways than can be walked, soon', () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
    const q = survey([
      ...keys.map((key) => scale(key)),
      ...keys.map((key) => scale(`${key}2`, { question: key, is: 'equals', value: 3 })),
    ]);
    const started = performance.now();
    const { longest, typical, isExact } = lengthCost(q);
    expect(performance.now() - started).toBeLessThan(2000);
    expect([isExact, longest.questions]).toEqual([false, 12]);
    expect(typical.questions).toBeLessThan(9);
  });

  it('keeps the promise that a ready survey takes about a minute', () => {
    for (const touchpoint of ['purchase', 'web', 'relationship'] as const) {
      const { seconds } = lengthCost(templateFor(touchpoint, ['fi'])).longest;
      expect(seconds).toBeGreaterThan(30);
      expect(seconds).toBeLessThan(75);
    }
  });
});

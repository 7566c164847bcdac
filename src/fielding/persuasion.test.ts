import { describe, expect, it } from 'vitest';
import { metricDefinition } from '../metrics/index.ts';
import { randomStream } from '../numeric/index.ts';
import { judgeVariants, type PersuadedAnswer, persuasionEffect } from './index.ts';

describe('variants', () => {
  it('are judged by valid answers per invitation, each against the first', () => {
    const [plain, warm, late] = judgeVariants([
      { name: 'plain', invited: 1000, validAnswers: 200 },
      { name: 'warm', invited: 1000, validAnswers: 280 },
      { name: 'late', invited: 1000, validAnswers: 205 },
    ]);
    expect(plain).toEqual({ name: 'plain', estimate: expect.objectContaining({ value: 0.2, n: 1000 }) });
    expect(warm!.comparison).toMatchObject({ verdict: 'rose' });
    expect(late!.comparison).toMatchObject({ verdict: 'no evidence of change' });
  });

  it('are corrected together: what is found alone may not be found among five', () => {
    const control = { name: 'control', invited: 500, validAnswers: 100 };
    const better = { name: 'better', invited: 500, validAnswers: 127 };
    const alike = [1, 2, 3, 4].map((i) => ({ name: `alike ${i}`, invited: 500, validAnswers: 100 }));
    expect(judgeVariants([control, better])[1]!.comparison!.verdict).toBe('rose');
    const among = judgeVariants([control, better, ...alike])[1]!.comparison!;
    expect(among.verdict).toBe('no evidence of change');
    expect(among.adjustedPValue).toBeCloseTo(5 * among.pValue, 12);
  });

  it('call a difference where there is none in at most 5 of 100 programmes', () => {
    const stream = randomStream(4, 1, 1);
    let called = 0;
    for (let i = 0; i < 1000; i += 1) {
      const results = ['a', 'b', 'c'].map((name) => ({ name, invited: 300, validAnswers: stream.binomial(300, 0.25) }));
      const verdicts = judgeVariants(results).map(({ comparison }) => comparison?.verdict);
      if (verdicts.includes('rose') || verdicts.includes('fell')) called += 1;
    }
    // The band was stated before the run: 5 % plus 2.6 standard errors of 1,000 draws.
    expect(called).toBeLessThanOrEqual(68);
    expect(called).toBeGreaterThan(10);
  });

  it('refuse one alone, double names and counts that cannot be', () => {
    expect(() => judgeVariants([{ name: 'a', invited: 1, validAnswers: 1 }])).toThrow(/two variants/);
    expect(() =>
      judgeVariants([
        { name: 'a', invited: 1, validAnswers: 1 },
        { name: 'a', invited: 1, validAnswers: 1 },
      ]),
    ).toThrow(/each once/);
    expect(() =>
      judgeVariants([
        { name: 'a', invited: 1, validAnswers: 2 },
        { name: 'b', invited: 1, validAnswers: 1 },
      ]),
    ).toThrow(/successes/);
  });
});

const answers = (count: number, own: Omit<PersuadedAnswer, 'score'>, scores: readonly number[]): PersuadedAnswer[] =>
  Array.from({ length: count }, (_, i) => ({ ...own, score: scores[i % scores.length]! }));
const nps = metricDefinition('nps');

describe('the effect of persuasion on the score', () => {
  const early = answers(200, { days: 1, reminders: 0 }, [10, 9, 9, 8, 3]);
  const late = answers(150, { days: 2.5, reminders: 0 }, [10, 9, 9, 8, 3]);
  const reminded = answers(150, { days: 4, reminders: 1 }, [10, 7, 6, 3, 2]);

  it('stands beside the score: early, late, reminded, with and without', () => {
    const effect = persuasionEffect(nps, [...early, ...late, ...reminded]);
    expect(effect.earlyDays).toBe(1);
    expect(effect.groups.map(({ group, estimate }) => [group, estimate.value, estimate.n])).toEqual([
      ['early', 40, 200],
      ['late', 40, 150],
      ['reminded', -40, 150],
    ]);
    expect(effect.comparisons.map(({ group, verdict }) => [group, verdict])).toEqual([
      ['late', 'no evidence of change'],
      ['reminded', 'fell'],
    ]);
    expect(effect.all.value).toBeCloseTo(16, 10);
    expect(effect.unreminded!.value).toBeCloseTo(40, 10);
  });

  it('counts answers of one account as alike', () => {
    const grouped = [...early, ...reminded].map((answer, i) => ({ ...answer, account: 5 + Math.floor(i / 25) }));
    const effect = persuasionEffect(nps, grouped);
    expect(effect.groups[0]!.estimate.value).toBeCloseTo(40, 10);
    expect(effect.comparisons[0]!.difference.value).toBeCloseTo(-80, 10);
  });

  it('says only what there is', () => {
    const only = persuasionEffect(nps, reminded);
    expect(only.groups.map(({ group }) => group)).toEqual(['reminded']);
    expect(only.comparisons).toEqual([]);
    expect(only.unreminded).toBeUndefined();
    expect(() => persuasionEffect(nps, [])).toThrow(/needs answers/);
    expect(() => persuasionEffect(nps, [{ score: 9, days: -1, reminders: 0 }])).toThrow(/from 0/);
    expect(() =>
      persuasionEffect(nps, [
        { score: 9, days: 1, reminders: 0, account: 1 },
        { score: 9, days: 1, reminders: 0 },
      ]),
    ).toThrow(/or none/);
  });
});

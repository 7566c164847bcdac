import { describe, expect, it } from 'vitest';
import { dayOfIsoDate, periodOf } from '../audit/index.ts';
import { metricDefinition, tallyScores } from '../metrics/index.ts';
import type { LevelCounts, PeriodCounts } from './level-counts.ts';
import { judgeTrend } from './level-trend.ts';
import { planProgramme } from './plan-programme.ts';

const definition = metricDefinition('nps');
const repeated = (score: number, n: number) => Array.from({ length: n }, () => score);
/** +30 with half positive and a fifth negative: variance 6100. */
const answers = (n: number) =>
  tallyScores([...repeated(10, 0.5 * n), ...repeated(8, 0.3 * n), ...repeated(2, 0.2 * n)]);

function counts(sizes: readonly number[], version = 1): LevelCounts<'encounter'> {
  const periods = sizes.map((n, i): PeriodCounts => {
    const month = (at: number) => `2026-${String(at).padStart(2, '0')}-01`;
    return {
      ordinal: periodOf(dayOfIsoDate(month(i + 1))!, 'month'),
      period: `2026-0${i + 1}`,
      from: month(i + 1),
      to: month(i + 2),
      definition,
      version,
      tally: answers(n),
    };
  });
  return { level: 'encounter', periods, breaks: [] };
}

describe('the plan of a programme', () => {
  const ask = { today: '2026-06-30', unit: 'month' as const };

  it('knows its variance, its flow and what they show', () => {
    const plan = planProgramme(judgeTrend(counts([40, 40, 40, 40, 40, 40])), ask)!;
    expect(plan.basis).toMatchObject({
      answers: 240,
      days: 181,
      designEffect: 1,
      clustered: false,
      from: '2026-01-01',
    });
    expect(plan.basis.variance).toBeCloseTo(6100, 9);
    expect(plan.detectable).toBeCloseTo(2.801585 * Math.sqrt((2 * 6100) / plan.basis.answersPerPeriod), 4);
    expect(plan.changes.map(({ change, answers: n }) => [change, n])).toEqual([
      [3, 10_640],
      [5, 3831],
      [10, 958],
    ]);
    expect(plan.chosen).toEqual(plan.changes[1]);
    // the line holds the answers of now and those asked about, and only falls
    expect(plan.curve[0]!.answers).toBeLessThan(plan.basis.answersPerPeriod);
    expect(plan.curve.at(-1)!.answers).toBeGreaterThan(plan.chosen.answers);
    expect(plan.curve.every(({ change }, i) => i === 0 || change < plan.curve[i - 1]!.change)).toBe(true);
    // 240 answers so far leave 14 points of error alone: no wait shows 5
    expect(plan.chosen.test.days).toBeUndefined();
    expect(plan.chosen.test.leastChange).toBeGreaterThan(14);
    const { test, monitor } = planProgramme(judgeTrend(counts([40, 40, 40, 40, 40, 40])), {
      ...ask,
      change: 40,
    })!.chosen;
    expect(test.on).toBe('2026-07-27');
    expect(monitor.medianDays).toBeCloseTo(20 / ((240 / 181) * (1600 / 6100)), 6);
  });

  it('begins with the first answer and leaves out what comes after today', () => {
    const { basis } = planProgramme(judgeTrend(counts([0, 0, 40, 40])), { ...ask, today: '2026-04-10' })!;
    expect(basis).toMatchObject({ from: '2026-03-01', to: '2026-04-11', days: 41, answers: 80 });
  });

  it('tells how many to invite, by the rate and both its ends', () => {
    const response = {
      value: 0.25,
      interval: { low: 0.2, high: 0.3 },
      confidence: 0.95,
      n: 400,
      effectiveN: 400,
      method: 'wilson' as const,
      caveats: [],
    };
    const plan = planProgramme(judgeTrend(counts([40, 40])), { ...ask, change: 10, response })!;
    expect(plan.chosen.invitations).toEqual({ expected: 3832, range: { low: 3194, high: 4790 } });
    const silent = { ...response, value: 0, interval: { low: 0, high: 0.01 } };
    expect(
      planProgramme(judgeTrend(counts([40, 40])), { ...ask, response: silent })!.chosen.invitations,
    ).toBeUndefined();
  });

  it('keeps a target locked until the baseline is measured, and then tells its chances', () => {
    const asked = { ...ask, today: '2026-07-05', target: 30, ahead: 3 };
    const few = planProgramme(judgeTrend(counts([40, 40])), asked)!.target!;
    // 12 points of margin at +30 take 163 answers
    expect(few).toEqual({
      target: 30,
      period: '2026-10',
      state: 'measuring-baseline',
      baseline: { answers: 80, needed: 163 },
    });
    const trend = judgeTrend(counts([40, 40, 40, 40, 40, 40]));
    const { state, chance } = planProgramme(trend, asked)!.target!;
    expect(state).toBe('open');
    expect(chance!.reached).toBeCloseTo(0.5, 6);
    expect(chance!.seen).toBeLessThan(0.1);
    expect(planProgramme(trend, { ...asked, target: 60 })!.target!.chance!.reached).toBeLessThan(0.1);
    expect(planProgramme(judgeTrend(counts([100, 100, 100])), asked)!.target!.chance).toBeUndefined();
    expect(() => planProgramme(trend, { ...asked, target: 101 })).toThrow(
      expect.objectContaining({ code: 'CND_VIEW' }),
    );
  });

  it('knows nothing of one answer, or where all agree', () => {
    const same = counts([40]);
    const agreed = { ...same, periods: same.periods.map((one) => ({ ...one, tally: tallyScores(repeated(10, 40)) })) };
    expect(planProgramme(judgeTrend(agreed), ask)).toBeUndefined();
    expect(planProgramme(judgeTrend(counts([0, 0])), ask)).toBeUndefined();
  });

  it.each([0, -3, 200, Number.NaN])('refuses a change of %s points', (change) => {
    const trend = judgeTrend(counts([40, 40]));
    expect(() => planProgramme(trend, { ...ask, change })).toThrow(expect.objectContaining({ code: 'CND_VIEW' }));
  });
});

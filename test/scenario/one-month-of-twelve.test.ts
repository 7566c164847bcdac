import { describe, expect, it } from 'vitest';
import { auditProgramme, dayNumber } from '../../src/audit/index.ts';
import { metricDefinition, npsGroups, tallyScores } from '../../src/metrics/index.ts';
import {
  oneMonthOfTwelve,
  type ProgrammeMonth,
  type ProgrammeSettings,
  programmeMonths,
} from '../../src/world/index.ts';

/** Which of the eleven changes from month to month a plain dashboard would colour; 8 is the change into month 8. */
function coloured(months: readonly ProgrammeMonth[]): number[] {
  const levels = months.map(({ counts }) => {
    const scores = counts.flatMap((count, score) => Array.from({ length: count }, () => score));
    const { promoters, detractors } = npsGroups(tallyScores(scores));
    const n = counts.reduce((total, count) => total + count, 0);
    const mean = (promoters - detractors) / n;
    return { mean, variance: ((promoters + detractors) / n - mean * mean) / (n - 1) };
  });
  return levels.flatMap((level, i) => {
    const before = levels[i - 1];
    if (before === undefined) return [];
    const z = (level.mean - before.mean) / Math.sqrt(level.variance + before.variance);
    return Math.abs(z) > 1.959964 ? [i + 1] : [];
  });
}

const isTheCase = (settings: ProgrammeSettings): boolean => coloured(programmeMonths(settings)).join() === '8';

/** The same programme as a file of answers that begins in January 2025. */
function auditOf(settings: ProgrammeSettings) {
  const scores: number[] = [];
  const days: number[] = [];
  for (const { month, counts } of programmeMonths(settings)) {
    counts.forEach((count, score) => {
      for (let i = 0; i < count; i += 1) {
        scores.push(score);
        days.push(dayNumber(2025, month, 1 + (scores.length % 28)));
      }
    });
  }
  const series = {
    scores: Float64Array.from(scores),
    days: Int32Array.from(days),
    families: ['nps' as const],
    questions: 1,
  };
  return auditProgramme({
    definition: metricDefinition('nps'),
    series,
    periodUnit: 'month',
    confidence: 0.95,
    seed: 7,
  });
}

describe('one significant month of twelve', () => {
  it('is shown by the first seed for which month 8, and no other, stands out', () => {
    expect(isTheCase(oneMonthOfTwelve)).toBe(true);
    const earlier = Array.from({ length: oneMonthOfTwelve.seed - 1 }, (_, i) => i + 1);
    expect(earlier.filter((seed) => isTheCase({ ...oneMonthOfTwelve, seed }))).toEqual([]);
  });

  it('is judged by the audit: only month 8, and half a coloured month was to be expected by chance', () => {
    const { programme, changes } = auditOf(oneMonthOfTwelve);
    expect(programme.nominallySignificantChanges).toBe(1);
    expect(programme.expectedByChance).toBeCloseTo(0.55, 12);
    // Twelve months around the 10.06 of 4,000 simulated years; the margin of one month moves by 0.4.
    expect(programme.meanMarginOfError).toBeGreaterThan(9.6);
    expect(programme.meanMarginOfError).toBeLessThan(10.5);
    expect(changes.filter(({ verdict }) => verdict === 'rose').map(({ to }) => to)).toEqual(['2025-08']);
    expect(changes.filter(({ verdict }) => verdict === 'fell')).toEqual([]);
  });

  it.each([
    { points: 0, none: 0.6125, one: 0.2635, exact: 0.0245 },
    { points: 20, none: 0.114, one: 0.575, exact: 0.5115 },
  ])('happens as often as in an independent simulation: a true change of $points points', ({ points, ...wanted }) => {
    const years = 2000;
    const found = Array.from({ length: years }, (_, i) =>
      coloured(programmeMonths({ ...oneMonthOfTwelve, seed: 1000 + i, change: { month: 8, points } })),
    );
    const share = (holds: (months: number[]) => boolean) => found.filter(holds).length / years;
    // Four standard errors of both simulations; theirs had 4,000 years.
    const near = (actual: number, theirs: number) =>
      expect(Math.abs(actual - theirs)).toBeLessThan(4 * Math.sqrt(theirs * (1 - theirs) * (1 / years + 1 / 4000)));
    near(
      share((months) => months.length === 0),
      wanted.none,
    );
    near(
      share((months) => months.length === 1),
      wanted.one,
    );
    near(
      share((months) => months.join() === '8'),
      wanted.exact,
    );
  });
});

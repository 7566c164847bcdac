import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  benjaminiHochberg,
  changePoints,
  compareDesigned,
  compareMeans,
  compareNetScores,
  compareProportions,
  designEstimate,
  holm,
  mannWhitney,
  meanEstimate,
  momentsOf,
  type NetCounts,
  netScoreAtEffectiveN,
  netScoreEstimate,
  proportionEstimate,
} from './index.ts';

// the same cases every time: a failure on one machine is a failure on all
fc.configureGlobal({ seed: 20261122, numRuns: 200 });

const counts: fc.Arbitrary<NetCounts> = fc
  .record({ positive: fc.nat(60), neutral: fc.nat(60), negative: fc.nat(60) })
  .filter(({ positive, neutral, negative }) => positive + neutral + negative > 0);
const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 });
const bounds = { min: 1, max: 5 };
const mirrored = ({ positive, neutral, negative }: NetCounts): NetCounts => ({
  positive: negative,
  neutral,
  negative: positive,
});

/** Every number anywhere in a result. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersOf);
}

describe('whatever the answers', () => {
  test('the interval of a net score holds its value and stays on the scale', () => {
    fc.assert(
      fc.property(counts, (one) => {
        const { value, interval } = netScoreEstimate(one);
        expect(interval.low).toBeLessThanOrEqual(value);
        expect(interval.high).toBeGreaterThanOrEqual(value);
        expect(interval.low).toBeGreaterThanOrEqual(-100);
        expect(interval.high).toBeLessThanOrEqual(100);
        expect(interval.high - interval.low).toBeGreaterThan(0);
      }),
    );
  });

  test('changing sides changes the sign of a net score and of its interval', () => {
    fc.assert(
      fc.property(counts, (one) => {
        const [plain, other] = [netScoreEstimate(one), netScoreEstimate(mirrored(one))];
        expect(other.value).toBeCloseTo(-plain.value, 9);
        expect(other.interval.low).toBeCloseTo(-plain.interval.high, 8);
      }),
    );
  });

  test('p below 5 % and an interval without zero are one and the same', () => {
    fc.assert(
      fc.property(counts, counts, (before, after) => {
        const { difference, pValue } = compareNetScores(before, after);
        const { low, high } = difference.interval;
        if (Math.abs(pValue - 0.05) > 1e-9) expect(low > 0 || high < 0).toBe(pValue < 0.05);
      }),
    );
  });

  test('no comparison holds anything but finite numbers, and p lies in 0..1', () => {
    fc.assert(
      fc.property(counts, counts, answers, answers, (before, after, first, second) => {
        const results = [
          compareNetScores(before, after),
          compareProportions(
            { successes: before.positive, n: before.positive + before.neutral + 1 },
            { successes: after.positive, n: after.positive + after.neutral + 1 },
          ),
          compareMeans(momentsOf(first), momentsOf(second), { bounds }),
        ];
        for (const result of results) {
          expect(numbersOf(result).every(Number.isFinite)).toBe(true);
          expect(result.pValue).toBeGreaterThanOrEqual(0);
          expect(result.pValue).toBeLessThanOrEqual(1);
          expect(result.minimumDetectableChange).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('the order of the samples turns the difference and keeps p', () => {
    fc.assert(
      fc.property(answers, answers, (first, second) => {
        const [forth, back] = [
          compareMeans(momentsOf(first), momentsOf(second), { bounds }),
          compareMeans(momentsOf(second), momentsOf(first), { bounds }),
        ];
        expect(back.difference.value).toBeCloseTo(-forth.difference.value, 12);
        expect(back.pValue).toBeCloseTo(forth.pValue, 9);
        expect(mannWhitney(first, second).pValue).toBeCloseTo(mannWhitney(second, first).pValue, 9);
      }),
    );
  });

  test('the interval of a mean or a share holds its value and stays on the scale', () => {
    fc.assert(
      fc.property(answers, (values) => {
        const mean = meanEstimate(momentsOf(values), { bounds });
        const top = proportionEstimate(values.filter((value) => value >= 4).length, values.length);
        for (const [{ value, interval }, { min, max }] of [
          [mean, bounds],
          [top, { min: 0, max: 1 }],
        ] as const) {
          expect(interval.low).toBeGreaterThanOrEqual(min - 1e-12);
          expect(interval.low).toBeLessThanOrEqual(value + 1e-12);
          expect(interval.high).toBeGreaterThanOrEqual(value - 1e-12);
          expect(interval.high).toBeLessThanOrEqual(max + 1e-12);
        }
      }),
    );
  });

  test('corrected p-values are never below the plain ones, and Holm never below Benjamini and Hochberg', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (pValues) => {
        const [strict, loose] = [holm(pValues), benjaminiHochberg(pValues)];
        pValues.forEach((p, i) => {
          // n p / n may round down by one unit in the last place
          expect(loose[i]!).toBeGreaterThanOrEqual(p * (1 - 1e-15));
          expect(strict[i]!).toBeGreaterThanOrEqual(loose[i]! - 1e-15);
        });
      }),
    );
  });

  test('accounts in any order give the same score, error and comparison', () => {
    const design = fc.array(
      fc.record({
        value: fc.constantFrom(100, 0, -100),
        account: fc.nat(5),
        after: fc.boolean(),
        weight: fc.double({ min: 0.01, max: 50, noNaN: true }),
      }),
      { minLength: 4, maxLength: 30 },
    );
    fc.assert(
      fc.property(design, (rows) => {
        fc.pre(rows.some(({ after }) => after) && rows.some(({ after }) => !after));
        const read = (list: typeof rows) => ({
          values: list.map(({ value }) => value),
          clusters: list.map(({ account }) => account),
          weights: list.map(({ weight }) => weight),
        });
        const [forth, back] = [designEstimate(read(rows)), designEstimate(read([...rows].reverse()))];
        expect(back.value).toBeCloseTo(forth.value, 9);
        expect(back.standardError).toBeCloseTo(forth.standardError, 9);
        const { interval } = netScoreAtEffectiveN(forth);
        expect(interval.low).toBeLessThanOrEqual(forth.value + 1e-9);
        expect(interval.high).toBeGreaterThanOrEqual(forth.value - 1e-9);
        const marks = rows.map(({ after }) => Number(after));
        const before = marks.map((mark) => 1 - mark);
        for (const family of ['net', { bounds: { min: -100, max: 100 } }] as const) {
          const comparison = compareDesigned(read(rows), before, marks, { family });
          expect(numbersOf(comparison).every(Number.isFinite)).toBe(true);
          const { low, high } = comparison.difference.interval;
          if (Math.abs(comparison.pValue - 0.05) > 1e-9) {
            expect(low > 1e-12 || high < -1e-12).toBe(comparison.pValue < 0.05);
          }
        }
      }),
    );
  });

  test('change points divide the series into levels of at least two, and no division found by hand costs less', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 12 }), (values) => {
        const weights = values.map(() => 0.01);
        const found = changePoints(values, weights, { penalty: 2 });
        const ends = [0, ...found.changePoints, values.length];
        ends.slice(1).forEach((end, i) => {
          expect(end - ends[i]!).toBeGreaterThanOrEqual(2);
        });
        const squares = (part: number[]): number => {
          const mean = part.reduce((sum, each) => sum + each, 0) / part.length;
          return part.reduce((sum, each) => sum + 0.01 * (each - mean) ** 2, 0);
        };
        for (let end = 2; end <= values.length - 2; end++) {
          const cost = squares(values.slice(0, end)) + squares(values.slice(end)) + 2;
          expect(found.cost).toBeLessThanOrEqual(cost + 1e-9);
        }
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { compareNetScores, holm, type NetCounts, tangoInterval } from '../../src/inference/index.ts';
import { randomStream } from '../../src/numeric/index.ts';
import { expectFalseAlarmsAtMost, expectRateAtMost, falseAlarms } from './band.ts';
import { enumerateNetScore, netOutcomes } from './enumeration.ts';

/** Shares of positive and negative answers: usual, skewed, even, near +88, negative, and all but everybody positive. */
const populations: readonly (readonly [number, number])[] = [
  [0.5, 0.2],
  [0.7, 0.05],
  [0.3, 0.3],
  [0.9, 0.02],
  [0.15, 0.45],
  [0.98, 0.01],
  [0.99, 0.005],
];

/** Every pair of shares that leaves something for the neutral answers, from lopsided to even. */
const steps = [0.02, 0.1, 0.25, 0.4, 0.55, 0.7, 0.85];
const grid = steps.flatMap((p) => steps.filter((d) => p + d < 1).map((d) => [p, d] as const));

describe('Tango interval, exact coverage over all outcomes', () => {
  // stated beforehand: mean of the grid at least .945; no population below .89, the all-but-positive ones included
  for (const n of [5, 10, 20, 40]) {
    test(`n = ${n}`, () => {
      const coverageOf = ([p, d]: readonly [number, number]): number =>
        enumerateNetScore(n, p, d, tangoInterval).coverage;
      const coverage = grid.map(coverageOf);
      expect(coverage.reduce((sum, each) => sum + each, 0) / coverage.length).toBeGreaterThanOrEqual(0.945);
      expect(Math.min(...coverage, ...populations.map(coverageOf))).toBeGreaterThanOrEqual(0.89);
    });
  }

  test('n = 200: between .945 and .965 everywhere', () => {
    for (const [p, d] of [populations[3]!, populations[5]!]) {
      const { coverage } = enumerateNetScore(200, p, d, tangoInterval);
      expect(coverage).toBeGreaterThanOrEqual(0.945);
      expect(coverage).toBeLessThanOrEqual(0.965);
    }
  });
});

/** Outcomes rarer than this are counted as false alarms, so that leaving them out can only make the result worse. */
const rare = 1e-8;

function exactFalseAlarms(before: number, after: number, p: number, d: number): { five: number; one: number } {
  const first = [...netOutcomes(before, p, d)];
  const second = [...netOutcomes(after, p, d)];
  let [five, one] = [0, 0];
  for (const a of first) {
    for (const b of second) {
      const probability = a.probability * b.probability;
      const pValue = probability < rare ? 0 : compareNetScores(a.counts, b.counts).pValue;
      if (pValue <= 0.05) five += probability;
      if (pValue <= 0.01) one += probability;
    }
  }
  return { five, one };
}

describe('comparison of two net scores, exact share of false alarms', () => {
  // stated beforehand: at most .051 at 5 %, .013 at 1 % (10 against 100 near +88 has .0127)
  const cells: readonly (readonly [number, number, readonly number[]])[] = [
    [5, 5, [0, 1, 2, 3, 4, 5, 6]],
    [5, 45, [0, 3, 5, 6]],
    [20, 20, [3, 4, 5, 6]],
    [10, 100, [3, 5, 6]],
  ];
  for (const [before, after, which] of cells) {
    for (const [p, d] of which.map((position) => populations[position]!)) {
      test(`${before} against ${after}, ${p} positive, ${d} negative`, () => {
        const exact = exactFalseAlarms(before, after, p, d);
        expect(exact.five).toBeLessThanOrEqual(0.051);
        expect(exact.one).toBeLessThanOrEqual(0.013);
      });
    }
  }
});

const drawn = ([positive, neutral, negative]: number[]): NetCounts => ({
  positive: positive!,
  neutral: neutral!,
  negative: negative!,
});

describe('comparison of two net scores, simulated share of false alarms', () => {
  // stated beforehand: at most .05 and .01, within the band of chance
  const cells = [
    [100, 100, 0.85, 0.07],
    [100, 400, 0.9, 0.05],
    [200, 200, 0.5, 0.2],
    [200, 200, 0.98, 0.01],
  ] as const;
  for (const [before, after, p, d] of cells) {
    test(`${before} against ${after}, ${p} positive, ${d} negative`, () => {
      const shares = [p, 1 - p - d, d];
      const chance = randomStream(101, before, after, Math.round(1000 * p));
      const alarms = falseAlarms(4000, () => {
        return compareNetScores(drawn(chance.multinomial(before, shares)), drawn(chance.multinomial(after, shares)))
          .pValue;
      });
      expectFalseAlarmsAtMost(alarms, 0.05, 0.01, `${before} against ${after}`);
    });
  }

  test('Holm over 11 changes between 12 months of 8 answers: at most 5 % of programmes show any', () => {
    const chance = randomStream(102, 12, 8);
    const runs = 300;
    let any = 0;
    for (let run = 0; run < runs; run++) {
      const months = Array.from({ length: 12 }, () => drawn(chance.multinomial(8, [0.5, 0.3, 0.2])));
      const pValues = months.slice(1).map((month, i) => compareNetScores(months[i]!, month).pValue);
      if (Math.min(...holm(pValues)) <= 0.05) any++;
    }
    expectRateAtMost(any, runs, 0.05, 'programmes with a change');
  });

  test('the interval covers a true difference of 30 points at 12 against 40', () => {
    const chance = randomStream(103, 12, 40);
    const runs = 3000;
    let missed = 0;
    for (let run = 0; run < runs; run++) {
      const before = drawn(chance.multinomial(12, [0.4, 0.3, 0.3]));
      const after = drawn(chance.multinomial(40, [0.6, 0.2, 0.2]));
      const { low, high } = compareNetScores(before, after).difference.interval;
      if (low > 30 || high < 30) missed++;
    }
    expectRateAtMost(missed, runs, 0.05, 'intervals that miss');
  });
});

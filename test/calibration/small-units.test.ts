import { describe, expect, test } from 'vitest';
import { compareNetScores, leagueVerdict, type NetCounts, netScore, shrinkShares } from '../../src/inference/index.ts';
import { betaQuantile, randomStream } from '../../src/numeric/index.ts';
import { expectRateAtMost } from './band.ts';

const sizes = { equal: [30], tiny: [3, 5, 8], unequal: [4, 12, 40, 150, 6] } as const;
const runs = 30;

/** How many of the true shares lie in the intervals of tables whose units are drawn from one beta law. */
function coverage(mean: number, correlation: number, units: number, answers: readonly number[]): number {
  const chance = randomStream(510, units, mean * 100, correlation * 100 + answers.length);
  const size = 1 / correlation - 1;
  let covered = 0;
  for (let run = 0; run < runs; run++) {
    const shares = Array.from({ length: units }, () =>
      correlation === 0 ? mean : betaQuantile(chance.uniform(), mean * size, (1 - mean) * size),
    );
    const n = shares.map((_, i) => answers[i % answers.length]!);
    const successes = shares.map((share, i) => chance.binomial(n[i]!, share));
    shrinkShares({ successes, n }).units.forEach(({ interval }, i) => {
      if (interval.low <= shares[i]! && shares[i]! <= interval.high) covered++;
    });
  }
  return covered / (runs * units);
}

describe('intervals of shrunken shares hold what they promise', () => {
  // Stated before the run: a cell of 30 tables at least .90 less what chance makes of so few, all cells together .945.
  const all: number[] = [];
  for (const [name, answers] of Object.entries(sizes)) {
    for (const units of [5, 10, 30]) {
      test(`${units} ${name} units, with and without a spread`, () => {
        for (const mean of [0.5, 0.85, 0.97]) {
          for (const correlation of [0, 0.02, 0.15]) {
            const covered = coverage(mean, correlation, units, answers);
            all.push(covered);
            // the units of one table share its doubt about the mean, so tables are counted, not units
            expect(covered).toBeGreaterThanOrEqual(0.9 - 2 * Math.sqrt((0.9 * 0.1) / runs));
          }
        }
      });
    }
  }
  test('all cells together', () => {
    expect(all).toHaveLength(81);
    expect(all.reduce((sum, covered) => sum + covered, 0) / all.length).toBeGreaterThanOrEqual(0.945);
  });
});

describe('a league table of equal units', () => {
  for (const [level, shares] of Object.entries({ '+30': [0.5, 0.3, 0.2], '+82': [0.85, 0.12, 0.03] })) {
    test(`names a pair in at most 5 of 100 at ${level}`, () => {
      const chance = randomStream(511, shares[0]! * 100, 0);
      const tables = 300;
      let named = 0;
      for (let table = 0; table < tables; table++) {
        const units = [5, 12, 30, 80, 8, 200].map((n): NetCounts => {
          const [positive, neutral, negative] = chance.multinomial(n, shares);
          return { positive: positive!, neutral: neutral!, negative: negative! };
        });
        const verdict = leagueVerdict(units.map(netScore), (a, b) => compareNetScores(units[a]!, units[b]!).pValue);
        if (verdict.kind === 'some-differ') named++;
      }
      expectRateAtMost(named, tables, 0.05, 'tables that name a pair');
    });
  }
  test('names the pair that truly differs', () => {
    const units = [
      { positive: 150, neutral: 30, negative: 20 },
      { positive: 60, neutral: 60, negative: 80 },
      { positive: 2, neutral: 1, negative: 2 },
    ];
    const verdict = leagueVerdict(units.map(netScore), (a, b) => compareNetScores(units[a]!, units[b]!).pValue);
    expect(verdict).toMatchObject({ kind: 'some-differ', pairs: [{ better: 0, worse: 1 }], unbeaten: [0, 2] });
  });
});

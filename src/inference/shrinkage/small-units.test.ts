import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CandorError } from '../../errors/index.ts';
import { betaBinomial, leagueVerdict, shrinkShares } from '../index.ts';

const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    return error instanceof CandorError ? error.code : 'another';
  }
  return undefined;
};

describe('what is refused', () => {
  test.each([
    ['one unit', () => betaBinomial({ successes: [1], n: [2] }), 'CND_SAMPLE_TOO_SMALL'],
    ['more successes than answers', () => betaBinomial({ successes: [3, 1], n: [2, 2] }), 'CND_ARGUMENT'],
    ['a unit without answers', () => shrinkShares({ successes: [0, 1], n: [0, 2] }), 'CND_ARGUMENT'],
    ['lists of different length', () => shrinkShares({ successes: [0, 1], n: [2] }), 'CND_ARGUMENT'],
    ['a confidence of 1', () => shrinkShares({ successes: [0, 1], n: [2, 2] }, 1), 'CND_ARGUMENT'],
    ['a table of one unit', () => leagueVerdict([3], () => 1), 'CND_SAMPLE_TOO_SMALL'],
    ['a p-value of 2', () => leagueVerdict([3, 4], () => 2), 'CND_ARGUMENT'],
  ])('%s', (_, act, code) => expect(codeOf(act)).toBe(code));
});

const unit = fc.integer({ min: 1, max: 300 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const table = fc.array(unit, { minLength: 2, maxLength: 12 });
const columns = (units: readonly (readonly [number, number])[]) => ({
  successes: units.map(([x]) => x),
  n: units.map(([, n]) => n),
});

describe('shrunken shares', () => {
  test('lie between the own share and the mean of all, inside their interval, inside 0..1', () => {
    fc.assert(
      fc.property(table, (units) => {
        const result = shrinkShares(columns(units));
        units.forEach(([x, n], i) => {
          const { shrunken, interval } = result.units[i]!;
          const [low, high] = [Math.min(x / n, result.mean), Math.max(x / n, result.mean)];
          expect(shrunken).toBeGreaterThanOrEqual(low - 1e-9);
          expect(shrunken).toBeLessThanOrEqual(high + 1e-9);
          expect(interval.low >= 0 && interval.low <= shrunken && shrunken <= interval.high && interval.high <= 1).toBe(
            true,
          );
        });
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  test('turn over with the answers: the share of failures is one minus that of successes', () => {
    fc.assert(
      fc.property(table, (units) => {
        const yes = shrinkShares(columns(units)).units;
        const no = shrinkShares(columns(units.map(([x, n]) => [n - x, n] as const))).units;
        yes.forEach(({ shrunken, interval }, i) => {
          expect(no[i]!.shrunken).toBeCloseTo(1 - shrunken, 7);
          expect(no[i]!.interval.high).toBeCloseTo(1 - interval.low, 7);
        });
      }),
      { numRuns: 60, seed: 2 },
    );
  });
});

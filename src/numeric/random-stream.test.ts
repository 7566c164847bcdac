import { describe, expect, it } from 'vitest';
import {
  binomialCdf,
  binomialProbability,
  chiSquaredUpper,
  normalCdf,
  type RandomStream,
  randomStream,
} from './index.ts';
import { openUnit } from './random-stream.ts';

/**
 * The seeds are fixed, so each p value below is one number, not chance. The pass band is 0.001..0.999 on both sides: a
 * fit too good is a fault as well.
 */
function expectFit(observed: readonly number[], expected: readonly number[]): void {
  let statistic = 0;
  for (let i = 0; i < observed.length; i += 1) statistic += (observed[i]! - expected[i]!) ** 2 / expected[i]!;
  expect(Math.min(...expected)).toBeGreaterThanOrEqual(10);
  const p = chiSquaredUpper(statistic, observed.length - 1);
  expect(p).toBeGreaterThan(0.001);
  expect(p).toBeLessThan(0.999);
}

function tally(draws: number, cells: number, cellOf: () => number): number[] {
  const counts = Array.from({ length: cells }, () => 0);
  for (let i = 0; i < draws; i += 1) counts[cellOf()]! += 1;
  return counts;
}

const even = (draws: number, cells: number) => Array.from({ length: cells }, () => draws / cells);

describe('a random stream', () => {
  it('gives the values of the design check', () => {
    const stream = randomStream(42, 2, 7);
    expect([stream.uint32(), stream.uint32(), stream.uint32()]).toEqual([662449941, 898160158, 2676247523]);
  });

  it('is the same for the same name and another for every other name', () => {
    const first = (...name: [number, number, number, number?]) => randomStream(...name).uint32();
    expect(first(1, 2, 3)).toBe(first(1, 2, 3, 0));
    const names: [number, number, number, number][] = [
      [1, 2, 3, 4],
      [2, 2, 3, 4],
      [1, 3, 3, 4],
      [1, 2, 4, 4],
      [1, 2, 3, 5],
      [4, 3, 2, 1],
      [4294967295, 0, 0, 0],
    ];
    expect(new Set(names.map((name) => first(...name))).size).toBe(names.length);
  });

  it('never gives 0 or 1 as a uniform value', () => {
    expect(openUnit(0, 0)).toBeGreaterThan(0);
    expect(openUnit(2 ** 27 - 1, 2 ** 26 - 1)).toBeLessThan(1);
  });
});

describe('fits its law by a chi-squared test, p within 0.001..0.999:', () => {
  const draws = 200_000;

  it('uniform in 100 cells', () => {
    const stream = randomStream(1, 1, 1);
    expectFit(
      tally(draws, 100, () => Math.floor(stream.uniform() * 100)),
      even(draws, 100),
    );
  });

  it('normal in 50 cells of equal probability', () => {
    const stream = randomStream(1, 1, 2);
    expectFit(
      tally(draws, 50, () => Math.floor(normalCdf(stream.normal()) * 50)),
      even(draws, 50),
    );
  });

  it.each([7, 100, 3_000_000_000, 2 ** 50])('integer below %d, in at most 100 cells', (below) => {
    const stream = randomStream(1, 1, 3);
    const cells = Math.min(below, 100);
    // 3e9 and 2^50 are multiples of 4 and 2 only: their cells differ by less than 1e-7 of their size.
    expectFit(
      tally(draws, cells, () => Math.floor((stream.integer(below) * cells) / below)),
      even(draws, cells),
    );
  });

  it('the first values of neighbouring streams together, in 16 by 16 cells', () => {
    let id = 0;
    const cell = () => {
      id += 1;
      return (randomStream(3, 2, id).uint32() >>> 28) * 16 + (randomStream(3, 2, id + 1).uint32() >>> 28);
    };
    expectFit(tally(100_000, 256, cell), even(100_000, 256));
  });

  it('shuffle: all 24 orders of 4 things', () => {
    const stream = randomStream(1, 1, 4);
    const orders = new Map<string, number>();
    for (let i = 0; i < 48_000; i += 1) {
      const order = stream.shuffle([1, 2, 3, 4]).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(24);
    expectFit([...orders.values()], even(48_000, 24));
  });

  // Below 10 expected successes (or failures) by inversion, from 10 by rejection; both sides of the change are here.
  it.each([
    [20, 0.3],
    [1000, 0.004],
    [1000, 0.0099],
    [1000, 0.0101],
    [40, 0.5],
    [25, 0.45],
    [50, 0.9],
    [60, 0.99],
    [1000, 0.3],
    [100_000, 0.7],
    [1_000_000_000, 5e-9],
    [1_000_000_000, 2e-8],
    [1_000_000_000, 0.3],
  ])('binomial(%d, %d)', (n, p) => {
    const { cuts, expected } = binomialCells(n, p, draws);
    const stream = randomStream(1, 2, 5);
    const cell = () => {
      const k = stream.binomial(n, p);
      return cuts.findIndex((cut) => k <= cut);
    };
    expectFit(tally(draws, cuts.length, cell), expected);
  });

  it('multinomial: every group and every pair of groups', () => {
    const shares = [0.5, 0, 0.3, 0.15, 0.05];
    const stream = randomStream(1, 1, 6);
    // 3 trials in 4 possible groups: 20 outcomes, each checked against its exact probability.
    const outcomes = new Map<string, number>();
    for (let i = 0; i < draws; i += 1) {
      const counts = stream.multinomial(3, shares).join();
      outcomes.set(counts, (outcomes.get(counts) ?? 0) + 1);
    }
    const factorial = [1, 1, 2, 6];
    const probabilityOf = (counts: readonly number[]) =>
      counts.reduce((product, count, i) => (product * shares[i]! ** count) / factorial[count]!, 6);
    expect(outcomes.size).toBe(20);
    const keys = [...outcomes.keys()];
    expectFit(
      keys.map((key) => outcomes.get(key)!),
      keys.map((key) => draws * probabilityOf(key.split(',').map(Number))),
    );
  });
});

/** Cells of about 1/40 each, bounded by whole counts, and how many draws fall into each by the exact law. */
function binomialCells(n: number, p: number, draws: number): { cuts: number[]; expected: number[] } {
  const deviation = Math.sqrt(n * p * (1 - p));
  const step = Math.max(1, Math.floor(deviation / 10));
  const cuts: number[] = [];
  const expected: number[] = [];
  let below = 0;
  const first = Math.max(0, Math.floor(n * p - 6 * deviation));
  for (let k = first; k < Math.min(n, n * p + 6 * deviation); k += step) {
    const share = binomialCdf(k, n, p) - below;
    const left = 1 - binomialCdf(k, n, p);
    if (share * draws < 20 || left * draws < 20) continue;
    cuts.push(k);
    expected.push(share * draws);
    below += share;
  }
  cuts.push(n);
  expected.push((1 - below) * draws);
  return { cuts, expected };
}

describe('draws at the edges', () => {
  const stream: RandomStream = randomStream(9, 9, 9);

  it('are certain where nothing can vary', () => {
    expect([stream.binomial(0, 0.5), stream.binomial(7, 0), stream.binomial(7, 1), stream.integer(1)]).toEqual([
      0, 0, 7, 0,
    ]);
    expect(stream.multinomial(5, [0, 1, 0])).toEqual([0, 5, 0]);
    expect(stream.multinomial(0, [0.5, 0.5])).toEqual([0, 0]);
    expect(stream.shuffle([])).toEqual([]);
  });

  it('keep the total of a multinomial draw, also with shares that add to 1 only nearly', () => {
    const shares = Array.from({ length: 11 }, () => 1 / 11);
    for (let i = 0; i < 1000; i += 1) {
      const counts = stream.multinomial(i, shares);
      expect(counts.reduce((a, b) => a + b, 0)).toBe(i);
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(0);
    }
  });

  it('shuffle in place and keep every element', () => {
    const items = Array.from({ length: 100 }, (_, i) => i);
    const shuffled = stream.shuffle(items);
    expect(shuffled).toBe(items);
    expect(shuffled.toString()).not.toBe(Array.from({ length: 100 }, (_, i) => i).toString());
    expect([...shuffled].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });

  it('have the binomial probabilities where n is 2', () => {
    const counts = [0, 0, 0];
    for (let i = 0; i < 90_000; i += 1) counts[stream.binomial(2, 0.25)]! += 1;
    expectFit(
      counts,
      [0, 1, 2].map((k) => 90_000 * binomialProbability(k, 2, 0.25)),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { quantile, randomStream } from '../../numeric/index.ts';
import { figureUncertainty } from './figure-intervals.ts';

const drawn = (count: number, make: (chance: ReturnType<typeof randomStream>) => number) => {
  const chance = randomStream(4, 4, count);
  return Float64Array.from({ length: count }, () => make(chance));
};

describe('the interval of a figure', () => {
  it.each([
    ['normal', (chance: ReturnType<typeof randomStream>) => chance.normal()],
    ['tied', (chance: ReturnType<typeof randomStream>) => chance.integer(5)],
    ['one far out', (chance: ReturnType<typeof randomStream>) => (chance.integer(900) === 0 ? 1e9 : chance.normal())],
  ])('has the ends that sorting gives: %s', (_, make) => {
    for (const count of [2, 3, 41, 1000, 4999]) {
      const replicates = drawn(count, make);
      const sorted = Float64Array.from(replicates).sort();
      for (const confidence of [0.5, 0.8, 0.95, 0.999]) {
        const found = figureUncertainty({ estimate: 0, replicates }, undefined, confidence);
        if (!found) continue;
        const tail = (1 - confidence) / 2;
        expect([found.interval.low, found.interval.high]).toEqual([quantile(sorted, tail), quantile(sorted, 1 - tail)]);
      }
    }
  });

  it('is of percentiles, unmarked by a correction, where all replicates lie on one side of the estimate', () => {
    const replicates = drawn(500, (chance) => chance.uniform());
    const leftOut = drawn(50, (chance) => chance.uniform());
    for (const estimate of [-1, 2]) {
      expect(figureUncertainty({ estimate, replicates }, leftOut, 0.95)!.correction).toBeUndefined();
    }
    // Half of them lie below the middle: a correction there is, and a small one.
    const { bias } = figureUncertainty({ estimate: 0.5, replicates }, leftOut, 0.95)!.correction!;
    expect(Math.abs(bias)).toBeLessThan(0.2);
  });

  it('is not there where nothing moves, or with one replicate', () => {
    expect(
      figureUncertainty({ estimate: 1, replicates: new Float64Array(9).fill(1) }, undefined, 0.95),
    ).toBeUndefined();
    expect(figureUncertainty({ estimate: 1, replicates: Float64Array.of(1) }, undefined, 0.95)).toBeUndefined();
  });

  it('stays finite for a correction beyond its pole', () => {
    const replicates = drawn(2000, (chance) => chance.normal());
    const leftOut = Float64Array.from([...new Float64Array(49), 1e6]);
    const { interval } = figureUncertainty({ estimate: -3, replicates }, leftOut, 0.999)!;
    expect([interval.low, interval.high].every(Number.isFinite)).toBe(true);
  });
});

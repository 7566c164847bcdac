import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, quantile, sum } from './index.ts';

const seeded = { seed: 11, numRuns: 400 };
const scores = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 });
const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);

describe('quantile', () => {
  it('interpolates as R type 7', () => {
    // R: quantile(c(1, 3, 4, 10, 11, 12.5), c(0, .1, .25, .5, .9, 1))
    const sorted = [1, 3, 4, 10, 11, 12.5];
    const wanted = [1, 2, 3.25, 7, 11.75, 12.5];
    for (const [i, p] of [0, 0.1, 0.25, 0.5, 0.9, 1].entries()) expect(quantile(sorted, p)).toBeCloseTo(wanted[i]!, 14);
  });

  it('rises with p, stays between the ends, and is the value itself for one value', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(scores, share, share, (values, p, q) => {
        const sorted = ascending(values);
        const [low, high] = [quantile(sorted, Math.min(p, q)), quantile(sorted, Math.max(p, q))];
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(sorted[0]!);
        expect(high).toBeLessThanOrEqual(sorted[sorted.length - 1]!);
      }),
      seeded,
    );
    expect(quantile([4], 0.3)).toBe(4);
  });
});

describe('median', () => {
  it('does not care for order and leaves the values alone', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const before = [...values];
        expect(median(values)).toBe(quantile(ascending(values), 0.5));
        expect(median([...values].reverse())).toBe(median(values));
        expect(values).toEqual(before);
      }),
      seeded,
    );
  });
});

describe('sum', () => {
  it('keeps what plain addition loses, in any order', () => {
    const tenths = Array.from({ length: 1_000_000 }, () => 0.1);
    expect(tenths.reduce((a, b) => a + b, 0)).toBeGreaterThan(100_000.000001);
    expect(sum(tenths)).toBe(100_000);
    expect([sum([1e16, 1, -1e16]), sum([1, 1e16, -1e16]), sum([-1e16, 1e16, 1])]).toEqual([1, 1, 1]);
    expect(sum([])).toBe(0);
  });

  it('takes typed arrays', () => {
    expect(sum(Float64Array.of(0.1, 0.2, 0.3))).toBe(0.6);
    expect(median(Int32Array.of(3, 1, 2))).toBe(2);
  });
});

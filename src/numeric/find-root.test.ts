import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRoot } from './index.ts';

function counted(f: (x: number) => number): { f: (x: number) => number; calls: () => number } {
  let calls = 0;
  return {
    f: (x) => {
      calls += 1;
      return f(x);
    },
    calls: () => calls,
  };
}

describe('findRoot', () => {
  it.each<[string, (x: number) => number, number, number, number, number]>([
    ['a parabola', (x) => x * x - 2, 0, 2, Math.SQRT2, 15],
    ['the fixed point of the cosine', (x) => Math.cos(x) - x, 0, 1, 0.7390851332151607, 15],
    ['an exponential far from its root', (x) => Math.exp(x) - 1, -5, 100, 0, 40],
    ['a jump', (x) => (x < 0.3 ? -1 : 1), 0, 1, 0.3, 70],
  ])('finds the root of %s in few steps', (_title, f, low, high, root, mostCalls) => {
    const watched = counted(f);
    expect(Math.abs(findRoot(watched.f, low, high) - root)).toBeLessThan(2e-15);
    expect(watched.calls()).toBeLessThanOrEqual(mostCalls);
  });

  it('stays inside its bracket and ends where the sign changes', () => {
    const coefficient = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(coefficient, coefficient, coefficient, (a, b, c) => {
        const f = (x: number) => x ** 3 + a * x * x + b * x + c;
        const root = findRoot(f, -20, 20);
        const reach = 1e-14 * Math.max(1, Math.abs(root));
        expect(f(root - reach) <= 1e-12 && f(root + reach) >= -1e-12).toBe(true);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('takes an end that is a root, and a bracket in either order', () => {
    expect(findRoot((x) => x, 0, 5)).toBe(0);
    expect(findRoot((x) => x - 5, 0, 5)).toBe(5);
    expect(findRoot((x) => x - 2, 5, 0)).toBe(2);
  });

  it('stops as early as the tolerance allows', () => {
    const coarse = counted((x) => x ** 5 - 3);
    expect(Math.abs(findRoot(coarse.f, 0, 10, { tolerance: 1e-3 }) - 3 ** 0.2)).toBeLessThan(1e-3);
    const fine = counted((x) => x ** 5 - 3);
    findRoot(fine.f, 0, 10);
    expect(coarse.calls()).toBeLessThan(fine.calls());
  });

  it('refuses ends of the same sign, ends that are not finite, and a function that is not a number', () => {
    expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow('opposite sign');
    expect(() => findRoot((x) => x, Number.NEGATIVE_INFINITY, 1)).toThrow('finite low end');
    expect(() => findRoot((x) => x, -1, Number.NaN)).toThrow('finite high end');
    expect(() => findRoot((x) => (x === 1 ? 1 : Number.NaN), -1, 1)).toThrow('a number at -1');
    expect(() => findRoot((x) => x, -1, 1, { tolerance: -1 })).toThrow('tolerance');
  });

  it('says so when the steps do not suffice', () => {
    expect(() => findRoot((x) => (x - 0.123) ** 9, -1, 1, { maximumSteps: 3 })).toThrow('more than 3 steps');
  });
});

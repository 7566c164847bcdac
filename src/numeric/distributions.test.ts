import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as numeric from './index.ts';

const seeded = { seed: 20260101, numRuns: 400 };
const infinity = Number.POSITIVE_INFINITY;

interface Law {
  readonly name: string;
  readonly cdf: (x: number) => number;
  readonly upper: (x: number) => number;
  readonly quantile: (p: number) => number;
  /** Ends of the support. */
  readonly low: number;
  readonly high: number;
}

/** A parameter spread evenly over orders of magnitude. */
const magnitude = (low: number, high: number) =>
  fc.double({ min: low, max: high, noNaN: true }).map((exponent) => 10 ** exponent);

const laws: fc.Arbitrary<Law> = fc.oneof(
  fc.constant({
    name: 'normal',
    cdf: numeric.normalCdf,
    upper: numeric.normalUpper,
    quantile: numeric.normalQuantile,
    low: -infinity,
    high: infinity,
  }),
  magnitude(-0.5, 6).map((df) => ({
    name: `student ${df}`,
    cdf: (x: number) => numeric.studentCdf(x, df),
    upper: (x: number) => numeric.studentUpper(x, df),
    quantile: (p: number) => numeric.studentQuantile(p, df),
    low: -infinity,
    high: infinity,
  })),
  magnitude(-1, 4).map((df) => ({
    name: `chi-squared ${df}`,
    cdf: (x: number) => numeric.chiSquaredCdf(x, df),
    upper: (x: number) => numeric.chiSquaredUpper(x, df),
    quantile: (p: number) => numeric.chiSquaredQuantile(p, df),
    low: 0,
    high: infinity,
  })),
  fc.tuple(magnitude(-1, 4), magnitude(-3, 3)).map(([shape, rate]) => ({
    name: `gamma ${shape} ${rate}`,
    cdf: (x: number) => numeric.gammaCdf(x, shape, rate),
    upper: (x: number) => numeric.gammaUpper(x, shape, rate),
    quantile: (p: number) => numeric.gammaQuantile(p, shape, rate),
    low: 0,
    high: infinity,
  })),
  fc.tuple(magnitude(-1, 4), magnitude(-1, 4)).map(([a, b]) => ({
    name: `beta ${a} ${b}`,
    cdf: (x: number) => numeric.betaCdf(x, a, b),
    upper: (x: number) => numeric.betaUpper(x, a, b),
    quantile: (p: number) => numeric.betaQuantile(p, a, b),
    low: 0,
    high: 1,
  })),
  fc.tuple(magnitude(-0.5, 4), magnitude(-0.5, 4)).map(([df1, df2]) => ({
    name: `F ${df1} ${df2}`,
    cdf: (x: number) => numeric.fCdf(x, df1, df2),
    upper: (x: number) => numeric.fUpper(x, df1, df2),
    quantile: (p: number) => numeric.fQuantile(p, df1, df2),
    low: 0,
    high: infinity,
  })),
);
const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

describe('every distribution', () => {
  it('rises with x, and its two tails add to 1', () => {
    fc.assert(
      fc.property(laws, probability, probability, (law, p, q) => {
        const [low, high] = [law.quantile(Math.min(p, q)), law.quantile(Math.max(p, q))];
        expect(law.cdf(low), law.name).toBeLessThanOrEqual(law.cdf(high) * (1 + 1e-12));
        expect(law.upper(high), law.name).toBeLessThanOrEqual(law.upper(low) * (1 + 1e-12));
        expect(Math.abs(law.cdf(low) + law.upper(low) - 1), law.name).toBeLessThanOrEqual(4.5e-16);
      }),
      seeded,
    );
  });

  it('has its quantile where p lies between the tails of the neighbouring doubles', () => {
    fc.assert(
      fc.property(laws, probability, (law, p) => {
        const x = law.quantile(p);
        // Solved on the scale of log |x|: a few roundings of that logarithm, and never less than the smallest double.
        const roundings = 4 + 2 * Math.abs(Math.log(Math.abs(x) + 1e-300));
        const reach = Math.abs(x) * Number.EPSILON * roundings + 5e-324;
        const [tail, target] = p <= 0.5 ? [law.cdf, p] : [law.upper, 1 - p];
        const around = [tail(x - reach), tail(x + reach)];
        expect(Math.min(...around), `${law.name} at ${p}`).toBeLessThanOrEqual(target * (1 + 1e-13));
        expect(Math.max(...around), `${law.name} at ${p}`).toBeGreaterThanOrEqual(target * (1 - 1e-13));
      }),
      seeded,
    );
  });

  it('has the ends of its support as the quantiles of 0 and 1, and knows both infinities', () => {
    fc.assert(
      fc.property(laws, (law) => {
        expect([law.quantile(0), law.quantile(1)], law.name).toEqual([law.low, law.high]);
        expect([law.cdf(-infinity), law.cdf(infinity), law.upper(-infinity), law.upper(infinity)]).toEqual([
          0, 1, 1, 0,
        ]);
      }),
      seeded,
    );
  });
});

describe('symmetries', () => {
  const size = fc.double({ min: 0, max: 30, noNaN: true });

  it('the normal and t laws are the same on both sides of 0', () => {
    fc.assert(
      fc.property(size, magnitude(-0.5, 5), probability, (x, df, p) => {
        expect(numeric.normalCdf(-x)).toBe(numeric.normalUpper(x));
        expect(numeric.studentCdf(-x, df)).toBe(numeric.studentUpper(x, df));
        const mirrored = p < 0.5 ? p : 1 - p;
        expect(numeric.studentQuantile(mirrored, df)).toBeLessThanOrEqual(0);
      }),
      seeded,
    );
  });

  it('beta (a, b) mirrored is beta (b, a)', () => {
    fc.assert(
      // Multiples of 2^-20, so that 1 - x is exact.
      fc.property(fc.integer({ min: 1, max: 2 ** 20 - 1 }), magnitude(-1, 3), magnitude(-1, 3), (k, a, b) => {
        const x = k / 2 ** 20;
        const [left, right] = [numeric.betaCdf(x, a, b), numeric.betaUpper(1 - x, b, a)];
        expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-13 * right);
      }),
      seeded,
    );
  });

  it('t with very many degrees of freedom becomes normal, without a jump', () => {
    for (const df of [1e12, 1e16, 1e20, 1e22, 1e30, infinity]) {
      for (const x of [0.01, 0.7, 1.96, 5, 9]) {
        const [t, normal] = [numeric.studentUpper(x, df), numeric.normalUpper(x)];
        // The laws differ by x (x^2 + 1) / (4 df) times density over tail, which is about x for large x.
        expect(Math.abs(t / normal - 1), `${df} ${x}`).toBeLessThan((x ** 4 + x * x + 1) / df + 1e-14);
      }
      const [quantile, normal] = [numeric.studentQuantile(0.975, df), numeric.normalQuantile(0.975)];
      expect(Math.abs(quantile / normal - 1)).toBeLessThan(2 / df + 1e-14);
    }
  });
});

describe('counts', () => {
  it('the binomial and Poisson probabilities add up to their distribution functions', () => {
    const sizes = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(
        sizes,
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.integer({ min: 0, max: 300 }),
        ([n, p], mean, k) => {
          const upTo = Array.from({ length: k + 1 }, (_, i) => i);
          const binomial = numeric.sum(upTo.map((i) => numeric.binomialProbability(i, n, p)));
          expect(Math.abs(binomial - numeric.binomialCdf(k, n, p))).toBeLessThan(1e-13);
          const poisson = numeric.sum(upTo.map((i) => numeric.poissonProbability(i, mean)));
          expect(Math.abs(poisson - numeric.poissonCdf(k, mean))).toBeLessThan(1e-13);
        },
      ),
      seeded,
    );
  });

  it('outside their range have probability 0', () => {
    expect([numeric.binomialProbability(-1, 5, 0.5), numeric.binomialProbability(6, 5, 0.5)]).toEqual([0, 0]);
    expect([numeric.binomialCdf(-1, 5, 0.5), numeric.binomialCdf(5, 5, 0.5)]).toEqual([0, 1]);
    expect([numeric.poissonProbability(-1, 2), numeric.poissonCdf(-1, 2)]).toEqual([0, 0]);
  });

  it('are certain where p is 0 or 1 or nothing is expected', () => {
    expect([numeric.binomialProbability(0, 5, 0), numeric.binomialProbability(5, 5, 1)]).toEqual([1, 1]);
    expect([numeric.binomialProbability(1, 5, 0), numeric.binomialProbability(4, 5, 1)]).toEqual([0, 0]);
    expect([numeric.binomialCdf(0, 5, 0), numeric.binomialCdf(4, 5, 1)]).toEqual([1, 0]);
    expect([numeric.poissonProbability(0, 0), numeric.poissonProbability(2, 0), numeric.poissonCdf(0, 0)]).toEqual([
      1, 0, 1,
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digamma, hypergeometric2F1, hypergeometricU, logBeta, logGamma, trigamma } from './index.ts';

const seeded = { seed: 5, numRuns: 500 };
const positive = fc.double({ min: -3, max: 5, noNaN: true }).map((exponent) => 10 ** exponent);

function expectNear(got: number, want: number, tolerance: number): void {
  expect(Math.abs(got - want) / Math.max(1, Math.abs(want)), `got ${got}, want ${want}`).toBeLessThanOrEqual(tolerance);
}

describe('the gamma function', () => {
  it('gives the factorials', () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n += 1) {
      factorial *= n;
      expectNear(Math.exp(logGamma(n + 1)) / factorial, 1, 1e-14);
    }
  });

  it('keeps its relative precision next to its zeros', () => {
    // log gamma(1 + z) = -0.5772156649015329 z + pi^2 z^2 / 12 - ..., log gamma(2 + z) = 0.42278433509846713 z + ...
    const z = 2 ** -40;
    expect(Math.abs(logGamma(1 + z) / (-0.5772156649015329 * z) - 1)).toBeLessThan(2e-12);
    expect(Math.abs(logGamma(2 + z) / (0.42278433509846713 * z) - 1)).toBeLessThan(2e-12);
  });

  it('obeys gamma(x + 1) = x gamma(x), and so do its slopes', () => {
    fc.assert(
      fc.property(positive, (x) => {
        expectNear(logGamma(x + 1), logGamma(x) + Math.log(x), 2e-15);
        expectNear(digamma(x + 1), digamma(x) + 1 / x, Math.max(4e-15, 4e-16 / x));
        expectNear(trigamma(x + 1), trigamma(x) - 1 / (x * x), Math.max(4e-15, 4e-16 / (x * x)));
      }),
      seeded,
    );
  });

  it('has a symmetric beta function with B(a, b + 1) = B(a, b) b / (a + b)', () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        expect(logBeta(a, b)).toBe(logBeta(b, a));
        expectNear(logBeta(a, b + 1), logBeta(a, b) + Math.log(b / (a + b)), 5e-15);
      }),
      seeded,
    );
  });
});

describe("Gauss' hypergeometric function", () => {
  it('is the elementary functions it contains', () => {
    for (const x of [-30, -3, -0.7, -0.2, 0.1, 0.4, 0.6, 0.95, 0.9999]) {
      expectNear(hypergeometric2F1(1, 1, 2, x), -Math.log1p(-x) / x, 1e-13);
      expectNear(hypergeometric2F1(2.5, 0.7, 0.7, x), (1 - x) ** -2.5, 1e-12);
      expectNear(hypergeometric2F1(-2, 3, 4, x), 1 - 1.5 * x + 0.6 * x * x, 1e-13);
    }
    expect(hypergeometric2F1(3, 4, 5, 0)).toBe(1);
  });

  it('does not care for the order of a and b, and obeys Euler and Pfaff', () => {
    const parameter = fc.double({ min: 0.1, max: 12, noNaN: true });
    const argument = fc.double({ min: 0.01, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(parameter, parameter, parameter, argument, (a, b, more, x) => {
        const c = Math.max(a, b) + more;
        const value = hypergeometric2F1(a, b, c, x);
        expect(Math.abs(hypergeometric2F1(b, a, c, x) / value - 1)).toBeLessThan(1e-12);
        expect(Math.abs((1 - x) ** (c - a - b) * (hypergeometric2F1(c - a, c - b, c, x) / value) - 1)).toBeLessThan(
          1e-12,
        );
        expect(Math.abs((1 - x) ** -a * (hypergeometric2F1(a, c - b, c, x / (x - 1)) / value) - 1)).toBeLessThan(1e-12);
      }),
      seeded,
    );
  });
});

describe("Tricomi's function", () => {
  it('is a power where b = a + 1, and obeys U(a, b, x) = x^(1 - b) U(a - b + 1, 2 - b, x)', () => {
    const parameter = fc.double({ min: 0.05, max: 20, noNaN: true });
    fc.assert(
      fc.property(parameter, fc.double({ min: -3, max: 1, noNaN: true }), parameter, (a, b, x) => {
        expect(Math.abs(hypergeometricU(a, a + 1, x) * x ** a - 1)).toBeLessThan(1e-12);
        const transformed = x ** (1 - b) * hypergeometricU(a - b + 1, 2 - b, x);
        expect(Math.abs(transformed / hypergeometricU(a, b, x) - 1)).toBeLessThan(1e-12);
      }),
      seeded,
    );
  });
});

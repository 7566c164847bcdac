import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCandorError } from '../errors/index.ts';
import * as numeric from './index.ts';
import { logLineIntegral } from './line-integral.ts';

/** Number of arguments of every function from numbers to a number. */
const arity = {
  normalCdf: 1,
  normalUpper: 1,
  normalLogCdf: 1,
  normalQuantile: 1,
  studentCdf: 2,
  studentUpper: 2,
  studentQuantile: 2,
  chiSquaredCdf: 2,
  chiSquaredUpper: 2,
  chiSquaredQuantile: 2,
  fCdf: 3,
  fUpper: 3,
  fQuantile: 3,
  betaCdf: 3,
  betaUpper: 3,
  betaQuantile: 3,
  gammaCdf: 3,
  gammaUpper: 3,
  gammaQuantile: 3,
  binomialProbability: 3,
  binomialCdf: 3,
  poissonProbability: 2,
  poissonCdf: 2,
  logGamma: 1,
  digamma: 1,
  trigamma: 1,
  logBeta: 2,
  hypergeometric2F1: 4,
  hypergeometricU: 3,
} as const;
const names = Object.keys(arity) as (keyof typeof arity)[];
const functions: Record<string, unknown> = { ...numeric };
const call = (name: string, args: readonly number[]) =>
  (functions[name] as (...args: readonly number[]) => number)(...args);

const extreme = [
  0,
  1,
  -1,
  5e-324,
  1e-300,
  1e-16,
  1 - 2 ** -53,
  1e9,
  1e22,
  1e308,
  -1e308,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NaN,
];
const argument = fc.oneof(
  fc.constantFrom(...extreme),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: -2, max: 200 }),
  fc.double({ min: -12, max: 8, noNaN: true }).map((exponent) => 10 ** exponent),
);

function codeOf(act: () => unknown): string {
  try {
    return `returned ${act()}`;
  } catch (error) {
    return isCandorError(error) ? error.code : String(error);
  }
}

describe('no argument whatever', () => {
  it.each(names)('makes %s return NaN or throw anything but a code', (name) => {
    const codes = ['CND_ARGUMENT', 'CND_NOT_CONVERGED'];
    fc.assert(
      fc.property(fc.array(argument, { minLength: arity[name], maxLength: arity[name] }), (args) => {
        const outcome = codeOf(() => call(name, args));
        expect(codes.includes(outcome) || /^returned (?!NaN)/.test(outcome), `${name}(${args}): ${outcome}`).toBe(true);
        if (/(Cdf|Upper|Probability)$/.test(name) && name !== 'normalLogCdf' && outcome.startsWith('returned')) {
          const probability = Number(outcome.slice(9));
          expect(probability >= 0 && probability <= 1, `${name}(${args}): ${outcome}`).toBe(true);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('arguments outside the domain are refused as CND_ARGUMENT', () => {
  it.each(names)('NaN anywhere in %s', (name) => {
    for (let i = 0; i < arity[name]; i += 1) {
      const args = Array.from({ length: arity[name] }, (_, k) => (k === i ? Number.NaN : 0.5));
      expect(codeOf(() => call(name, args))).toBe('CND_ARGUMENT');
    }
  });

  it.each([
    ['a probability above 1', () => numeric.normalQuantile(1.0000001)],
    ['a probability below 0', () => numeric.studentQuantile(-1e-9, 5)],
    ['no degrees of freedom', () => numeric.studentCdf(1, 0)],
    ['negative degrees of freedom', () => numeric.chiSquaredUpper(1, -2)],
    ['a beta parameter of 0', () => numeric.betaCdf(0.5, 0, 1)],
    ['a beta parameter too large to sum', () => numeric.betaCdf(0.5, 1, 1e11)],
    ['a rate of 0', () => numeric.gammaCdf(1, 1, 0)],
    ['an infinite df2', () => numeric.fCdf(1, 2, Number.POSITIVE_INFINITY)],
    ['half a success', () => numeric.binomialProbability(0.5, 2, 0.5)],
    ['half a trial', () => numeric.binomialCdf(1, 2.5, 0.5)],
    ['a negative mean', () => numeric.poissonCdf(1, -1)],
    ['log gamma at 0', () => numeric.logGamma(0)],
    ['digamma below 0', () => numeric.digamma(-0.5)],
    ['2F1 at 1', () => numeric.hypergeometric2F1(1, 1, 2, 1)],
    ['2F1 with c = -2', () => numeric.hypergeometric2F1(1, 1, -2, 0.5)],
    ['U at 0', () => numeric.hypergeometricU(1, 1, 0)],
    ['a quantile of nothing', () => numeric.quantile([], 0.5)],
    ['a quantile of descending values', () => numeric.quantile([2, 1], 0.5)],
    ['a median of nothing', () => numeric.median([])],
    ['a median with NaN', () => numeric.median([1, Number.NaN, 2])],
    ['a sum with NaN', () => numeric.sum([1, Number.NaN])],
    ['a sum with Infinity', () => numeric.sum([Number.POSITIVE_INFINITY, 1])],
    ['a sum beyond the largest number', () => numeric.sum([1.7e308, 1.7e308])],
    ['a seed below 0', () => numeric.randomStream(-1, 0, 0)],
    ['a seed with a fraction', () => numeric.randomStream(1.5, 0, 0)],
    ['an id of 2^32', () => numeric.randomStream(1, 0, 4294967296)],
    ['a draw below 0', () => numeric.randomStream(1, 0, 0).integer(0)],
    ['a draw of -1 trials', () => numeric.randomStream(1, 0, 0).binomial(-1, 0.5)],
    ['a draw with p = 1.5', () => numeric.randomStream(1, 0, 0).binomial(3, 1.5)],
    ['shares that add to 0.9', () => numeric.randomStream(1, 0, 0).multinomial(3, [0.4, 0.5])],
    ['a negative share', () => numeric.randomStream(1, 0, 0).multinomial(3, [1.5, -0.5])],
  ])('%s', (_title, act) => {
    expect(codeOf(act)).toBe('CND_ARGUMENT');
  });

  it('with a message that names the function, the need and what was met', () => {
    expect(() => numeric.betaCdf(0.5, -1, 1)).toThrow('betaCdf needs a from 1e-6 to 1e10, got -1');
  });
});

describe('a series that would lose digits or time', () => {
  it.each([
    ['alternates', () => numeric.hypergeometric2F1(5.37, 11.6, 0.214, -223.6)],
    ['hardly converges', () => numeric.hypergeometric2F1(0.75, 0.48, 0.3, 0.9999999)],
    ['grows beyond all numbers', () => numeric.hypergeometric2F1(3469, 5484, 0.0122, 0.98)],
    ['has an integrand that never falls', () => logLineIntegral(() => 0, 0)],
  ])('is refused when it %s', (_title, act) => {
    expect(codeOf(act)).toBe('CND_NOT_CONVERGED');
  });
});

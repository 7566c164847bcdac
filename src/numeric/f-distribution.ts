import { demandNumber, demandProbability, demandShape } from './arguments.ts';
import { betaTails } from './incomplete-beta.ts';
import type { Tails } from './incomplete-gamma.ts';
import { invertBeta } from './invert-beta.ts';

function tailsAt(caller: string, x: number, df1: number, df2: number): Tails {
  demandNumber(x, caller);
  demandShape(df1, caller, 'df1');
  demandShape(df2, caller, 'df2');
  if (x <= 0) return { lower: 0, upper: 1, slope: 0 };
  const odds = (df1 / df2) * x;
  if (odds === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0, slope: 0 };
  if (odds === 0) return { lower: 0, upper: 1, slope: 0 };
  return betaTails(df1 / 2, df2 / 2, odds / (1 + odds), 1 / (1 + odds));
}

/**
 * How likely is an F value (a ratio of two mean squares) at or below x?
 *
 * df1 belongs to the numerator, df2 to the denominator; both real, 1e-6..1e10. Both shares of the beta law behind it
 * are computed without a subtraction. Refuses NaN and df outside 1e-6..1e10 (`CND_ARGUMENT`).
 * @example fCdf(1, 2, 2) // => 0.5
 */
export function fCdf(x: number, df1: number, df2: number): number {
  return tailsAt('fCdf', x, df1, df2).lower;
}

/**
 * How likely is an F value above x: the p value of an F test?
 *
 * Computed directly, never as 1 - cdf. Same domain as `fCdf` (`CND_ARGUMENT`).
 * @example fUpper(19, 2, 2) // => 0.05
 */
export function fUpper(x: number, df1: number, df2: number): number {
  return tailsAt('fUpper', x, df1, df2).upper;
}

/**
 * Below which value does an F variable lie with probability p?
 *
 * p = 0 gives 0, p = 1 Infinity. Refuses p outside 0..1 and df outside 1e-6..1e10 (`CND_ARGUMENT`).
 * @example fQuantile(0.95, 2, 2) // => 19
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  demandProbability(p, 'fQuantile');
  demandShape(df1, 'fQuantile', 'df1');
  demandShape(df2, 'fQuantile', 'df2');
  return Math.exp(invertBeta(p, 1 - p, df1 / 2, df2 / 2)) * (df2 / df1);
}

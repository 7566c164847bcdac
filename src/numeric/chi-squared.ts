import { demandNumber, demandProbability, demandShape } from './arguments.ts';
import { scaledQuantile, scaledTails } from './gamma-distribution.ts';

/**
 * How likely is a chi-squared value (a sum of `df` squared standard normal values) at or below x?
 *
 * The gamma law of shape df / 2 and rate 1/2; df is real, 1e-6..1e10. Refuses NaN and other df (`CND_ARGUMENT`).
 * @example chiSquaredCdf(3.841458820694124, 1) // => 0.95
 */
export function chiSquaredCdf(x: number, df: number): number {
  demandNumber(x, 'chiSquaredCdf');
  demandShape(df, 'chiSquaredCdf', 'df');
  return scaledTails(x, df / 2, 0.5).lower;
}

/**
 * How likely is a chi-squared value above x: the p value of a chi-squared test?
 *
 * Computed directly, so that a p value of 1e-198 is right. Same domain as `chiSquaredCdf` (`CND_ARGUMENT`).
 * @example chiSquaredUpper(10, 2) // => 0.006737946999085468
 */
export function chiSquaredUpper(x: number, df: number): number {
  demandNumber(x, 'chiSquaredUpper');
  demandShape(df, 'chiSquaredUpper', 'df');
  return scaledTails(x, df / 2, 0.5).upper;
}

/**
 * Below which value does a chi-squared variable lie with probability p?
 *
 * Refuses p outside 0..1 and df outside 1e-6..1e10 (`CND_ARGUMENT`).
 * @example chiSquaredQuantile(0.95, 1) // => 3.8414588206941
 */
export function chiSquaredQuantile(p: number, df: number): number {
  demandProbability(p, 'chiSquaredQuantile');
  demandShape(df, 'chiSquaredQuantile', 'df');
  return scaledQuantile(p, df / 2, 0.5);
}

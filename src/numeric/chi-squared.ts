import { demandPositive } from './arguments.ts';
import { gammaCdf, gammaQuantile, gammaUpper } from './gamma-distribution.ts';

/**
 * How likely is a chi-squared value (a sum of `df` squared standard normal values) at or below x?
 *
 * The gamma law of shape df / 2 and rate 1/2; df is real and above 0. Refuses NaN and df not above 0 (`CND_ARGUMENT`).
 * @example chiSquaredCdf(3.841458820694124, 1) // => 0.95
 */
export function chiSquaredCdf(x: number, df: number): number {
  demandPositive(df, 'chiSquaredCdf', 'df');
  return gammaCdf(x, df / 2, 0.5);
}

/**
 * How likely is a chi-squared value above x: the p value of a chi-squared test?
 *
 * Computed directly, so that a p value of 1e-198 is right. Same domain as `chiSquaredCdf` (`CND_ARGUMENT`).
 * @example chiSquaredUpper(10, 2) // => 0.006737946999085468
 */
export function chiSquaredUpper(x: number, df: number): number {
  demandPositive(df, 'chiSquaredUpper', 'df');
  return gammaUpper(x, df / 2, 0.5);
}

/**
 * Below which value does a chi-squared variable lie with probability p?
 *
 * Refuses p outside 0..1 and df not above 0 (`CND_ARGUMENT`).
 * @example chiSquaredQuantile(0.95, 1) // => 3.8414588206941
 */
export function chiSquaredQuantile(p: number, df: number): number {
  demandPositive(df, 'chiSquaredQuantile', 'df');
  return gammaQuantile(p, df / 2, 0.5);
}

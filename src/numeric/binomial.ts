import { demand, demandCount, demandProbability } from './arguments.ts';
import { stirlingError } from './gamma-function.ts';
import { betaTails } from './incomplete-beta.ts';
import { deviance } from './saddle-point.ts';

function demandBinomial(k: number, n: number, p: number, caller: string): void {
  demand(Number.isSafeInteger(k), caller, 'a whole k', k);
  demandCount(n, caller, 'n');
  demandProbability(p, caller, 'p');
}

/**
 * How likely are exactly k successes in n independent trials of probability p?
 *
 * Loader's saddle-point form: relative error below 1e-12 for any n that is a whole number. Outside 0..n it is 0.
 * Refuses k or n that are not whole, n < 0, p outside 0..1 (`CND_ARGUMENT`).
 * @example binomialProbability(3, 10, 0.2) // => 0.201326592
 */
export function binomialProbability(k: number, n: number, p: number): number {
  demandBinomial(k, n, p, 'binomialProbability');
  if (k < 0 || k > n) return 0;
  return Math.exp(logBinomial(k, n, p));
}

/** Logarithm of the binomial probability of a checked 0 <= k <= n; -Infinity where it is 0. */
export function logBinomial(k: number, n: number, p: number): number {
  const q = 1 - p;
  if (p === 0) return k === 0 ? 0 : Number.NEGATIVE_INFINITY;
  if (q === 0) return k === n ? 0 : Number.NEGATIVE_INFINITY;
  if (k === 0) return n * Math.log1p(-p);
  if (k === n) return n * Math.log(p);
  const error = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  const spread = 0.5 * Math.log((2 * Math.PI * k * (n - k)) / n);
  return error - deviance(k, n * p) - deviance(n - k, n * q) - spread;
}

/**
 * How likely are at most k successes in n independent trials of probability p?
 *
 * The beta law at 1 - p with parameters n - k and k + 1. Below 0 it is 0, from n on it is 1.
 * Refuses as `binomialProbability`, and n above 1e10 (`CND_ARGUMENT`).
 * @example binomialCdf(1, 2, 0.5) // => 0.75
 */
export function binomialCdf(k: number, n: number, p: number): number {
  demandBinomial(k, n, p, 'binomialCdf');
  demand(n <= 1e10, 'binomialCdf', 'n up to 1e10', n);
  if (k < 0) return 0;
  if (k >= n || p === 0) return 1;
  return p === 1 ? 0 : betaTails(n - k, k + 1, 1 - p, p).lower;
}

import { CandorError } from '../errors/index.ts';
import { betaQuantile } from '../numeric/index.ts';
import type { Interval } from './estimate.ts';
import type { IntervalOptions } from './net-score-interval.ts';
import { requireConfidence, twoSidedQuantile } from './preconditions.ts';

export function requireProportion(who: string, successes: number, n: number): void {
  if (!(n > 0 && Number.isFinite(n) && successes >= 0 && successes <= n)) {
    throw new CandorError('CND_ARGUMENT', `${who} needs 0 <= successes <= n and n above 0, got ${successes} of ${n}`, {
      successes,
      n,
    });
  }
}

/**
 * Between which values does the share lie? Shares 0..1; the score interval, Candor's default. Stays inside 0..1 and has
 * width where all answers agree. Counts may be fractional (effective n). Assumes independent answers.
 * Refuses counts outside 0..n (CND_ARGUMENT). Source: Wilson 1927, DOI 10.1080/01621459.1927.10502953.
 * @example wilsonInterval(7, 10) // => {"low":0.396778,"high":0.892209}
 */
export function wilsonInterval(
  successes: number,
  n: number,
  confidence = 0.95,
  options: IntervalOptions = {},
): Interval {
  requireProportion('wilsonInterval', successes, n);
  const quantile = options.quantile ?? twoSidedQuantile('wilsonInterval', confidence);
  const square = quantile * quantile;
  const centre = successes + square / 2;
  const reach = centre + quantile * Math.sqrt((successes * (n - successes)) / n + square / 4);
  // the product of both limits is successes^2 / (n (n + square)): the lower one without the cancellation of a difference
  return {
    low: successes === 0 ? 0 : (successes * successes) / (n * reach),
    high: successes === n ? 1 : reach / (n + square),
  };
}

/**
 * Between which values does the share lie, with coverage never below the confidence? Shares 0..1. Wider than needed on
 * average (coverage .97 to 1 at small n). Whole or fractional counts. Refuses counts outside 0..n (CND_ARGUMENT).
 * Source: Clopper and Pearson 1934, DOI 10.1093/biomet/26.4.404.
 * @example clopperPearsonInterval(7, 10) // => {"low":0.347547,"high":0.93326}
 */
export function clopperPearsonInterval(successes: number, n: number, confidence = 0.95): Interval {
  requireProportion('clopperPearsonInterval', successes, n);
  requireConfidence('clopperPearsonInterval', confidence);
  const tail = (1 - confidence) / 2;
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
    high: successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes),
  };
}

/**
 * Between which values does the share lie, by the equal-tailed Bayes interval with Jeffreys' prior? Shares 0..1; the
 * limit is 0 (or 1) where no (or every) answer is a success. Refuses counts outside 0..n (CND_ARGUMENT).
 * Source: Brown, Cai and DasGupta 2001, DOI 10.1214/ss/1009213286.
 * @example jeffreysInterval(7, 10) // => {"low":0.394182,"high":0.907305}
 */
export function jeffreysInterval(successes: number, n: number, confidence = 0.95): Interval {
  requireProportion('jeffreysInterval', successes, n);
  requireConfidence('jeffreysInterval', confidence);
  const tail = (1 - confidence) / 2;
  const [a, b] = [successes + 0.5, n - successes + 0.5];
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, a, b),
    high: successes === n ? 1 : betaQuantile(1 - tail, a, b),
  };
}

import type { Estimate } from './estimate.ts';
import { requirePopulation } from './preconditions.ts';
import { clopperPearsonInterval, jeffreysInterval, requireProportion, wilsonInterval } from './proportion-interval.ts';
import { noVarianceCaveat, sizeCaveats } from './sample-caveats.ts';

export interface ProportionOptions {
  readonly method?: 'wilson' | 'clopper-pearson' | 'jeffreys';
  readonly confidence?: number;
  /** Respondents that could have answered; only for the state of that population, never for a forecast. */
  readonly population?: number;
}

const intervals = {
  wilson: wilsonInterval,
  'clopper-pearson': clopperPearsonInterval,
  jeffreys: jeffreysInterval,
};

/**
 * What share of answers is it (top-box CSAT, for example), and how sure can we be? Share 0..1, Wilson unless told
 * otherwise. With a finite population N the interval is that of n (N - 1) / (N - n) answers at the same share.
 * Assumes one independent answer per respondent. Refuses counts outside 0..n (CND_ARGUMENT) and a population below n
 * (CND_POPULATION). See docs/methods/proportions.md.
 * @example proportionEstimate(60, 80, { population: 100 }).interval // => {"low":0.705087,"high":0.790109}
 */
export function proportionEstimate(successes: number, n: number, options: ProportionOptions = {}): Estimate {
  requireProportion('proportionEstimate', successes, n);
  const { method = 'wilson', confidence = 0.95, population } = options;
  const value = successes / n;
  const caveats = sizeCaveats(n, n);
  if (successes === 0 || successes === n) caveats.push(noVarianceCaveat(n));
  const shared = { value, confidence, n, caveats };
  if (population === undefined) {
    return { ...shared, interval: intervals[method](successes, n, confidence), effectiveN: n, method };
  }
  requirePopulation('proportionEstimate', population, n);
  const name = method === 'wilson' ? 'wilson-effective-n' : method;
  if (population <= n) return { ...shared, interval: { low: value, high: value }, effectiveN: n, method: name };
  const effectiveN = (n * (population - 1)) / (population - n);
  return {
    ...shared,
    interval: intervals[method](value * effectiveN, effectiveN, confidence),
    effectiveN,
    method: name,
  };
}

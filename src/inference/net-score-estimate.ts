import type { Estimate, Interval } from './estimate.ts';
import { type NetCounts, netScore, netScoreVariance, netTotal } from './net-score.ts';
import { adjustedWaldInterval, tangoInterval, waldInterval } from './net-score-interval.ts';
import { requirePopulation } from './preconditions.ts';
import { noVarianceCaveat, sizeCaveats } from './sample-caveats.ts';

export interface NetScoreOptions {
  readonly method?: 'tango' | 'adjusted-wald' | 'wald';
  readonly confidence?: number;
  /** Respondents that could have answered; only for the state of that population, never for a forecast. */
  readonly population?: number;
}

const intervals = { tango: tangoInterval, 'adjusted-wald': adjustedWaldInterval, wald: waldInterval };

/**
 * What is the net score, and how sure can we be of it? Points -100..100 with the Tango interval unless told otherwise.
 * With a finite population N the interval is that of n (N - 1) / (N - n) answers (method `tango-effective-n`).
 * Assumes one independent answer per respondent; else use `netScoreAtEffectiveN`. One answer, few answers and answers
 * that all agree carry a caveat. Refuses bad counts (CND_ARGUMENT) and a population below n (CND_POPULATION).
 * See docs/methods/score-intervals.md.
 * @example netScoreEstimate({ positive: 15, neutral: 16, negative: 5 }).interval // => {"low":3.6175,"high":48.6329}
 */
export function netScoreEstimate(counts: NetCounts, options: NetScoreOptions = {}): Estimate {
  const { method = 'tango', confidence = 0.95, population } = options;
  const value = netScore(counts);
  const n = netTotal(counts);
  const caveats = sizeCaveats(n, n);
  if (netScoreVariance(counts) === 0) caveats.push(noVarianceCaveat(n));
  const shared = { value, confidence, n, caveats };
  if (population === undefined) {
    return { ...shared, interval: intervals[method](counts, confidence), effectiveN: n, method };
  }
  requirePopulation('netScoreEstimate', population, n);
  const name = method === 'tango' ? 'tango-effective-n' : method;
  if (population <= n) {
    const everybody: Interval = { low: value, high: value };
    return { ...shared, interval: everybody, effectiveN: n, method: name };
  }
  const factor = (population - 1) / (population - n);
  return {
    ...shared,
    interval: intervals[method](scaleNetCounts(counts, factor), confidence),
    effectiveN: n * factor,
    method: name,
  };
}

/** The same shares with another number of answers behind them. */
function scaleNetCounts(counts: NetCounts, factor: number): NetCounts {
  return {
    positive: counts.positive * factor,
    neutral: counts.neutral * factor,
    negative: counts.negative * factor,
  };
}

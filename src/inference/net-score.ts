import { CandorError } from '../errors/index.ts';
import { requirePopulation } from './preconditions.ts';

/**
 * Answers of a net score by side: the share of `positive` minus the share of `negative`, in points -100..100.
 * The parts may be fractional: weighted shares times an effective number of answers.
 */
export interface NetCounts {
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
}

export function netTotal(counts: NetCounts): number {
  return counts.positive + counts.neutral + counts.negative;
}

export function requireNetCounts(who: string, counts: NetCounts): void {
  const parts = [counts.positive, counts.neutral, counts.negative];
  if (!parts.every((part) => part >= 0 && Number.isFinite(part)) || !(netTotal(counts) > 0)) {
    throw new CandorError('CND_ARGUMENT', `${who} needs counts that are not negative and not all zero, got ${parts}`, {
      positive: counts.positive,
      neutral: counts.neutral,
      negative: counts.negative,
    });
  }
}

/**
 * What is the net score of these answers? Share of positive minus share of negative, in points -100..100.
 * It is never to be shown alone: see `netScoreEstimate`.
 * Refuses counts that are negative or all zero (CND_ARGUMENT). Source: Reichheld 2003, Harvard Business Review 81(12).
 * @example netScore({ positive: 50, neutral: 30, negative: 20 }) // => 30
 */
export function netScore(counts: NetCounts): number {
  requireNetCounts('netScore', counts);
  return (100 * (counts.positive - counts.negative)) / netTotal(counts);
}

/**
 * How far do single answers spread around the net score? Variance of one answer coded 100, 0, -100, in points squared,
 * with n as the divisor: 10,000 (p + d - (p - d)^2). Between 0 (all alike) and 10,000 (half and half).
 * Refuses counts that are negative or all zero (CND_ARGUMENT).
 * @example netScoreVariance({ positive: 50, neutral: 30, negative: 20 }) // => 6100
 */
export function netScoreVariance(counts: NetCounts): number {
  requireNetCounts('netScoreVariance', counts);
  const n = netTotal(counts);
  const { positive, neutral, negative } = counts;
  // (p + d) - (p - d)^2 written without subtraction, so that it is exactly zero only where all answers agree
  return (1e4 * ((positive + negative) * neutral + 4 * positive * negative)) / (n * n);
}

export interface StandardErrorOptions {
  /** Respondents (accounts) that could have answered: the finite population correction sqrt(1 - n / N) is applied. */
  readonly population?: number;
}

/**
 * What standard error goes with the headline net score? 100 sqrt(var / n), in points: the error of the margin of error.
 * Assumes one independent answer per respondent; with accounts, weights or strata use `designEstimate`. It is zero, and
 * says nothing, where all answers fall in one group. Refuses bad counts (CND_ARGUMENT).
 * @example headlineStandardError({ positive: 50, neutral: 30, negative: 20 }) // => 7.81025
 */
export function headlineStandardError(counts: NetCounts): number {
  return Math.sqrt(netScoreVariance(counts) / netTotal(counts));
}

/**
 * What standard error goes into tests between periods? 100 sqrt(var / (n - 1)), in points, times sqrt(1 - n / N) where
 * a population is given. Use the correction only for the state of that population, never for a test of change.
 * Refuses n <= 1 (CND_SAMPLE_TOO_SMALL) and a population below n (CND_POPULATION). See docs/methods/score-intervals.md.
 * @example testStandardError({ positive: 40, neutral: 25, negative: 15 }, { population: 100 }) // => 3.864292
 */
export function testStandardError(counts: NetCounts, options: StandardErrorOptions = {}): number {
  const n = netTotal(counts);
  const variance = netScoreVariance(counts);
  if (!(n > 1)) {
    throw new CandorError('CND_SAMPLE_TOO_SMALL', `testStandardError needs more than 1 answer, got ${n}`, { n });
  }
  if (options.population === undefined) return Math.sqrt(variance / (n - 1));
  requirePopulation('testStandardError', options.population, n);
  return Math.sqrt((variance / (n - 1)) * (1 - n / options.population));
}

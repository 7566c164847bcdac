import { CandorError } from '../../errors/index.ts';
import { type Caveat, caveat, type Interval } from '../../inference/index.ts';
import { normalQuantile, normalUpper } from '../../numeric/index.ts';
import { type CompleteRows, completeRowsOf, designOf } from './complete-rows.ts';
import { requireIndependentDrivers } from './correlation-matrix.ts';
import type { DriverData } from './driver-data.ts';
import { fitLogit, type LogitFit } from './logit-fit.ts';
import { choleskyFactor, clusteredProducts, invertFactored, quadraticForm, sandwich } from './normal-equations.ts';

export interface LogitDriver {
  readonly driver: string;
  /** Log odds for one point more of the driver. */
  readonly coefficient: number;
  readonly standardError: number;
  readonly pValue: number;
  /** What one point more goes with, in probability, averaged over the respondents; delta method. */
  readonly marginalEffect: { readonly value: number; readonly interval: Interval };
  /** Of McFadden's R squared: average over all orders; all shares sum to it. */
  readonly share: number;
}

export interface LogitDrivers {
  readonly n: number;
  /** Answers in the top box. */
  readonly events: number;
  readonly intercept: { readonly coefficient: number; readonly standardError: number };
  readonly drivers: readonly LogitDriver[];
  readonly deviance: number;
  readonly nullDeviance: number;
  readonly mcFadden: number;
  readonly caveats: readonly Caveat[];
}

/** Every subset is a fit of its own: 1024 of them at 10 drivers. */
export const mostLogitDrivers = 10;

/**
 * What goes with being in the top box: how much of what is explained (McFadden's R squared) goes with each driver, and
 * what one point more of it goes with? `topFrom` is the lowest outcome that is in the box. Only rows without a gap.
 * With `accounts` the standard errors keep accounts together (sandwich, G / (G - 1)).
 * Refuses what `driversOf` refuses, more than 10 drivers, and a driver that tells the groups apart without exception
 * (`CND_SEPARATION`). Assumes log odds linear in each driver.
 * Source: McFadden 1974; Albert and Anderson 1984, DOI 10.1093/biomet/71.1.1 (separation). docs/methods/logit-drivers.md.
 * @example logitDrivers({ outcome: { name: 'y', values: Array.from({ length: 60 }, (_, i) => i % 6) }, drivers: [{ name: 'x', values: Array.from({ length: 60 }, (_, i) => i % 4) }] }, { topFrom: 4 }).events // => 20
 */
export function logitDrivers(
  data: DriverData,
  { topFrom, confidence = 0.95 }: { readonly topFrom: number; readonly confidence?: number },
): LogitDrivers {
  const sample = completeRowsOf('logit drivers', data, mostLogitDrivers);
  const top = sample.outcome.map((value) => (value >= topFrom ? 1 : 0));
  const n = top.length;
  const events = top.reduce((sum, value) => sum + value, 0);
  if (events === 0 || events === n) {
    const message = `logit drivers needs answers on both sides of ${topFrom}, all ${n} are ${events === 0 ? 'below' : 'in the box'}`;
    throw new CandorError('CND_NO_VARIANCE', message, { column: data.outcome.name, topFrom });
  }
  const design = designOf(sample);
  requireIndependentDrivers('logit drivers', correlationsOf(design, n, sample.names.length), sample.names);
  const width = sample.names.length + 1;
  const fit = requireMaximum(fitLogit(design, width, top, [...new Int8Array(width).keys()]), sample.names);
  const covariance = covarianceOf(fit, { design, width, top, sample, data });
  const nullLogLikelihood = events * Math.log(events / n) + (n - events) * Math.log(1 - events / n);
  const shares = shapley(design, top, sample.names.length, nullLogLikelihood);
  return {
    n,
    events,
    intercept: interceptOf(fit, covariance, sample),
    drivers: sample.names.map((driver, j) => ({
      driver,
      ...coefficientOf(fit, covariance, sample, j),
      marginalEffect: marginalEffect(fit, covariance, { design, width, sample, j, confidence }),
      share: shares[j]!,
    })),
    deviance: -2 * fit.logLikelihood,
    nullDeviance: -2 * nullLogLikelihood,
    mcFadden: 1 - fit.logLikelihood / nullLogLikelihood,
    caveats: doubtsOf(sample, Math.min(events, n - events)),
  };
}

function requireMaximum(fit: ReturnType<typeof fitLogit>, names: readonly string[]): LogitFit {
  if (!('diverging' in fit)) return fit;
  const column = names[fit.diverging - 1] ?? names[0]!;
  const message = `logit drivers: "${column}" tells the two groups apart without exception, so its coefficient has no bound`;
  throw new CandorError('CND_SEPARATION', message, { column });
}

/** Correlations of the standardised columns, the first driver in the place of an outcome. */
function correlationsOf(design: Float64Array, n: number, drivers: number): Float64Array {
  const size = drivers + 1;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      let sum = 0;
      for (let row = 0; row < n; row++)
        sum += design[row * size + 1 + (i % drivers)]! * design[row * size + 1 + (k % drivers)]!;
      matrix[i * size + k] = sum / n;
    }
  }
  return matrix;
}

interface Fitted {
  readonly design: Float64Array;
  readonly width: number;
  readonly top: Float64Array;
  readonly sample: CompleteRows;
  readonly data: DriverData;
}

function covarianceOf(fit: LogitFit, { design, width, top, sample, data }: Fitted): Float64Array {
  const bread = invertFactored(choleskyFactor(fit.information, width)!, width);
  if (!data.accounts) return bread;
  const scores = design.map((value, at) => {
    const row = Math.floor(at / width);
    return value * (top[row]! - fit.probabilities[row]!);
  });
  const { clusterOf, clusters } = sample;
  const scale = clusters / (clusters - 1);
  return sandwich(bread, clusteredProducts(scores, width, clusterOf, clusters), width).map((value) => value * scale);
}

function interceptOf(fit: LogitFit, covariance: Float64Array, { means, spreads }: CompleteRows) {
  const weights = [1, ...means.map((mean, j) => -mean / spreads[j]!)];
  return {
    coefficient: weights.reduce((sum, weight, i) => sum + weight * fit.coefficients[i]!, 0),
    standardError: Math.sqrt(quadraticForm(weights, covariance, weights)),
  };
}

function coefficientOf(fit: LogitFit, covariance: Float64Array, { spreads }: CompleteRows, j: number) {
  const size = spreads.length + 1;
  const coefficient = fit.coefficients[j + 1]! / spreads[j]!;
  const standardError = Math.sqrt(covariance[(j + 1) * size + j + 1]!) / spreads[j]!;
  return { coefficient, standardError, pValue: 2 * normalUpper(Math.abs(coefficient / standardError)) };
}

function marginalEffect(
  fit: LogitFit,
  covariance: Float64Array,
  at: { design: Float64Array; width: number; sample: CompleteRows; j: number; confidence: number },
): LogitDriver['marginalEffect'] {
  const { design, width, sample, j, confidence } = at;
  const n = fit.probabilities.length;
  const slope = fit.coefficients[j + 1]!;
  const gradient = new Float64Array(width);
  let density = 0;
  fit.probabilities.forEach((p, row) => {
    const weight = (p * (1 - p)) / n;
    density += weight;
    for (let i = 0; i < width; i++)
      gradient[i] = gradient[i]! + weight * (1 - 2 * p) * design[row * width + i]! * slope;
  });
  gradient[j + 1] = gradient[j + 1]! + density;
  const value = (density * slope) / sample.spreads[j]!;
  const margin =
    (normalQuantile((1 + confidence) / 2) * Math.sqrt(quadraticForm(gradient, covariance, gradient))) /
    sample.spreads[j]!;
  return { value, interval: { low: value - margin, high: value + margin } };
}

/** McFadden's R squared of every subset, averaged over all orders. A subset of a model with a maximum has one too. */
function shapley(design: Float64Array, top: Float64Array, drivers: number, nullLogLikelihood: number): Float64Array {
  const subsets = 1 << drivers;
  const explained = new Float64Array(subsets);
  for (let subset = 1; subset < subsets; subset++) {
    const columns = [0];
    for (let j = 0; j < drivers; j++) if (subset & (1 << j)) columns.push(j + 1);
    const fit = fitLogit(design, drivers + 1, top, columns) as LogitFit;
    explained[subset] = 1 - fit.logLikelihood / nullLogLikelihood;
  }
  const weightOf = Array.from({ length: drivers }, (_, size) => 1 / (drivers * binomial(drivers - 1, size)));
  return Float64Array.from({ length: drivers }, (_, j) => {
    let share = 0;
    for (let subset = 0; subset < subsets; subset++) {
      if (subset & (1 << j)) continue;
      share += weightOf[bits(subset)]! * (explained[subset | (1 << j)]! - explained[subset]!);
    }
    return share;
  });
}

function binomial(n: number, k: number): number {
  let value = 1;
  for (let i = 0; i < k; i++) value = (value * (n - i)) / (i + 1);
  return Math.round(value);
}

function bits(subset: number): number {
  let count = 0;
  for (let rest = subset; rest > 0; rest &= rest - 1) count++;
  return count;
}

function doubtsOf({ dropped, names }: CompleteRows, fewer: number): Caveat[] {
  const caveats: Caveat[] = [];
  if (dropped > 0)
    caveats.push(caveat('rows-dropped', `${dropped} rows have a gap and were left out.`, { rows: dropped }));
  if (fewer < 10 * names.length) {
    const said = `Only ${fewer} answers are on the smaller side; with ${names.length} drivers ${10 * names.length} are wanted.`;
    caveats.push(caveat('few-events', said, { count: fewer, wanted: 10 * names.length }));
  }
  return caveats;
}

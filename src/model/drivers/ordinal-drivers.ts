import { CandorError } from '../../errors/index.ts';
import { type Caveat, caveat, type Interval } from '../../inference/index.ts';
import { normalQuantile, normalUpper } from '../../numeric/index.ts';
import { type CompleteRows, completeRowsOf, designOf } from './complete-rows.ts';
import type { DriverData } from './driver-data.ts';
import { choleskyFactor, invertFactored, quadraticForm } from './normal-equations.ts';
import { fitOrdinal, type OrdinalFit } from './ordinal-fit.ts';

export interface OrdinalDriver {
  readonly driver: string;
  /** Log odds of a higher class for one point more of the driver. */
  readonly coefficient: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly pValue: number;
}

export interface OrdinalDrivers {
  readonly n: number;
  /** Answers in each class, from the lowest. */
  readonly classes: readonly number[];
  readonly thresholds: readonly { readonly coefficient: number; readonly standardError: number }[];
  readonly drivers: readonly OrdinalDriver[];
  readonly deviance: number;
  readonly caveats: readonly Caveat[];
}

/**
 * What goes with a higher class of the outcome, where its classes are more than two (1-6, 7-8, 9-10)? Proportional odds.
 * `cuts` are the lowest outcomes of the second and each further class, ascending: [7, 9]. Only rows without a gap; rows
 * are taken as independent. Refuses as `logitDrivers` does, and a class nobody is in (`CND_NO_VARIANCE`).
 * Assumes that a driver moves every border by the same log odds. Source: McCullagh 1980, DOI
 * 10.1111/j.2517-6161.1980.tb01109.x. docs/methods/logit-drivers.md.
 * @example ordinalDrivers({ outcome: { name: 'y', values: Array.from({ length: 60 }, (_, i) => i % 6) }, drivers: [{ name: 'x', values: Array.from({ length: 60 }, (_, i) => i % 4) }] }, { cuts: [2, 4] }).classes // => [20,20,20]
 */
export function ordinalDrivers(
  data: DriverData,
  { cuts, confidence = 0.95 }: { readonly cuts: readonly number[]; readonly confidence?: number },
): OrdinalDrivers {
  if (cuts.length < 1 || cuts.some((cut, i) => i > 0 && !(cut > cuts[i - 1]!))) {
    throw new CandorError('CND_ARGUMENT', `ordinal drivers needs cuts that ascend, got ${cuts.join(', ')}`);
  }
  const sample = completeRowsOf('ordinal drivers', data, mostOrdinalDrivers);
  const category = Int32Array.from(sample.outcome, (value) => cuts.filter((cut) => value >= cut).length);
  const classes = Array.from({ length: cuts.length + 1 }, (_, k) => category.filter((of) => of === k).length);
  const empty = classes.indexOf(0);
  if (empty >= 0) {
    const message = `ordinal drivers needs answers in every class, class ${empty + 1} of ${classes.length} has none`;
    throw new CandorError('CND_NO_VARIANCE', message, { column: data.outcome.name, class: empty + 1 });
  }
  const width = sample.names.length;
  const fit = requireMaximum(fitOrdinal(withoutIntercept(sample), width, category, classes.length), sample.names);
  const size = cuts.length + width;
  const covariance = invertFactored(choleskyFactor(fit.information, size)!, size);
  const z = normalQuantile((1 + confidence) / 2);
  return {
    n: category.length,
    classes,
    thresholds: cuts.map((_, k) => thresholdOf(fit, covariance, sample, cuts.length, k)),
    drivers: sample.names.map((driver, j) => {
      const at = cuts.length + j;
      const coefficient = fit.parameters[at]! / sample.spreads[j]!;
      const standardError = Math.sqrt(covariance[at * size + at]!) / sample.spreads[j]!;
      const interval = { low: coefficient - z * standardError, high: coefficient + z * standardError };
      return {
        driver,
        coefficient,
        standardError,
        interval,
        pValue: 2 * normalUpper(Math.abs(coefficient / standardError)),
      };
    }),
    deviance: -2 * fit.logLikelihood,
    caveats: doubtsOf(sample, Math.min(...classes)),
  };
}

const mostOrdinalDrivers = 30;

function withoutIntercept(sample: CompleteRows): Float64Array {
  const size = sample.names.length + 1;
  return designOf(sample).filter((_, at) => at % size !== 0);
}

function requireMaximum(fit: ReturnType<typeof fitOrdinal>, names: readonly string[]): OrdinalFit {
  if (!('diverging' in fit)) return fit;
  const column = names[fit.diverging] ?? names[0]!;
  const message = `ordinal drivers: "${column}" tells the classes apart without exception, or follows from the others`;
  throw new CandorError('CND_SEPARATION', message, { column });
}

/** Back from standardised drivers: the threshold takes up what the means were. */
function thresholdOf(fit: OrdinalFit, covariance: Float64Array, sample: CompleteRows, cuts: number, k: number) {
  const weights = new Float64Array(cuts + sample.names.length);
  weights[k] = 1;
  sample.names.forEach((_, j) => {
    weights[cuts + j] = sample.means[j]! / sample.spreads[j]!;
  });
  return {
    coefficient: weights.reduce((sum, weight, i) => sum + weight * fit.parameters[i]!, 0),
    standardError: Math.sqrt(quadraticForm(weights, covariance, weights)),
  };
}

function doubtsOf({ dropped, names }: CompleteRows, fewest: number): Caveat[] {
  const caveats: Caveat[] = [];
  if (dropped > 0)
    caveats.push(caveat('rows-dropped', `${dropped} rows have a gap and were left out.`, { rows: dropped }));
  if (fewest < 10 * names.length) {
    const said = `Only ${fewest} answers are in the smallest class; with ${names.length} drivers ${10 * names.length} are wanted.`;
    caveats.push(caveat('few-events', said, { count: fewest, wanted: 10 * names.length }));
  }
  return caveats;
}

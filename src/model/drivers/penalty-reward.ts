import { CandorError } from '../../errors/index.ts';
import { type Caveat, caveat, type Interval } from '../../inference/index.ts';
import { studentQuantile } from '../../numeric/index.ts';
import { completeRowsOf } from './complete-rows.ts';
import type { DriverData } from './driver-data.ts';
import {
  choleskyFactor,
  clusteredProducts,
  invertFactored,
  quadraticForm,
  sandwich,
  solveFactored,
} from './normal-equations.ts';

export interface Contrast {
  /** Difference of the outcome from answers in the middle, all other contrasts held fixed. */
  readonly value: number;
  readonly interval: Interval;
  readonly n: number;
}

export interface PenaltyReward {
  readonly driver: string;
  /** Of low ratings; absent where fewer than 5 respondents gave one. */
  readonly penalty?: Contrast;
  readonly reward?: Contrast;
  /** Which of the two is shown: `basic` only the penalty, `delight` only the reward, `linear` both, `none` neither. */
  readonly kind: 'basic' | 'delight' | 'linear' | 'none';
}

export interface PenaltyRewards {
  readonly n: number;
  readonly intercept: number;
  readonly rSquared: number;
  readonly drivers: readonly PenaltyReward[];
  readonly caveats: readonly Caveat[];
}

export interface PenaltyRewardOptions {
  /** Ratings up to here are low, from there on high; between them lies what is compared with. */
  readonly lowTo: number;
  readonly highFrom: number;
  readonly confidence?: number;
  /** Contrasts of fewer respondents are left out: 5, or the floor that a reader is bound by where it is higher. */
  readonly fewest?: number;
}

const fewestOfContrast = 5;

/**
 * Does a low rating of a driver go with a lower outcome, a high one with a higher, or both? Ordinary least squares on
 * two indicators of each driver; intervals from standard errors that allow for unequal spread (HC3), or for accounts
 * (CR1) where they are given, with Student's t.
 * Only rows without a gap. Refuses what `driversOf` refuses, borders that leave no middle (`CND_ARGUMENT`), and
 * indicators that make each other up (`CND_COLLINEAR`). Assumes that contrasts add up. docs/methods/penalty-reward.md.
 * Source: Brandt 1987; Mikulic and Prebezac 2008, DOI 10.1108/09604520810920068; HC3: MacKinnon and White 1985, DOI
 * 10.1016/0304-4076(85)90158-7.
 * @example penaltyReward({ outcome: { name: 'y', values: Array.from({ length: 60 }, (_, i) => (i % 3) * 2 + (i % 2)) }, drivers: [{ name: 'x', values: Array.from({ length: 60 }, (_, i) => [2, 7, 10][i % 3]) }] }, { lowTo: 5, highFrom: 9 }).drivers[0].penalty.value // => -2
 */
export function penaltyReward(data: DriverData, options: PenaltyRewardOptions): PenaltyRewards {
  const { lowTo, highFrom, confidence = 0.95 } = options;
  const fewest = Math.max(fewestOfContrast, options.fewest ?? 0);
  if (!(highFrom > lowTo)) {
    throw new CandorError('CND_ARGUMENT', `penalty-reward needs highFrom above lowTo, got ${lowTo} and ${highFrom}`);
  }
  const sample = completeRowsOf('penalty-reward', data, mostContrastDrivers);
  const n = sample.rows.length;
  const groups = sample.drivers.flatMap((values, j) => [
    { j, side: 'penalty' as const, members: values.map((value) => (value <= lowTo ? 1 : 0)) },
    { j, side: 'reward' as const, members: values.map((value) => (value >= highFrom ? 1 : 0)) },
  ]);
  const sized = groups.map((group) => ({ ...group, n: group.members.reduce((sum, value) => sum + value, 0) }));
  const kept = sized.filter((group) => group.n >= fewest && group.n < n);
  const fit = leastSquares(
    kept.map(({ members }) => members),
    sample.outcome,
    { accounts: data.accounts ? sample : undefined, names: kept.map(({ j }) => sample.names[j]!) },
  );
  const t = studentQuantile((1 + confidence) / 2, fit.degreesOfFreedom);
  const contrast = (j: number, side: 'penalty' | 'reward'): Contrast | undefined => {
    const at = kept.findIndex((group) => group.j === j && group.side === side);
    if (at < 0) return undefined;
    const value = fit.coefficients[at + 1]!;
    const margin = t * fit.standardErrors[at + 1]!;
    return { value, interval: { low: value - margin, high: value + margin }, n: kept[at]!.n };
  };
  const left = sized.length - kept.length;
  return {
    n,
    intercept: fit.coefficients[0]!,
    rSquared: fit.rSquared,
    drivers: sample.names.map((driver, j) => contrastsOf(driver, contrast(j, 'penalty'), contrast(j, 'reward'))),
    caveats: [
      ...(sample.dropped > 0
        ? [caveat('rows-dropped', `${sample.dropped} rows have a gap and were left out.`, { rows: sample.dropped })]
        : []),
      ...(left > 0
        ? [
            caveat(
              'contrast-left-out',
              `${left} contrasts rest on fewer than ${fewest} answers, or on all, and are left out.`,
              {
                count: left,
              },
            ),
          ]
        : []),
    ],
  };
}

const mostContrastDrivers = 30;

function contrastsOf(driver: string, penalty: Contrast | undefined, reward: Contrast | undefined): PenaltyReward {
  const punishes = penalty !== undefined && penalty.interval.high < 0;
  const rewards = reward !== undefined && reward.interval.low > 0;
  const kind = punishes ? (rewards ? 'linear' : 'basic') : rewards ? 'delight' : 'none';
  return { driver, ...(penalty && { penalty }), ...(reward && { reward }), kind };
}

interface LeastSquares {
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  readonly degreesOfFreedom: number;
  readonly rSquared: number;
}

function leastSquares(
  columns: readonly Float64Array[],
  outcome: Float64Array,
  about: { accounts: { clusterOf: Int32Array; clusters: number } | undefined; names: readonly string[] },
): LeastSquares {
  const n = outcome.length;
  const size = columns.length + 1;
  const design = new Float64Array(n * size);
  for (let row = 0; row < n; row++) {
    design[row * size] = 1;
    columns.forEach((values, i) => {
      design[row * size + i + 1] = values[row]!;
    });
  }
  const { products, withOutcome } = productsOf(design, outcome, size);
  const factor = choleskyFactor(products, size, 1e-9);
  if (!factor) {
    const message = `penalty-reward needs ratings that do not make each other up: ${[...new Set(about.names)].join(', ')}`;
    throw new CandorError('CND_COLLINEAR', message, { columns: [...new Set(about.names)] });
  }
  const coefficients = solveFactored(factor, size, withOutcome);
  const inverse = invertFactored(factor, size);
  const mean = outcome.reduce((sum, value) => sum + value, 0) / n;
  let [within, total] = [0, 0];
  const scores = new Float64Array(n * size);
  for (let row = 0; row < n; row++) {
    const x = design.subarray(row * size, (row + 1) * size);
    const residual = x.reduce((rest, value, i) => rest - value * coefficients[i]!, outcome[row]!);
    within += residual * residual;
    total += (outcome[row]! - mean) ** 2;
    // HC3 divides a residual by 1 - its leverage; with accounts the sums are scaled instead.
    const leverage = about.accounts ? 0 : quadraticForm(x, inverse, x);
    for (let i = 0; i < size; i++) scores[row * size + i] = (x[i]! * residual) / Math.max(1e-9, 1 - leverage);
  }
  const clusters = about.accounts?.clusters ?? n;
  const clusterOf = about.accounts?.clusterOf ?? Int32Array.from({ length: n }, (_, row) => row);
  const scale = about.accounts ? (clusters / (clusters - 1)) * ((n - 1) / (n - size)) : 1;
  const covariance = sandwich(inverse, clusteredProducts(scores, size, clusterOf, clusters), size);
  return {
    coefficients,
    standardErrors: Float64Array.from({ length: size }, (_, i) => Math.sqrt(scale * covariance[i * size + i]!)),
    degreesOfFreedom: about.accounts ? clusters - 1 : n - size,
    rSquared: 1 - within / total,
  };
}

function productsOf(design: Float64Array, outcome: Float64Array, size: number) {
  const products = new Float64Array(size * size);
  const withOutcome = new Float64Array(size);
  for (let row = 0; row < outcome.length; row++) {
    for (let i = 0; i < size; i++) {
      const x = design[row * size + i]!;
      withOutcome[i] = withOutcome[i]! + x * outcome[row]!;
      for (let k = 0; k < size; k++) products[i * size + k] = products[i * size + k]! + x * design[row * size + k]!;
    }
  }
  return { products, withOutcome };
}

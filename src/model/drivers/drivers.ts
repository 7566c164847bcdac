import { CandorError } from '../../errors/index.ts';
import { type Caveat, caveat, type Interval } from '../../inference/index.ts';
import { quantile } from '../../numeric/index.ts';
import { requireIndependentDrivers } from './correlation-matrix.ts';
import { bootstrap, decomposer } from './driver-bootstrap.ts';
import { type DriverData, type UsedRows, usedRows } from './driver-data.ts';
import { productsOf } from './driver-products.ts';
import { mostDrivers } from './johnson.ts';
import { mostExactDrivers } from './lmg.ts';
import { recordedResampling, seededResampling } from './resampling.ts';
import { standardizedCoefficients } from './standardized-coefficients.ts';

export interface DriverOptions {
  /** `lmg` (default): average over all orders, exact, up to 15 drivers; `johnson`: relative weights, any number to 60. */
  readonly decomposition?: 'lmg' | 'johnson';
  readonly resamples?: number;
  readonly seed?: number;
  readonly confidence?: number;
  /** Rows drawn by somebody else, counted from 0 among the rows used, in place of own chance. */
  readonly recorded?: readonly ArrayLike<number>[];
}

export interface DriverShare {
  readonly driver: string;
  /** In units of R squared; all shares sum to it. */
  readonly share: number;
  /** Percentiles of the resamples. */
  readonly interval: Interval;
  /** The same as a share of what is explained: all sum to 1. Its interval allows for R squared being estimated too. */
  readonly ofExplained: { readonly value: number; readonly interval: Interval };
  /** Share of the resamples in which this driver comes first. */
  readonly rankFirst: number;
  /** Standardised coefficient beside all other drivers. */
  readonly coefficient: number;
  /** `unclear`: alone it goes one way, beside the others the other way (a suppressor). */
  readonly direction: 'with' | 'against' | 'unclear';
}

export interface Drivers {
  /** Rows with the outcome and at least one driver. */
  readonly n: number;
  readonly completeRows: number;
  /** Fewest rows that two of the columns share. */
  readonly fewestOfAPair: number;
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  readonly decomposition: 'lmg' | 'johnson';
  readonly confidence: number;
  /** In the order in which the drivers were given. */
  readonly shares: readonly DriverShare[];
  /** The driver that comes first in at least 80 % of the resamples; absent where none does. */
  readonly top?: string;
  readonly resamples: { readonly used: number; readonly dropped: number; readonly unit: 'row' | 'account' | 'group' };
  readonly caveats: readonly Caveat[];
}

/** A driver is called the top one from this share of resamples on; below, the order of the first ones is not known. */
export const topShare = 0.8;
/**
 * What goes with an outcome, how much of what is explained goes with each driver, and how sure is that? Shares of R
 * squared with bootstrap intervals, from correlations: LMG up to 15 drivers, Johnson's weights beyond or by choice.
 *
 * `outcome` and `drivers` are columns of numbers of one length, NaN where there is no answer: each pair of columns uses
 * the rows that answered both. Rows without the outcome are left out. With `accounts` whole accounts are drawn.
 * Refuses fewer answers than max(50, 10 x drivers) to any pair (`CND_SAMPLE_TOO_SMALL`), a column that never varies
 * (`CND_NO_VARIANCE`), drivers that follow from each other (`CND_COLLINEAR`), -99 and its kin (`CND_MISSING_CODE`), more
 * drivers than the method takes (`CND_MODEL_SIZE`) and a bootstrap that fails in over 5 % (`CND_RESAMPLES`).
 * Assumes linear relations. It says what goes with the outcome, never what causes it. docs/methods/drivers.md.
 * Source: Lindeman, Merenda and Gold 1980; Johnson 2000, DOI 10.1207/S15327906MBR3501_1; Groemping 2007, DOI
 * 10.1198/000313007X188252.
 * @example driversOf({ outcome: { name: 'y', values: Array.from({ length: 60 }, (_, i) => i % 6) }, drivers: [{ name: 'x', values: Array.from({ length: 60 }, (_, i) => i % 3) }] }).rSquared // => 0.229
 */
export function driversOf(data: DriverData, options: DriverOptions = {}): Drivers {
  const {
    decomposition = data.drivers.length > mostExactDrivers ? 'johnson' : 'lmg',
    confidence = 0.95,
    seed = 1,
  } = options;
  requireSize(data.drivers.length, decomposition);
  const used = usedRows('drivers', data);
  const names = used.names.slice(0, -1);
  const { products, unit, matrix, fewest, caveats } = productsOf(data, used, seed);
  requireIndependentDrivers('drivers', matrix, names);
  const sharesOf = decomposer(decomposition, names.length);
  const resampling = options.recorded
    ? recordedResampling(options.recorded, products.units)
    : seededResampling(seed, products.units, wholeResamples(options.resamples ?? 1000));
  const shares = sharesOf(matrix);
  const replicates = bootstrap(products, resampling, names.length, sharesOf);
  const portions = replicates.shares.map(portionsOf);
  const rSquared = shares.reduce((sum, share) => sum + share, 0);
  const coefficients = standardizedCoefficients(matrix);
  const told = names.map((driver, j) => ({
    driver,
    share: shares[j]!,
    interval: intervalOf(replicates.shares, j, confidence),
    ofExplained: { value: rSquared > 0 ? shares[j]! / rSquared : 0, interval: intervalOf(portions, j, confidence) },
    rankFirst: replicates.first[j]! / replicates.shares.length,
    coefficient: coefficients[j]!,
    direction: directionOf(coefficients[j]!, matrix[j * (names.length + 1) + names.length]!),
  }));
  const top = told.find(({ rankFirst }) => rankFirst >= topShare)?.driver;
  return {
    n: used.rows.length,
    completeRows: used.completeRows,
    fewestOfAPair: fewest,
    rSquared,
    adjustedRSquared: 1 - ((1 - rSquared) * (fewest - 1)) / (fewest - names.length - 1),
    decomposition,
    confidence,
    shares: told,
    ...(top !== undefined && { top }),
    resamples: { used: replicates.shares.length, dropped: replicates.dropped, unit },
    caveats: [...caveats, ...doubtsOf(data, used, told, replicates.dropped)],
  };
}

function requireSize(drivers: number, decomposition: 'lmg' | 'johnson'): void {
  const most = decomposition === 'lmg' ? mostExactDrivers : mostDrivers;
  if (drivers >= 1 && drivers <= most) return;
  const message = `drivers needs 1 to ${most} drivers with ${decomposition}, got ${drivers}`;
  throw new CandorError('CND_MODEL_SIZE', message, { drivers, most, decomposition });
}

function wholeResamples(resamples: number): number {
  if (Number.isInteger(resamples) && resamples >= 20 && resamples <= 100_000) return resamples;
  throw new CandorError('CND_ARGUMENT', `drivers needs 20 to 100000 resamples, got ${resamples}`, { resamples });
}

function intervalOf(replicates: readonly Float64Array[], j: number, confidence: number): Interval {
  const sorted = Float64Array.from(replicates, (shares) => shares[j]!).sort();
  return { low: quantile(sorted, (1 - confidence) / 2), high: quantile(sorted, (1 + confidence) / 2) };
}

function portionsOf(shares: Float64Array): Float64Array {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return total > 0 ? shares.map((share) => share / total) : shares;
}

function directionOf(coefficient: number, correlation: number): DriverShare['direction'] {
  if (coefficient * correlation < 0) return 'unclear';
  return coefficient < 0 ? 'against' : 'with';
}

function doubtsOf(data: DriverData, used: UsedRows, shares: readonly DriverShare[], dropped: number): Caveat[] {
  const caveats: Caveat[] = [];
  if (shares.length > mostExactDrivers) {
    const said = `More than ${mostExactDrivers} drivers: relative weights stand in for the average over all orders.`;
    caveats.push(caveat('relative-weights', said, { drivers: shares.length }));
  }
  const rows = data.outcome.values.length - used.rows.length;
  if (rows > 0) caveats.push(caveat('rows-dropped', `${rows} rows have no outcome or no driver.`, { rows }));
  const suppressors = shares.filter(({ direction }) => direction === 'unclear').map(({ driver }) => driver);
  if (suppressors.length > 0) {
    const said = `Suppressor - direction unclear: ${suppressors.join(', ')}. Alone and beside the others the sign differs.`;
    caveats.push(caveat('suppressor', said, { value: suppressors.join(', '), drivers: suppressors }));
  }
  if (shares.length > 1 && !shares.some(({ rankFirst }) => rankFirst >= topShare)) {
    const said = 'No driver comes first in 80 % of the resamples: which one is first is not known.';
    caveats.push(caveat('no-top-driver', said));
  }
  if (dropped > 0) {
    caveats.push(caveat('resamples-dropped', `${dropped} resamples could not be used.`, { count: dropped }));
  }
  return caveats;
}

import { isCandorError } from '../../errors/index.ts';
import { designEstimate, type Interval, meanEstimate, meanLinearised, momentsOf } from '../../inference/index.ts';
import type { NamedColumn } from './driver-data.ts';
import { type DriverOptions, type Drivers, driversOf } from './drivers.ts';
import { type PenaltyRewards, penaltyReward } from './penalty-reward.ts';

/** A question with the ends of its scale. */
export interface RatedColumn extends NamedColumn {
  readonly scale: { readonly min: number; readonly max: number };
}

export interface DriverStudyData {
  readonly outcome: RatedColumn;
  readonly drivers: readonly RatedColumn[];
  readonly accounts?: ArrayLike<number>;
}

/** How well a driver is rated: the mean of its answers on 0..100, over those who answered the outcome too. */
export interface DriverPerformance {
  readonly driver: string;
  readonly index: number;
  readonly interval: Interval;
  readonly n: number;
}

/** All that a page about drivers shows. */
export interface DriverStudy {
  readonly drivers: Drivers;
  /** In the order of the drivers. */
  readonly performance: readonly DriverPerformance[];
  /** Absent where the answers do not carry them; `notContrasted` is the code of the refusal. */
  readonly contrasts?: PenaltyRewards;
  readonly notContrasted?: string;
}

/**
 * Shares of the width of a scale up to which a rating is low, and from which it is high: 1-2 and 5 of 1..5, 1-3 and 6-7 of
 * 1..7, 0-4 and 9-10 of 0..10, 1-5 and 9-10 of 1..10. The same rule for every scale, so that contrasts compare.
 */
export const lowRating = 0.45;
export const highRating = 0.82;

/**
 * What goes with the outcome, how well is each of it rated, and do low or high ratings matter? The shares of `driversOf`,
 * the performance of each driver on 0..100, and penalties and rewards where enough respondents answered everything.
 * Refuses as `driversOf` does. docs/methods/drivers.md.
 * @example driverStudy({ outcome: { name: 'y', scale: { min: 0, max: 5 }, values: Array.from({ length: 60 }, (_, i) => i % 6) }, drivers: [{ name: 'x', scale: { min: 0, max: 2 }, values: Array.from({ length: 60 }, (_, i) => i % 3) }] }).performance[0].index // => 50
 */
export function driverStudy(data: DriverStudyData, options: DriverOptions = {}): DriverStudy {
  const drivers = driversOf(data, options);
  const performance = data.drivers.map((driver) => performanceOf(driver, data));
  const shares = data.drivers.map(({ name, values, scale }) => ({ name, values: onUnit(values, scale) }));
  const borders = { lowTo: lowRating, highFrom: highRating, confidence: options.confidence ?? 0.95 };
  try {
    return { drivers, performance, contrasts: penaltyReward({ ...data, drivers: shares }, borders) };
  } catch (error) {
    if (!isCandorError(error)) throw error;
    return { drivers, performance, notContrasted: error.code };
  }
}

const onUnit = (values: ArrayLike<number>, { min, max }: RatedColumn['scale']) =>
  Float64Array.from(values, (value) => (value - min) / (max - min));

function performanceOf(
  { name, values, scale }: RatedColumn,
  { outcome, accounts }: DriverStudyData,
): DriverPerformance {
  const rows = [...new Int32Array(values.length).keys()].filter(
    (row) => Number.isFinite(values[row]!) && Number.isFinite(outcome.values[row]!),
  );
  const known = Float64Array.from(rows, (row) => (100 * (values[row]! - scale.min)) / (scale.max - scale.min));
  const bounds = { min: 0, max: 100 };
  const clusters = accounts && Int32Array.from(rows, (row, i) => (accounts[row]! >= 0 ? accounts[row]! : -1 - i));
  const estimate = clusters
    ? meanLinearised(designEstimate({ values: known, clusters: coded(clusters) }), { bounds })
    : meanEstimate(momentsOf(known), { bounds });
  return { driver: name, index: estimate.value, interval: estimate.interval, n: rows.length };
}

/** Codes from 0 on, as a design wants them. */
function coded(codes: Int32Array): Int32Array {
  const known = new Map<number, number>();
  return codes.map((code) => {
    const found = known.get(code) ?? known.size;
    known.set(code, found);
    return found;
  });
}

import { CandorError } from '../../errors/index.ts';
import { answersForDrivers, type DriverData, requireAccounts, unitsOf, usedRows } from './driver-data.ts';

/** The rows that answered everything, in the units of the answers, and what the models on them need. */
export interface CompleteRows {
  readonly rows: Int32Array;
  readonly names: readonly string[];
  readonly outcome: Float64Array;
  readonly drivers: readonly Float64Array[];
  readonly means: readonly number[];
  readonly spreads: readonly number[];
  /** Account of each row, or the row itself. */
  readonly clusterOf: Int32Array;
  readonly clusters: number;
  readonly dropped: number;
}

/** Models that are not made of correlations need every answer of a row: rows with a gap are left out and counted. */
export function completeRowsOf(who: string, data: DriverData, mostDrivers: number): CompleteRows {
  const { drivers, outcome } = data;
  if (drivers.length < 1 || drivers.length > mostDrivers) {
    const message = `${who} needs 1 to ${mostDrivers} drivers, got ${drivers.length}`;
    throw new CandorError('CND_MODEL_SIZE', message, { drivers: drivers.length, most: mostDrivers });
  }
  const used = usedRows(who, data);
  const rows = used.rows.filter((_, i) => used.columns.every((values) => Number.isFinite(values[i]!)));
  const needed = answersForDrivers(drivers.length);
  if (rows.length < needed) {
    const message = `${who} needs at least ${needed} complete answers for ${drivers.length} drivers, got ${rows.length}`;
    throw new CandorError('CND_SAMPLE_TOO_SMALL', message, { answers: rows.length, needed, drivers: drivers.length });
  }
  const values = drivers.map((driver) => Float64Array.from(rows, (row) => driver.values[row]!));
  const means = values.map((column) => column.reduce((sum, value) => sum + value, 0) / rows.length);
  const spreads = values.map((column, j) =>
    Math.sqrt(column.reduce((sum, value) => sum + (value - means[j]!) ** 2, 0) / rows.length),
  );
  const still = spreads.findIndex((spread, j) => !(spread > 1e-12 * Math.max(1, Math.abs(means[j]!))));
  if (still >= 0) {
    const column = drivers[still]!.name;
    throw new CandorError('CND_NO_VARIANCE', `${who}: "${column}" does not vary in the complete rows`, { column });
  }
  const { unitOf, units } = unitsOf(rows, data.accounts);
  requireAccounts(who, data, units);
  return {
    rows,
    names: drivers.map(({ name }) => name),
    outcome: Float64Array.from(rows, (row) => outcome.values[row]!),
    drivers: values,
    means,
    spreads,
    clusterOf: unitOf,
    clusters: units,
    dropped: outcome.values.length - rows.length,
  };
}

/** An intercept and the drivers, each with mean 0 and spread 1, row by row: well conditioned whatever the scales are. */
export function designOf({ rows, drivers, means, spreads }: CompleteRows): Float64Array {
  const size = drivers.length + 1;
  const design = new Float64Array(rows.length * size);
  for (let row = 0; row < rows.length; row++) {
    design[row * size] = 1;
    for (let j = 0; j < drivers.length; j++) design[row * size + j + 1] = (drivers[j]![row]! - means[j]!) / spreads[j]!;
  }
  return design;
}

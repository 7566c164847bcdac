import { CandorError } from '../../errors/index.ts';
import { type Caveat, caveat } from '../../inference/index.ts';
import { isPositiveDefinite } from './correlation-matrix.ts';
import { answersForDrivers, type DriverData, requireAccounts, type UsedRows, unitsOf } from './driver-data.ts';
import { groupUnits } from './resampling.ts';
import { completeProducts, fewestOfAPair, pairwiseProducts, type UnitProducts, weightedSums } from './unit-products.ts';

/** Beyond these many numbers of unit vectors (32 MB) units are put into groups, which widens an error by about 1 %. */
const mostNumbers = 4_000_000;
const mostGroups = 2000;

/** The sample as unit vectors, and the correlations of all of it. */
export interface Prepared {
  readonly products: UnitProducts;
  readonly unit: 'row' | 'account' | 'group';
  readonly matrix: Float64Array;
  readonly fewest: number;
  readonly caveats: readonly Caveat[];
}

/** Pairwise where answers are missing and the correlations agree with each other; else means in their place, said so. */
export function productsOf(data: DriverData, used: UsedRows, seed: number): Prepared {
  const size = used.columns.length;
  const natural = unitsOf(used.rows, data.accounts);
  const unit = data.accounts ? 'account' : 'row';
  requireAccounts('drivers', data, natural.units);
  const complete = (columns: readonly Float64Array[]) =>
    whole(columns, { ...natural, unit, width: 1 + size + (size * (size + 1)) / 2, seed }, completeProducts);
  if (used.missing === 0) {
    requireAnswersForDrivers(used.rows.length, size - 1);
    return { ...complete(used.columns), fewest: used.rows.length, caveats: [] };
  }
  const pairwise = whole(used.columns, { ...natural, unit, width: 3 * size * (size - 1), seed }, pairwiseProducts);
  const fewest = fewestOfAPair(pairwise.total);
  requireAnswersForDrivers(fewest, size - 1);
  const figures = { count: used.missing, completeRows: used.completeRows, fewest };
  if (isPositiveDefinite(pairwise.matrix, 1e-6)) {
    const said = `${used.missing} answers are missing; each pair of columns uses the rows that answered both (${fewest} or more).`;
    return { ...pairwise, fewest, caveats: [caveat('pairwise-missing', said, figures)] };
  }
  const filled = used.columns.map((values) => values.map((value) => (Number.isFinite(value) ? value : 0)));
  const said = `${used.missing} missing answers were replaced by the mean of their column, because correlations by pairs contradict each other; shares are drawn towards zero.`;
  return { ...complete(filled), fewest, caveats: [caveat('mean-replaced', said, figures)] };
}

interface Units {
  readonly unitOf: Int32Array;
  readonly units: number;
  readonly unit: 'row' | 'account';
  readonly width: number;
  readonly seed: number;
}

function whole(
  columns: readonly Float64Array[],
  { unitOf, units, unit, width, seed }: Units,
  make: typeof completeProducts,
): Pick<Prepared, 'products' | 'unit' | 'matrix'> & { total: Float64Array } {
  const isGrouped = units * width > mostNumbers && units > mostGroups;
  const groupOf = isGrouped ? groupUnits(units, mostGroups, seed) : undefined;
  const products = groupOf
    ? make(
        columns,
        unitOf.map((u) => groupOf[u]!),
        mostGroups,
      )
    : make(columns, unitOf, units);
  const total = weightedSums(products, new Int32Array(products.units).fill(1));
  const matrix = new Float64Array(columns.length ** 2);
  if (!products.correlations(total, matrix)) {
    throw new CandorError('CND_NO_VARIANCE', 'drivers: two of the columns do not vary where both are answered');
  }
  return { products, unit: groupOf ? 'group' : unit, matrix, total };
}

function requireAnswersForDrivers(answers: number, drivers: number): void {
  const needed = answersForDrivers(drivers);
  if (answers >= needed) return;
  const message = `drivers needs at least ${needed} answers for ${drivers} ${drivers === 1 ? 'driver' : 'drivers'}, got ${answers}`;
  throw new CandorError('CND_SAMPLE_TOO_SMALL', message, { answers, needed, drivers });
}

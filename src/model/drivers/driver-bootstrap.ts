import { CandorError } from '../../errors/index.ts';
import { collinearBlock, isPositiveDefinite } from './correlation-matrix.ts';
import { relativeWeights } from './johnson.ts';
import { LmgEngine } from './lmg.ts';
import type { Resampling } from './resampling.ts';
import { type UnitProducts, weightedSums } from './unit-products.ts';

/** Shares of R squared from a matrix of correlations that is known to be sound. */
export type Decomposer = (matrix: Float64Array) => Float64Array;

export function decomposer(decomposition: 'lmg' | 'johnson', drivers: number): Decomposer {
  if (decomposition === 'johnson') return relativeWeights;
  const engine = new LmgEngine(drivers);
  return (matrix) => engine.shares(matrix);
}

/** Shares of every resample that could be used, and how often each driver came first. */
export interface Replicates {
  readonly shares: readonly Float64Array[];
  readonly first: Int32Array;
  readonly dropped: number;
}

export function bootstrap(
  products: UnitProducts,
  resampling: Resampling,
  drivers: number,
  sharesOf: Decomposer,
): Replicates {
  const counts = new Int32Array(products.units);
  const matrix = new Float64Array((drivers + 1) ** 2);
  const shares: Float64Array[] = [];
  const first = new Int32Array(drivers);
  for (let r = 0; r < resampling.resamples; r++) {
    resampling.counts(r, counts);
    const isUsable = products.correlations(weightedSums(products, counts), matrix) && isSound(matrix, drivers);
    if (!isUsable) continue;
    const found = sharesOf(matrix);
    shares.push(found);
    let best = 0;
    for (let j = 1; j < drivers; j++) if (found[j]! > found[best]!) best = j;
    first[best] = first[best]! + 1;
  }
  const dropped = resampling.resamples - shares.length;
  if (dropped > 0.05 * resampling.resamples) {
    const message = `${dropped} of ${resampling.resamples} resamples have a column that does not vary or drivers that follow from each other`;
    throw new CandorError('CND_RESAMPLES', message, { dropped, resamples: resampling.resamples });
  }
  return { shares, first, dropped };
}

/** Pairwise correlations of a resample may contradict each other: then R squared could leave 0..1. */
function isSound(matrix: Float64Array, drivers: number): boolean {
  return collinearBlock(matrix, drivers) === undefined && isPositiveDefinite(matrix, -1e-9);
}

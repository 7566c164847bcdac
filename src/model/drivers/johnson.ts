import { requireCorrelations } from './correlation-matrix.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** More drivers than this are a questionnaire, not a question: an answer to each would need 600 respondents. */
export const mostDrivers = 60;

/**
 * How much of what the drivers explain together goes with each, where there are too many for all orders? Johnson's
 * relative weights: the drivers are replaced by their nearest uncorrelated relatives, whose shares are certain, and these
 * are given back in proportion to the squared loadings. Near the average over orders, not equal; sums to R squared.
 *
 * `correlations` is the matrix of up to 60 drivers and, last, the outcome, row by row. Refuses as `lmgShares`.
 * Source: Johnson 2000, DOI 10.1207/S15327906MBR3501_1.
 * @example johnsonShares([1, 0.4, 0.6, 0.4, 1, 0.5, 0.6, 0.5, 1]) // => [0.2752,0.1652]
 */
export function johnsonShares(correlations: ArrayLike<number>): Float64Array {
  requireCorrelations('johnsonShares', correlations, mostDrivers);
  return relativeWeights(correlations);
}

/** Relative weights of a matrix that is known to be positive definite. */
export function relativeWeights(correlations: ArrayLike<number>): Float64Array {
  const size = Math.round(Math.sqrt(correlations.length));
  const drivers = size - 1;
  const among = new Float64Array(drivers * drivers);
  for (let i = 0; i < drivers; i++)
    for (let k = 0; k < drivers; k++) among[i * drivers + k] = correlations[i * size + k]!;
  const { values, vectors } = symmetricEigen(among, drivers);
  // root = R^(1/2) = sum of sqrt(value) v v'; coefficients on the uncorrelated relatives = R^(-1/2) r.
  const root = new Float64Array(drivers * drivers);
  const squares = new Float64Array(drivers);
  const coefficients = new Float64Array(drivers);
  vectors.forEach((vector, e) => {
    const length = Math.sqrt(values[e]!);
    let along = 0;
    for (let i = 0; i < drivers; i++) along += vector[i]! * correlations[i * size + drivers]!;
    for (let i = 0; i < drivers; i++) {
      coefficients[i] = coefficients[i]! + (vector[i]! * along) / length;
      for (let k = 0; k < drivers; k++)
        root[i * drivers + k] = root[i * drivers + k]! + length * vector[i]! * vector[k]!;
    }
  });
  for (let i = 0; i < drivers; i++) squares[i] = coefficients[i]! * coefficients[i]!;
  return Float64Array.from({ length: drivers }, (_, j) => {
    let share = 0;
    for (let k = 0; k < drivers; k++) share += root[j * drivers + k]! * root[j * drivers + k]! * squares[k]!;
    return share;
  });
}

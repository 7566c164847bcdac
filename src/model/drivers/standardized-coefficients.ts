import { choleskyFactor, solveFactored } from './normal-equations.ts';

/** Coefficients of the standardised outcome on the standardised drivers, from their correlations (positive definite). */
export function standardizedCoefficients(correlations: ArrayLike<number>): Float64Array {
  const size = Math.round(Math.sqrt(correlations.length));
  const drivers = size - 1;
  const among = new Float64Array(drivers * drivers);
  for (let i = 0; i < drivers; i++)
    for (let k = 0; k < drivers; k++) among[i * drivers + k] = correlations[i * size + k]!;
  const withOutcome = Float64Array.from({ length: drivers }, (_, i) => correlations[i * size + drivers]!);
  return solveFactored(choleskyFactor(among, drivers, 0)!, drivers, withOutcome);
}

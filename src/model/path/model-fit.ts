import { symmetricEigen } from '../drivers/symmetric-eigen.ts';
import { blockOf, type PathModel } from './path-model.ts';
import { cholesky } from './square-matrix.ts';
import { impliedCorrelations, type Structure } from './structure.ts';

/** How far the correlations that the model implies lie from those observed. All 0 where it fits exactly. */
export interface ModelFit {
  /** Root mean square of the differences, diagonal included. */
  readonly srmr: number;
  /** Half the sum of squared logarithms (to base 10, as cSEM) of the eigenvalues of S^-1 Sigma: geodesic distance. */
  readonly geodesic: number;
  /** Half the sum of the squared differences. */
  readonly squared: number;
}

export interface Implied {
  readonly loadings: Float64Array;
  readonly constructCorrelations: Float64Array;
  readonly structure: Structure;
  /** With common factors (PLSc) correlations within a block come from the loadings; else they are taken as observed. */
  readonly common: boolean;
}

/** Does the model reproduce the correlations between the items? Undefined where those observed are singular. */
export function modelFit(model: PathModel, observed: Float64Array, implied: Implied): ModelFit | undefined {
  const size = model.items.length;
  const sigma = impliedItems(model, observed, implied);
  let squares = 0;
  for (let at = 0; at < sigma.length; at++) squares += (observed[at]! - sigma[at]!) ** 2;
  const geodesic = geodesicDistance(observed, sigma);
  if (geodesic === undefined) return undefined;
  return { srmr: Math.sqrt(squares / 2 / ((size * (size + 1)) / 2)), geodesic, squared: squares / 2 };
}

function impliedItems(model: PathModel, observed: Float64Array, implied: Implied): Float64Array {
  const [size, constructs] = [model.items.length, model.constructs.length];
  const inner = impliedCorrelations(model, implied.constructCorrelations, implied.structure);
  const owner = model.constructs.flatMap((construct, place) => blockOf(construct).map(() => place));
  return observed.map((value, at) => {
    const [a, b] = [Math.floor(at / size), at % size];
    const [ownA, ownB] = [owner[a]!, owner[b]!];
    const isObserved = ownA === ownB && (!implied.common || model.constructs[ownA]!.measurement === 'formative');
    if (a === b || isObserved) return value;
    return implied.loadings[a]! * inner[ownA * constructs + ownB]! * implied.loadings[b]!;
  });
}

/** With S = L L' the eigenvalues of S^-1 Sigma are those of the symmetric L^-1 Sigma L'^-1. */
function geodesicDistance(observed: Float64Array, sigma: Float64Array): number | undefined {
  const factor = cholesky(observed);
  if (!factor) return undefined;
  const size = Math.sqrt(observed.length);
  const half = Float64Array.from(sigma);
  forward(factor, half, size);
  transpose(half, size);
  forward(factor, half, size);
  let distance = 0;
  for (const value of symmetricEigen(half, size).values) {
    if (!(value > 0)) return undefined;
    distance += Math.log10(value) ** 2 / 2;
  }
  return distance;
}

/** L^-1 applied to every column, in place. */
function forward(factor: Float64Array, matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let value = matrix[row * size + column]!;
      for (let k = 0; k < row; k++) value -= factor[row * size + k]! * matrix[k * size + column]!;
      matrix[row * size + column] = value / factor[row * size + row]!;
    }
  }
}

function transpose(matrix: Float64Array, size: number): void {
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      const kept = matrix[a * size + b]!;
      matrix[a * size + b] = matrix[b * size + a]!;
      matrix[b * size + a] = kept;
    }
  }
}

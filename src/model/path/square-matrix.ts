/** Small dense square matrices, row after row in one array: at most some hundred items, so clarity comes before speed. */

/** A x = b for symmetric positive definite A by Cholesky; undefined where A is singular to `tolerance` of its pivot. */
export function solveSymmetric(
  matrix: Float64Array,
  right: ArrayLike<number>,
  tolerance = 1e-10,
): Float64Array | undefined {
  const factor = cholesky(matrix, tolerance);
  return factor && solveFactored(factor, right);
}

/** Lower factor L of A = L L'; undefined where a pivot falls below `tolerance` of the diagonal it began with. */
export function cholesky(matrix: Float64Array, tolerance = 1e-10): Float64Array | undefined {
  const size = Math.sqrt(matrix.length);
  const factor = new Float64Array(matrix.length);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let value = matrix[row * size + column]!;
      for (let k = 0; k < column; k++) value -= factor[row * size + k]! * factor[column * size + k]!;
      if (row > column) factor[row * size + column] = value / factor[column * size + column]!;
      else if (value > tolerance * matrix[row * size + row]!) factor[row * size + row] = Math.sqrt(value);
      else return undefined;
    }
  }
  return factor;
}

export function solveFactored(factor: Float64Array, right: ArrayLike<number>): Float64Array {
  const size = Math.sqrt(factor.length);
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) solution[row]! -= factor[row * size + k]! * solution[k]!;
    solution[row]! /= factor[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) solution[row]! -= factor[k * size + row]! * solution[k]!;
    solution[row]! /= factor[row * size + row]!;
  }
  return solution;
}

/** The inverse of a symmetric positive definite matrix; undefined where it is singular. */
export function inverseSymmetric(matrix: Float64Array, tolerance = 1e-10): Float64Array | undefined {
  const size = Math.sqrt(matrix.length);
  const factor = cholesky(matrix, tolerance);
  if (!factor) return undefined;
  const inverse = new Float64Array(matrix.length);
  for (let column = 0; column < size; column++) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    const solved = solveFactored(factor, unit);
    for (let row = 0; row < size; row++) inverse[row * size + column] = solved[row]!;
  }
  return inverse;
}

/** Rows and columns of the places named, in their order. */
export function subMatrix(matrix: Float64Array, places: readonly number[]): Float64Array {
  const size = Math.sqrt(matrix.length);
  const part = new Float64Array(places.length ** 2);
  for (const [i, row] of places.entries()) {
    for (const [j, column] of places.entries()) part[i * places.length + j] = matrix[row * size + column]!;
  }
  return part;
}

import type { Equation } from './plan-programs.ts';

/** A pivot below this share of its variance: a cause that the others give to five digits. */
const singularCauses = 1e-10;

/**
 * Slopes of one equation in one lane; false where the causes are linear combinations of each other. By L D L', which
 * needs no roots: L stands below the diagonal of `factor`, L D above it, 1 / D on it.
 */
export function solveEquation(equation: Equation, values: Float64Array, lane: number, factor: Float64Array): boolean {
  const { size, matrix, right, slopes } = equation;
  if (size === 1) {
    values[slopes[0]! + lane] = values[right[0]! + lane]!;
    return true;
  }
  for (let row = 0, at = 0; row < size; row++) {
    let solved = values[right[row]! + lane]!;
    for (let column = 0; column < row; column++, at++) {
      let value = values[matrix[at]! + lane]!;
      for (let k = 0; k < column; k++) value -= factor[k * size + row]! * factor[column * size + k]!;
      const lower = value * factor[column * size + column]!;
      factor[column * size + row] = value;
      factor[row * size + column] = lower;
      solved -= lower * values[slopes[column]! + lane]!;
    }
    let pivot = values[matrix[at++]! + lane]!;
    for (let k = 0; k < row; k++) pivot -= factor[k * size + row]! * factor[row * size + k]!;
    if (!(pivot > singularCauses)) return false;
    factor[row * size + row] = 1 / pivot;
    values[slopes[row]! + lane] = solved;
  }
  for (let row = size - 1; row >= 0; row--) {
    let solved = values[slopes[row]! + lane]! * factor[row * size + row]!;
    for (let k = row + 1; k < size; k++) solved -= factor[k * size + row]! * values[slopes[k]! + lane]!;
    values[slopes[row]! + lane] = solved;
  }
  return true;
}

/** Lower factor, its diagonal inverted, of a matrix given by `at`; false below `tolerance` of a diagonal of ones. */
export function factorize(
  size: number,
  at: (row: number, column: number) => number,
  factor: Float64Array,
  tolerance: number,
): boolean {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let value = at(row, column);
      for (let k = 0; k < column; k++) value -= factor[row * size + k]! * factor[column * size + k]!;
      if (column < row) factor[row * size + column] = value * factor[column * size + column]!;
      else if (value > tolerance) factor[row * size + row] = 1 / Math.sqrt(value);
      else return false;
    }
  }
  return true;
}

/** Solves in place, every `step` values from `first`, with a factor of `factorize`. */
export function solveInPlace(
  size: number,
  factor: Float64Array,
  values: Float64Array,
  first: number,
  step: number,
): void {
  for (let row = 0; row < size; row++) {
    let solved = values[first + row * step]!;
    for (let k = 0; k < row; k++) solved -= factor[row * size + k]! * values[first + k * step]!;
    values[first + row * step] = solved * factor[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    let solved = values[first + row * step]!;
    for (let k = row + 1; k < size; k++) solved -= factor[k * size + row]! * values[first + k * step]!;
    values[first + row * step] = solved * factor[row * size + row]!;
  }
}

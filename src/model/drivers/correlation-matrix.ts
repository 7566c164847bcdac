import { CandorError } from '../../errors/index.ts';

/**
 * What a driver has of its own, given the others, as a share of its variance: below this it is a copy of them. 1e-8 is
 * the square of what a double keeps of a correlation, so nothing above it is an accident of rounding.
 */
const leastOwnVariance = 1e-8;

/** The matrix of the drivers and, last, the outcome, row by row: gives the number of drivers, or refuses. */
export function requireCorrelations(who: string, matrix: ArrayLike<number>, mostDrivers: number): number {
  const size = Math.round(Math.sqrt(matrix.length));
  const drivers = size - 1;
  if (size * size !== matrix.length || drivers < 1 || drivers > mostDrivers) {
    const message = `${who} needs a square matrix of 1 to ${mostDrivers} drivers and the outcome, got ${matrix.length} values`;
    throw new CandorError('CND_ARGUMENT', message, { values: matrix.length, mostDrivers });
  }
  for (let i = 0; i < size; i++) {
    for (let k = 0; k <= i; k++) {
      const value = matrix[i * size + k]!;
      const isCorrelation = i === k ? Math.abs(value - 1) < 1e-9 : Math.abs(value) <= 1 + 1e-12;
      if (isCorrelation && Math.abs(value - matrix[k * size + i]!) < 1e-9) continue;
      const message = `${who} needs correlations, got ${value} in row ${i + 1}, column ${k + 1}`;
      throw new CandorError('CND_ARGUMENT', message, { row: i + 1, column: k + 1 });
    }
  }
  requireIndependentDrivers(who, matrix, numbered(drivers));
  return drivers;
}

const numbered = (drivers: number): string[] => Array.from({ length: drivers }, (_, j) => `driver ${j + 1}`);

/** Refuses drivers of which one follows from others (`CND_COLLINEAR`), naming the block. */
export function requireIndependentDrivers(who: string, matrix: ArrayLike<number>, names: readonly string[]): void {
  const block = collinearBlock(matrix, names.length);
  if (!block) return;
  const columns = block.map((j) => names[j]!);
  const message = `${who} needs drivers that do not follow from each other; these do: ${columns.join(', ')}`;
  throw new CandorError('CND_COLLINEAR', message, { columns });
}

/**
 * The first driver that follows from those before it, with those that make it up; nothing where all are independent.
 * The order of the drivers decides which one is named last, not whether a block is found.
 */
export function collinearBlock(matrix: ArrayLike<number>, drivers: number): number[] | undefined {
  const size = Math.round(Math.sqrt(matrix.length));
  const factor = new Float64Array(drivers * drivers);
  for (let i = 0; i < drivers; i++) {
    let own = matrix[i * size + i]!;
    for (let k = 0; k < i; k++) {
      let value = matrix[i * size + k]!;
      for (let j = 0; j < k; j++) value -= factor[i * drivers + j]! * factor[k * drivers + j]!;
      value /= factor[k * drivers + k]!;
      factor[i * drivers + k] = value;
      own -= value * value;
    }
    if (!(own > leastOwnVariance)) return [...membersOf(factor, i, drivers), i];
    factor[i * drivers + i] = Math.sqrt(own);
  }
  return undefined;
}

/** Solves L' b = row for the coefficients of column i on those before it: those that are not zero make it up. */
function membersOf(factor: Float64Array, i: number, drivers: number): number[] {
  const coefficients = new Float64Array(i);
  for (let k = i - 1; k >= 0; k--) {
    let value = factor[i * drivers + k]!;
    for (let j = k + 1; j < i; j++) value -= factor[j * drivers + k]! * coefficients[j]!;
    coefficients[k] = value / factor[k * drivers + k]!;
  }
  const largest = coefficients.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return [...coefficients.keys()].filter((k) => Math.abs(coefficients[k]!) > 1e-4 * largest);
}

/** Is the whole matrix positive definite, its smallest eigenvalue above `least`? By Cholesky of the shifted matrix. */
export function isPositiveDefinite(matrix: ArrayLike<number>, least = 0): boolean {
  const size = Math.round(Math.sqrt(matrix.length));
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k <= i; k++) {
      let value = matrix[i * size + k]! - (i === k ? least : 0);
      for (let j = 0; j < k; j++) value -= factor[i * size + j]! * factor[k * size + j]!;
      if (i === k && !(value > 0)) return false;
      factor[i * size + k] = i === k ? Math.sqrt(value) : value / factor[k * size + k]!;
    }
  }
  return true;
}

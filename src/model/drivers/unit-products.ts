/**
 * What is resampled: rows, accounts or groups of them, each with the sums that its correlations need. A resample is then
 * one weighted sum of vectors, whatever the unit, and its correlations never look at the rows again.
 */
export interface UnitProducts {
  readonly units: number;
  /** Length of the vector of one unit. */
  readonly width: number;
  /** units x width. */
  readonly sums: Float64Array;
  /** Writes the correlations of these sums into `into` (size x size); false where one of the variables is constant. */
  correlations(sums: Float64Array, into: Float64Array): boolean;
}

/** Variables by column; every value known. `unitOf` gives the unit of each row. */
export function completeProducts(
  columns: readonly Float64Array[],
  unitOf: ArrayLike<number>,
  units: number,
): UnitProducts {
  const size = columns.length;
  const width = 1 + size + (size * (size + 1)) / 2;
  const sums = new Float64Array(units * width);
  const rows = columns[0]!.length;
  for (let row = 0; row < rows; row++) {
    let at = unitOf[row]! * width;
    sums[at] = sums[at]! + 1;
    at++;
    for (let i = 0; i < size; i++) sums[at + i] = sums[at + i]! + columns[i]![row]!;
    at += size;
    for (let i = 0; i < size; i++) {
      const value = columns[i]![row]!;
      for (let k = 0; k <= i; k++) sums[at + k] = sums[at + k]! + value * columns[k]![row]!;
      at += i + 1;
    }
  }
  return { units, width, sums, correlations: (of, into) => completeCorrelations(of, size, into) };
}

/** r = (N S_jk - s_j s_k) / sqrt((N S_jj - s_j^2) (N S_kk - s_k^2)). */
function completeCorrelations(sums: Float64Array, size: number, into: Float64Array): boolean {
  const n = sums[0]!;
  const spread = new Float64Array(size);
  const firstSquare = 1 + size;
  for (let i = 0; i < size; i++) {
    const square = sums[firstSquare + (i * (i + 3)) / 2]!;
    const variance = n * square - sums[1 + i]! ** 2;
    if (!(variance > 1e-12 * n * square)) return false;
    spread[i] = Math.sqrt(variance);
  }
  let at = firstSquare;
  for (let i = 0; i < size; i++) {
    for (let k = 0; k <= i; k++) {
      const value = i === k ? 1 : (n * sums[at]! - sums[1 + i]! * sums[1 + k]!) / (spread[i]! * spread[k]!);
      into[i * size + k] = value;
      into[k * size + i] = value;
      at++;
    }
  }
  return true;
}

const pairWidth = 6;

/** The same where values are missing (NaN): every pair of variables keeps its own rows. */
export function pairwiseProducts(
  columns: readonly Float64Array[],
  unitOf: ArrayLike<number>,
  units: number,
): UnitProducts {
  const size = columns.length;
  const width = (pairWidth * size * (size - 1)) / 2;
  const sums = new Float64Array(units * width);
  const rows = columns[0]!.length;
  for (let row = 0; row < rows; row++) {
    let at = unitOf[row]! * width;
    for (let i = 1; i < size; i++) {
      const x = columns[i]![row]!;
      for (let k = 0; k < i; k++) {
        const y = columns[k]![row]!;
        if (Number.isFinite(x) && Number.isFinite(y)) addPair(sums, at, x, y);
        at += pairWidth;
      }
    }
  }
  return { units, width, sums, correlations: (of, into) => pairwiseCorrelations(of, size, into) };
}

function addPair(sums: Float64Array, at: number, x: number, y: number): void {
  sums[at] = sums[at]! + 1;
  sums[at + 1] = sums[at + 1]! + x;
  sums[at + 2] = sums[at + 2]! + y;
  sums[at + 3] = sums[at + 3]! + x * x;
  sums[at + 4] = sums[at + 4]! + y * y;
  sums[at + 5] = sums[at + 5]! + x * y;
}

function pairwiseCorrelations(sums: Float64Array, size: number, into: Float64Array): boolean {
  let at = 0;
  for (let i = 0; i < size; i++) {
    into[i * size + i] = 1;
    for (let k = 0; k < i; k++) {
      const [n, x, y] = [sums[at]!, sums[at + 1]!, sums[at + 2]!];
      const varianceX = n * sums[at + 3]! - x * x;
      const varianceY = n * sums[at + 4]! - y * y;
      if (!(varianceX > 1e-12 * n * sums[at + 3]! && varianceY > 1e-12 * n * sums[at + 4]!)) return false;
      const value = (n * sums[at + 5]! - x * y) / Math.sqrt(varianceX * varianceY);
      into[i * size + k] = value;
      into[k * size + i] = value;
      at += pairWidth;
    }
  }
  return true;
}

/** Fewest rows that any two variables share, of pairwise sums. */
export function fewestOfAPair(sums: Float64Array): number {
  let fewest = Number.POSITIVE_INFINITY;
  for (let at = 0; at < sums.length; at += pairWidth) fewest = Math.min(fewest, sums[at]!);
  return fewest;
}

/** The sums of a sample in which unit u stands `counts[u]` times. */
export function weightedSums({ sums, units, width }: UnitProducts, counts: ArrayLike<number>): Float64Array {
  const total = new Float64Array(width);
  for (let unit = 0; unit < units; unit++) {
    const count = counts[unit]!;
    if (count === 0) continue;
    const at = unit * width;
    for (let i = 0; i < width; i++) total[i] = total[i]! + count * sums[at + i]!;
  }
  return total;
}

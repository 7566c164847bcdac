/** Sums over rows that count several times: everything that correlations are made of. */

/** Sum of every column and products of every pair (items x items, lower triangle filled). */
export function completeSums(
  columns: readonly Float64Array[],
  counts: Int32Array,
): { readonly sums: Float64Array; readonly products: Float64Array } {
  const size = columns.length;
  const sums = new Float64Array(size);
  const products = new Float64Array(size * size);
  const row = new Float64Array(size);
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at]!;
    if (count === 0) continue;
    for (let a = 0; a < size; a++) row[a] = columns[a]![at]!;
    for (let a = 0; a < size; a++) {
      const value = count * row[a]!;
      sums[a]! += value;
      const base = a * size;
      for (let b = 0; b <= a; b++) products[base + b]! += value * row[b]!;
    }
  }
  return { sums, products };
}

/**
 * The same over the rows that answer both items of a pair: at (a, b) rows, sum and squares of a, and the products. `n`
 * and `products` are symmetric.
 */
export interface PairSums {
  readonly n: Float64Array;
  readonly first: Float64Array;
  readonly squares: Float64Array;
  readonly products: Float64Array;
}

export function pairSums(columns: readonly Float64Array[], counts: Int32Array): PairSums {
  const size = columns.length;
  const [n, first, squares, products] = [0, 1, 2, 3].map(() => new Float64Array(size * size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const answered = new Int32Array(size);
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at]!;
    if (count === 0) continue;
    let filled = 0;
    for (let a = 0; a < size; a++) if (!Number.isNaN(columns[a]![at]!)) answered[filled++] = a;
    for (let i = 0; i < filled; i++) {
      const a = answered[i]!;
      const value = columns[a]![at]!;
      const base = a * size;
      for (let j = 0; j < filled; j++) {
        const b = answered[j]!;
        n[base + b]! += count;
        first[base + b]! += count * value;
        squares[base + b]! += count * value * value;
        products[base + b]! += count * value * columns[b]![at]!;
      }
    }
  }
  return { n, first, squares, products };
}

/** The lower factor of a symmetric positive definite matrix; undefined where a pivot is below `least` of its diagonal. */
export function choleskyFactor(matrix: Float64Array, size: number, least = 1e-12): Float64Array | undefined {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k <= i; k++) {
      let value = matrix[i * size + k]!;
      for (let j = 0; j < k; j++) value -= factor[i * size + j]! * factor[k * size + j]!;
      if (i === k && !(value > least * matrix[i * size + i]!)) return undefined;
      factor[i * size + k] = i === k ? Math.sqrt(value) : value / factor[k * size + k]!;
    }
  }
  return factor;
}

/** Solves L L' x = right. */
export function solveFactored(factor: Float64Array, size: number, right: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    let value = x[i]!;
    for (let j = 0; j < i; j++) value -= factor[i * size + j]! * x[j]!;
    x[i] = value / factor[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let value = x[i]!;
    for (let j = i + 1; j < size; j++) value -= factor[j * size + i]! * x[j]!;
    x[i] = value / factor[i * size + i]!;
  }
  return x;
}

/** The inverse of L L', row by row. */
export function invertFactored(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const unit = new Float64Array(size);
    unit[k] = 1;
    inverse.set(solveFactored(factor, size, unit), k * size);
  }
  return inverse;
}

/** a' M b. */
export function quadraticForm(a: ArrayLike<number>, matrix: Float64Array, b: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) {
    let row = 0;
    for (let k = 0; k < b.length; k++) row += matrix[i * b.length + k]! * b[k]!;
    total += a[i]! * row;
  }
  return total;
}

/** M A M of two symmetric matrices: the sandwich around the covariance of the scores. */
export function sandwich(bread: Float64Array, filling: Float64Array, size: number): Float64Array {
  const product = (a: Float64Array, b: Float64Array) => {
    const result = new Float64Array(size * size);
    for (let i = 0; i < size; i++)
      for (let k = 0; k < size; k++)
        for (let j = 0; j < size; j++)
          result[i * size + k] = result[i * size + k]! + a[i * size + j]! * b[j * size + k]!;
    return result;
  };
  return product(product(bread, filling), bread);
}

/** Sum over clusters of u u', u the sum of the cluster's scores; `scores` is rows x size. Also counts the clusters. */
export function clusteredProducts(
  scores: Float64Array,
  size: number,
  clusterOf: ArrayLike<number>,
  clusters: number,
): Float64Array {
  const sums = new Float64Array(clusters * size);
  for (let row = 0; row < clusterOf.length; row++) {
    const at = clusterOf[row]! * size;
    for (let i = 0; i < size; i++) sums[at + i] = sums[at + i]! + scores[row * size + i]!;
  }
  const total = new Float64Array(size * size);
  for (let cluster = 0; cluster < clusters; cluster++) {
    const at = cluster * size;
    for (let i = 0; i < size; i++)
      for (let k = 0; k < size; k++) total[i * size + k] = total[i * size + k]! + sums[at + i]! * sums[at + k]!;
  }
  return total;
}

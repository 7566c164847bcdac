/** Eigenvalues of a symmetric matrix, descending, and their vectors as rows of `vectors`. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

const mostSweeps = 60;

/** Cyclic Jacobi rotations: slow beside others, accurate to the last digits, and 30 drivers are few. */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): Eigen {
  const a = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (_, k) => matrix[i * size + k]!),
  );
  const v = Array.from({ length: size }, (_, i) => {
    const row = new Float64Array(size);
    row[i] = 1;
    return row;
  });
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(a) > 1e-30; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, p, q);
  }
  const order = [...a.keys()].sort((i, k) => a[k]![k]! - a[i]![i]!);
  return { values: Float64Array.from(order, (i) => a[i]![i]!), vectors: order.map((i) => v[i]!) };
}

function offDiagonal(a: readonly Float64Array[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) for (let k = 0; k < i; k++) sum += a[i]![k]! * a[i]![k]!;
  return sum;
}

/** Makes a[p][q] zero; rows of v turn with the columns of a. */
function rotate(a: readonly Float64Array[], v: readonly Float64Array[], p: number, q: number): void {
  const off = a[p]![q]!;
  if (off === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * off);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k]![p]!, a[k]![q]!];
    a[k]![p] = c * x - s * y;
    a[k]![q] = s * x + c * y;
  }
  for (const rows of [a, v]) {
    const [x, y] = [rows[p]!, rows[q]!];
    for (let k = 0; k < x.length; k++) {
      const [xk, yk] = [x[k]!, y[k]!];
      x[k] = c * xk - s * yk;
      y[k] = s * xk + c * yk;
    }
  }
}

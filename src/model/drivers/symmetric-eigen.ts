/** Eigenvalues of a symmetric matrix, descending, and their vectors. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

const mostSweeps = 60;

/** Cyclic Jacobi rotations: accurate to the last digits, and 30 drivers are few (about 1 ms). */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): Eigen {
  const a = Float64Array.from({ length: size * size }, (_, at) => matrix[at]!);
  // Vectors as rows, so that a rotation walks along memory.
  const v = new Float64Array(size * size);
  for (let i = 0; i < size; i++) v[i * size + i] = 1;
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(a, size) > 1e-28; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q);
  }
  const order = Array.from({ length: size }, (_, i) => i).sort((i, k) => a[k * size + k]! - a[i * size + i]!);
  return {
    values: Float64Array.from(order, (i) => a[i * size + i]!),
    vectors: order.map((i) => v.slice(i * size, (i + 1) * size)),
  };
}

function offDiagonal(a: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) for (let k = 0; k < i; k++) sum += a[i * size + k]! * a[i * size + k]!;
  return sum;
}

/** Makes a[p][q] zero. */
function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const off = a[p * size + q]!;
  // Rotations this small change no digit of an eigenvalue of a correlation matrix.
  if (Math.abs(off) < 1e-18) return;
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * off);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let at = 0; at < size * size; at += size) {
    const x = a[at + p]!;
    const y = a[at + q]!;
    a[at + p] = c * x - s * y;
    a[at + q] = s * x + c * y;
  }
  const rowP = p * size;
  const rowQ = q * size;
  for (let k = 0; k < size; k++) {
    const x = a[rowP + k]!;
    const y = a[rowQ + k]!;
    a[rowP + k] = c * x - s * y;
    a[rowQ + k] = s * x + c * y;
    const vx = v[rowP + k]!;
    const vy = v[rowQ + k]!;
    v[rowP + k] = c * vx - s * vy;
    v[rowQ + k] = s * vx + c * vy;
  }
}

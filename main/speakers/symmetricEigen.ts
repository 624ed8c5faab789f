/** Each vector belongs to the value at its position, the largest value first. */
export interface Eigen {
  values: Float64Array;
  vectors: Float64Array[];
}

const MOST_SWEEPS = 30;

/**
 * Finds the eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations (cyclic). It suits matrices of
 * some hundred rows at most.
 * @param matrix row by row, `size * size` numbers; it stays as it is.
 */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  const a = matrix.slice();
  const v = new Float64Array(size * size);
  for (let i = 0; i < size; i++) v[i * size + i] = 1;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let off = 0;
    let all = 0;
    for (let p = 0; p < size; p++) {
      for (let q = 0; q < size; q++) {
        const square = (a[p * size + q] ?? 0) ** 2;
        all += square;
        if (p !== q) off += square;
      }
    }
    if (off <= 1e-22 * all) break;
    for (let p = 0; p < size - 1; p++) for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q);
  }
  const order = Array.from({ length: size }, (_, i) => i).sort(
    (i, j) => (a[j * size + j] ?? 0) - (a[i * size + i] ?? 0),
  );
  return {
    values: Float64Array.from(order, (i) => a[i * size + i] ?? 0),
    vectors: order.map((i) => Float64Array.from({ length: size }, (_, row) => v[row * size + i] ?? 0)),
  };
}

/** Makes the entry at `p`, `q` zero. */
function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const entry = a[p * size + q] ?? 0;
  if (entry === 0) return;
  const theta = ((a[q * size + q] ?? 0) - (a[p * size + p] ?? 0)) / (2 * entry);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cos = 1 / Math.sqrt(t * t + 1);
  const sin = t * cos;
  for (let k = 0; k < size; k++) turn(a, k * size + p, k * size + q, cos, sin);
  for (let k = 0; k < size; k++) turn(a, p * size + k, q * size + k, cos, sin);
  for (let k = 0; k < size; k++) turn(v, k * size + p, k * size + q, cos, sin);
}

function turn(values: Float64Array, i: number, j: number, cos: number, sin: number): void {
  const one = values[i] ?? 0;
  const other = values[j] ?? 0;
  values[i] = cos * one - sin * other;
  values[j] = sin * one + cos * other;
}

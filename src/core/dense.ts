/**
 * LU factors of a dense square matrix, rows one after another (partial pivoting). `undefined` if a pivot is below
 * `1e-13` of the largest entry: the matrix is singular to working precision.
 */
export interface Factors {
  readonly size: number;
  readonly lu: Float64Array;
  readonly row: Int32Array;
}

const smallestPivot = 1e-13;

/**
 * Factors a dense matrix of `size` rows (Golub & Van Loan, algorithm 3.4.1).
 *
 * @example
 * import { factor, solveFactored } from "kreislauf/core";
 * solveFactored(factor([2, 1, 1, 3], 2), [3, 5]); // → [0.8, 1.4]
 */
export function factor(matrix: ArrayLike<number>, size: number): Factors | undefined {
  const lu = Float64Array.from(matrix);
  const row = Int32Array.from({ length: size }, (_, i) => i);
  let largest = 0;
  for (const value of lu) largest = Math.max(largest, Math.abs(value));
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k + 1; i < size; i++) {
      if (Math.abs(lu[i * size + k]) > Math.abs(lu[pivot * size + k])) pivot = i;
    }
    if (!(Math.abs(lu[pivot * size + k]) > smallestPivot * largest)) return undefined;
    if (pivot !== k) {
      for (let j = 0; j < size; j++) {
        const swap = lu[k * size + j];
        lu[k * size + j] = lu[pivot * size + j]!;
        lu[pivot * size + j] = swap;
      }
      const swap = row[k];
      row[k] = row[pivot]!;
      row[pivot] = swap;
    }
    const inverse = 1 / lu[k * size + k];
    for (let i = k + 1; i < size; i++) {
      const multiple = lu[i * size + k] * inverse;
      if (multiple === 0) continue;
      lu[i * size + k] = multiple;
      const to = i * size;
      const from = k * size;
      for (let j = k + 1; j < size; j++) lu[to + j] -= multiple * lu[from + j];
    }
  }
  return { size, lu, row };
}

/** Solves `A x = b` with the factors of A. */
export function solveFactored({ size, lu, row }: Factors, right: ArrayLike<number>): Float64Array {
  const x = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = right[row[i]];
    for (let j = 0; j < i; j++) sum -= lu[i * size + j] * x[j];
    x[i] = sum;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i];
    for (let j = i + 1; j < size; j++) sum -= lu[i * size + j] * x[j];
    x[i] = sum / lu[i * size + i];
  }
  return x;
}

/** The inverse of a factored matrix, rows one after another; all right-hand sides are swept together. */
export function invertFactored({ size, lu, row }: Factors): Float64Array {
  const x = new Float64Array(size * size);
  for (let i = 0; i < size; i++) x[i * size + row[i]] = 1;
  for (let i = 0; i < size; i++) subtractRows(x, lu, i, 0, i, size);
  for (let i = size - 1; i >= 0; i--) {
    subtractRows(x, lu, i, i + 1, size, size);
    const inverse = 1 / lu[i * size + i];
    for (let k = 0; k < size; k++) x[i * size + k] *= inverse;
  }
  return x;
}

/** Subtracts `lu_ij` times row j from row i for j in `[first, last)`; four rows at a time, which halves the memory moved. */
function subtractRows(
  x: Float64Array,
  lu: Float64Array,
  i: number,
  first: number,
  last: number,
  size: number,
): void {
  const a = i * size;
  let j = first;
  for (; j + 3 < last; j += 4) {
    const [p, q, r, s] = [lu[a + j], lu[a + j + 1], lu[a + j + 2], lu[a + j + 3]];
    const [b, c, d, e] = [j * size, (j + 1) * size, (j + 2) * size, (j + 3) * size];
    for (let k = 0; k < size; k++) {
      x[a + k] = x[a + k] - p * x[b + k] - q * x[c + k] - r * x[d + k] - s * x[e + k];
    }
  }
  for (; j < last; j++) {
    const multiple = lu[a + j];
    for (let k = 0; k < size; k++) x[a + k] -= multiple * x[j * size + k];
  }
}

/** The determinant of a factored matrix. */
export function determinant({ size, lu, row }: Factors): number {
  let value = 1;
  for (let i = 0; i < size; i++) value *= lu[i * size + i];
  const seen = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = i; !seen[j]; j = row[j]!) {
      seen[j] = 1;
      if (row[j] !== i) value = -value;
    }
  }
  return value;
}

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
const panelWidth = 4;

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
  for (let panel = 0; panel < size; panel += panelWidth) {
    const end = Math.min(panel + panelWidth, size);
    for (let k = panel; k < end; k++) {
      let pivot = k;
      for (let i = k + 1; i < size; i++) {
        if (Math.abs(lu[i * size + k]) > Math.abs(lu[pivot * size + k])) pivot = i;
      }
      if (!(Math.abs(lu[pivot * size + k]) > smallestPivot * largest)) return undefined;
      if (pivot !== k) exchangeRows(lu, row, size, pivot, k);
      const inverse = 1 / lu[k * size + k];
      for (let i = k + 1; i < size; i++) {
        const multiple = lu[i * size + k] * inverse;
        if (multiple === 0) continue;
        lu[i * size + k] = multiple;
        for (let j = k + 1; j < end; j++) lu[i * size + j] -= multiple * lu[k * size + j];
      }
    }
    // The rest of the rows, once for all pivots of the panel.
    for (let i = panel + 1; i < size; i++) {
      subtractRows(lu, lu, size, { row: i, first: panel, last: Math.min(i, end), from: end, to: size });
    }
  }
  return { size, lu, row };
}

function exchangeRows(lu: Float64Array, row: Int32Array, size: number, a: number, b: number): void {
  const kept = lu.slice(a * size, (a + 1) * size);
  lu.copyWithin(a * size, b * size, (b + 1) * size);
  lu.set(kept, b * size);
  [row[a], row[b]] = [row[b], row[a]];
}

/**
 * Solves `A x = b` with the factors of A.
 *
 * @example
 * import { factor, solveFactored } from "kreislauf/core";
 * solveFactored(factor([0, 2, 1, 0], 2), [4, 3]); // → [3, 2]
 */
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

/**
 * The inverse of a factored matrix, rows one after another; all right-hand sides are swept together.
 *
 * @example
 * import { factor, invertFactored } from "kreislauf/core";
 * invertFactored(factor([0, 2, 1, 0], 2)); // → [0, 1, 0.5, 0]
 */
export function invertFactored({ size, lu, row }: Factors): Float64Array {
  const x = new Float64Array(size * size);
  for (let i = 0; i < size; i++) x[i * size + i] = 1;
  for (let i = 1; i < size; i++) subtractRows(x, lu, size, { row: i, first: 0, last: i, from: 0, to: i });
  for (let i = size - 1; i >= 0; i--) {
    subtractRows(x, lu, size, { row: i, first: i + 1, last: size, from: 0, to: size });
    const inverse = 1 / lu[i * size + i];
    for (let k = 0; k < size; k++) x[i * size + k] *= inverse;
  }
  const ordered = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) ordered[row[k]] = x[i * size + k];
    x.set(ordered, i * size);
  }
  return x;
}

interface Reduction {
  readonly row: number;
  /** Rows taken off, and columns in which they are. */
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** A row i of x less `lu_ij` times each of the rows j, four at a time, as memory is the limit. */
function subtractRows(
  x: Float64Array,
  lu: Float64Array,
  size: number,
  { row, first, last, from, to }: Reduction,
): void {
  const at = row * size;
  let j = first;
  for (; j + 3 < last; j += 4) {
    const [a, b, c, d] = [lu[at + j], lu[at + j + 1], lu[at + j + 2], lu[at + j + 3]];
    if (a === 0 && b === 0 && c === 0 && d === 0) continue;
    const [r, s, t, u] = [j * size, (j + 1) * size, (j + 2) * size, (j + 3) * size];
    for (let k = from; k < to; k++) {
      x[at + k] = x[at + k] - a * x[r + k] - b * x[s + k] - c * x[t + k] - d * x[u + k];
    }
  }
  for (; j < last; j++) {
    const multiple = lu[at + j];
    if (multiple === 0) continue;
    for (let k = from; k < to; k++) x[at + k] -= multiple * x[j * size + k];
  }
}

/**
 * The determinant of a factored matrix.
 *
 * @example
 * import { determinant, factor } from "kreislauf/core";
 * determinant(factor([0, 2, 1, 0], 2)); // → -2
 */
export function determinant({ size, lu, row }: Factors): number {
  let value = 1;
  for (let i = 0; i < size; i++) value *= lu[i * size + i];
  const seen = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = i; !seen[j]; j = row[j]) {
      seen[j] = 1;
      if (row[j] !== i) value = -value;
    }
  }
  return value;
}

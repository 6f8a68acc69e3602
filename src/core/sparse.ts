/** A sparse matrix by rows: entries `start[i] … start[i+1]` hold row i, columns rising. */
export interface Sparse {
  readonly size: number;
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/**
 * A square sparse matrix from entries in any order; entries at the same place are added.
 *
 * @example
 * import { createSparse } from "kreislauf/core";
 * createSparse(2, [0, 0], [1, 1], [2, 3]).value; // → [5]
 */
export function createSparse(
  size: number,
  rows: ArrayLike<number>,
  columns: ArrayLike<number>,
  values: ArrayLike<number>,
): Sparse {
  const byColumn = countingSort(size, columns, rows.length);
  const count = new Int32Array(size + 1);
  for (let k = 0; k < rows.length; k++) count[rows[k] + 1]++;
  for (let i = 0; i < size; i++) count[i + 1] += count[i];
  const next = count.slice();
  const order = new Int32Array(rows.length);
  for (const k of byColumn) order[next[rows[k]]++] = k;

  const start = new Int32Array(size + 1);
  const column = new Int32Array(rows.length);
  const value = new Float64Array(rows.length);
  let filled = 0;
  for (let i = 0; i < size; i++) {
    start[i] = filled;
    for (let k = count[i]; k < count[i + 1]; k++) {
      const entry = order[k];
      if (filled > start[i] && column[filled - 1] === columns[entry]) value[filled - 1] += values[entry];
      else {
        column[filled] = columns[entry];
        value[filled++] = values[entry];
      }
    }
  }
  start[size] = filled;
  return { size, start, column: column.slice(0, filled), value: value.slice(0, filled) };
}

/**
 * The transpose: columns become rows.
 *
 * @example
 * import { createSparse, transposeSparse } from "kreislauf/core";
 * transposeSparse(createSparse(2, [0], [1], [5])).start; // → [0, 0, 1]
 */
export function transposeSparse(matrix: Sparse): Sparse {
  const rows = new Int32Array(matrix.column.length);
  for (let i = 0; i < matrix.size; i++) rows.fill(i, matrix.start[i], matrix.start[i + 1]);
  return createSparse(matrix.size, matrix.column, rows, matrix.value);
}

function countingSort(size: number, keys: ArrayLike<number>, length: number): Int32Array {
  const count = new Int32Array(size + 1);
  for (let k = 0; k < length; k++) count[keys[k] + 1]++;
  for (let i = 0; i < size; i++) count[i + 1] += count[i];
  const order = new Int32Array(length);
  for (let k = 0; k < length; k++) order[count[keys[k]]++] = k;
  return order;
}

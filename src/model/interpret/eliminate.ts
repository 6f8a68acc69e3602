/**
 * Solves a small dense system in place: `size` rows of `size + 1` columns, the last one the right-hand side and then the
 * solution. Rows are exchanged one by one while moving down, so that two systems can go side by side in WebAssembly, each
 * with its own exchanges; the pivot is the largest of its column. Gives the magnitude of the smallest pivot.
 *
 * @param sparse leave out products with 0, which change no number but the sign of a 0
 */
export function eliminate(matrix: Float64Array, size: number, sparse = false): number {
  const width = size + 1;
  let smallest = Infinity;
  for (let k = 0; k < size; k++) {
    for (let i = k + 1; i < size; i++) {
      if (!(Math.abs(matrix[i * width + k]) > Math.abs(matrix[k * width + k]))) continue;
      for (let j = k; j <= size; j++) {
        const swap = matrix[k * width + j];
        matrix[k * width + j] = matrix[i * width + j];
        matrix[i * width + j] = swap;
      }
    }
    smallest = Math.min(smallest, Math.abs(matrix[k * width + k]));
    for (let i = k + 1; i < size; i++) {
      const multiple = matrix[i * width + k] / matrix[k * width + k];
      if (sparse && multiple === 0) continue;
      for (let j = k + 1; j <= size; j++) {
        matrix[i * width + j] = matrix[i * width + j] - multiple * matrix[k * width + j];
      }
    }
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = matrix[i * width + size];
    for (let j = i + 1; j < size; j++) sum -= matrix[i * width + j] * matrix[j * width + size];
    matrix[i * width + size] = sum / matrix[i * width + i];
  }
  return smallest;
}

import type { Sparse } from "../../core/sparse.ts";

export const defaults = { steps: 2000, precision: 1e-12 } as const;

/**
 * The spectral radius of a matrix without negative entries (Perron root), by power iteration on `(A + I)` so that a
 * periodic matrix converges as well. An economy with a radius of 1 or more eats more than it makes.
 *
 * @example
 * import { createSparse } from "kreislauf/core";
 * import { spectralRadius } from "kreislauf/plan";
 * spectralRadius(createSparse(2, [0, 1], [1, 0], [0.5, 0.5])).radius; // → 0.5
 */
export function spectralRadius(
  matrix: Sparse,
  { steps = defaults.steps, precision = defaults.precision } = {},
): { readonly radius: number; readonly vector: Float64Array } {
  const { size, start, column, value } = matrix;
  let vector = new Float64Array(size).fill(size === 0 ? 0 : 1 / size);
  let radius = 0;
  for (let step = 0; step < steps; step++) {
    const next = new Float64Array(size);
    let sum = 0;
    for (let i = 0; i < size; i++) {
      let entry = vector[i];
      for (let k = start[i]; k < start[i + 1]; k++) entry += value[k] * vector[column[k]];
      next[i] = entry;
      sum += entry;
    }
    if (!(sum > 0) || !Number.isFinite(sum)) return { radius: sum > 0 ? Infinity : 0, vector };
    let moved = 0;
    for (let i = 0; i < size; i++) {
      next[i] /= sum;
      moved += Math.abs(next[i] - vector[i]);
    }
    vector = next;
    radius = sum - 1;
    if (moved < precision) break;
  }
  return { radius, vector };
}

import { factor, solveFactored } from "../../core/dense.ts";
import { type Sparse, transposeSparse } from "../../core/sparse.ts";

/** `dense` factors `I − A` (LU); `iterative` sweeps over the entries (Gauss–Seidel) and suits any size. */
export type LeontiefMethod = "dense" | "iterative";

export interface LeontiefOptions {
  readonly method?: LeontiefMethod;
  /** Iteration ends when a sweep moves no entry by more than this share of the largest. */
  readonly precision?: number;
  readonly sweeps?: number;
}

export const defaults = { method: "iterative", precision: 1e-14, sweeps: 2000 } as const;

/**
 * What a unit of each product contains in all, `λ = d + λ A` for direct contents d: `λ = d (I − A)⁻¹` (Leontief 1936).
 * Throws if the coefficients eat more than they make, so that no solution exists.
 *
 * @example
 * import { createSparse } from "kreislauf/core";
 * import { solveContent } from "kreislauf/plan";
 * solveContent(createSparse(2, [0], [1], [0.5]), [2, 3]); // → [2, 4]
 */
export function solveContent(
  input: Sparse,
  direct: ArrayLike<number>,
  options: LeontiefOptions = {},
): Float64Array {
  return solve(transposeSparse(input), direct, options);
}

/**
 * The output of each product that a final demand takes, `x = y + A x`. Throws like `solveContent`.
 *
 * @example
 * import { createSparse } from "kreislauf/core";
 * import { solveOutput } from "kreislauf/plan";
 * solveOutput(createSparse(2, [0], [1], [0.5]), [1, 4]); // → [3, 4]
 */
export function solveOutput(
  input: Sparse,
  demand: ArrayLike<number>,
  options: LeontiefOptions = {},
): Float64Array {
  return solve(input, demand, options);
}

/** `z = right + M z`. */
function solve(matrix: Sparse, right: ArrayLike<number>, options: LeontiefOptions): Float64Array {
  return (options.method ?? defaults.method) === "dense"
    ? solveDense(matrix, right)
    : sweepRows(matrix, right, options);
}

function solveDense({ size, start, column, value }: Sparse, right: ArrayLike<number>): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    matrix[i * size + i] = 1;
    for (let k = start[i]; k < start[i + 1]; k++) matrix[i * size + column[k]] -= value[k];
  }
  const factors = factor(matrix, size);
  if (!factors) throw new RangeError("The economy has no surplus: I − A is singular.");
  return solveFactored(factors, right);
}

function sweepRows(matrix: Sparse, right: ArrayLike<number>, options: LeontiefOptions): Float64Array {
  const { size, start, column, value } = matrix;
  const { precision, sweeps } = { ...defaults, ...options };
  const z = Float64Array.from(right);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let moved = 0;
    let largest = 0;
    for (let i = 0; i < size; i++) {
      let sum = right[i];
      let own = 0;
      for (let k = start[i]; k < start[i + 1]; k++) {
        if (column[k] === i) own = value[k]!;
        else sum += value[k] * z[column[k]];
      }
      const next = sum / (1 - own);
      moved = Math.max(moved, Math.abs(next - z[i]));
      largest = Math.max(largest, Math.abs(next));
      z[i] = next;
    }
    if (moved <= precision * largest) return z;
    if (!Number.isFinite(largest)) break;
  }
  throw new RangeError("The economy has no surplus: the sweeps over its inputs do not end.");
}

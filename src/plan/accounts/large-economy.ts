import { canRun, compileModule, instantiate } from "../../core/wasm/engine.ts";
import { type LargeKernel, writeLargeKernel } from "./large-kernel.ts";

/**
 * The technique of an economy of up to millions of products, by columns: product j takes the inputs
 * `input[bound[j] … bound[j + 1]]`, so much of each as `amount` says. The arrays lie in the memory of the kernel, so
 * that nothing is copied; fill them and solve.
 */
export interface LargeTechnique {
  readonly products: number;
  readonly bound: Int32Array;
  readonly input: Int32Array;
  readonly amount: Float32Array;
  readonly memory: LargeMemory;
}

/** Two vectors of the products beside the technique, and the kernel; without a kernel plain JavaScript sweeps. */
export interface LargeMemory {
  readonly vector: Float64Array;
  readonly beside: Float64Array;
  readonly kernel: LargeKernel | undefined;
}

export interface LargeOptions {
  /** The sweeps end when they move less than this share of the sum of the solution. */
  readonly precision?: number;
  readonly sweeps?: number;
}

export interface LargeSolution {
  readonly value: Float64Array;
  readonly sweeps: number;
  /** Last move as a share of the sum. */
  readonly moved: number;
  readonly engine: "WebAssembly" | "JavaScript";
}

export const defaults: Required<LargeOptions> = { precision: 1e-8, sweeps: 200 };

/**
 * Room for a technique of so many products and entries: 8 bytes an entry and 20 a product. Uses WebAssembly where it
 * exists and 4 GiB suffice (`engine: "JavaScript"` forbids it).
 */
export function allocateTechnique(
  products: number,
  entries: number,
  { engine = "WebAssembly" }: { readonly engine?: "WebAssembly" | "JavaScript" } = {},
): LargeTechnique {
  const aligned = (bytes: number): number => Math.ceil(bytes / 16) * 16;
  const vectorAt = 16;
  const besideAt = vectorAt + aligned(8 * products);
  const boundAt = besideAt + aligned(8 * products);
  const inputAt = boundAt + aligned(4 * (products + 1));
  const amountAt = inputAt + aligned(4 * entries);
  const bytes = amountAt + aligned(4 * entries) + 16;
  const code = engine === "WebAssembly" ? writeLargeKernel() : undefined;
  const wasm = code && canRun(code) ? instantiate(compileModule(code), bytes) : undefined;
  const buffer = wasm?.buffer ?? new ArrayBuffer(bytes);
  return {
    products,
    bound: new Int32Array(buffer, boundAt, products + 1),
    input: new Int32Array(buffer, inputAt, entries),
    amount: new Float32Array(buffer, amountAt, entries),
    memory: {
      vector: new Float64Array(buffer, vectorAt, products),
      beside: new Float64Array(buffer, besideAt, products),
      kernel: wasm?.exports as LargeKernel | undefined,
    },
  };
}

/**
 * Labour values (or any content) of a large economy, `λ = l + λ A`, by Gauss–Seidel sweeps. `direct` has one entry a
 * product. Throws a RangeError if the sweeps do not settle: the economy eats more than it makes.
 *
 * @example
 * import { allocateTechnique, solveLargeContent } from "kreislauf/plan";
 * const technique = allocateTechnique(2, 1);
 * technique.bound.set([0, 0, 1]);
 * technique.amount[0] = 0.5;
 * solveLargeContent(technique, [2, 3]).value; // → [2, 4]
 */
export function solveLargeContent(
  technique: LargeTechnique,
  direct: ArrayLike<number>,
  options: LargeOptions = {},
): LargeSolution {
  const { vector, beside } = technique.memory;
  beside.set(direct);
  vector.set(direct);
  const sweep = sweepOf(technique, "gather");
  return settle(technique, options, sweep, [vector]);
}

/**
 * Gross output of a large economy, `x = y + A x`, by Gauss–Seidel sweeps that ship what is still wanted. Throws like
 * `solveLargeContent`.
 */
export function solveLargeOutput(
  technique: LargeTechnique,
  demand: ArrayLike<number>,
  options: LargeOptions = {},
): LargeSolution {
  const { vector, beside } = technique.memory;
  vector.set(demand);
  beside.fill(0);
  const sweep = sweepOf(technique, "scatter");
  return settle(technique, options, sweep, [beside, vector]);
}

/**
 * Sweeps until they hardly move the first of the vectors. Where two sweeps in a row move it in the same direction, the
 * rest of the way is a geometric series and is taken in one leap (Aitken 1937); the other vectors go along, for all of
 * them are linear in the first.
 */
function settle(
  { memory }: LargeTechnique,
  options: LargeOptions,
  sweep: () => number,
  vectors: readonly [Float64Array, ...Float64Array[]],
): LargeSolution {
  const { precision, sweeps } = { ...defaults, ...options };
  const [solution] = vectors;
  const before = vectors.map((vector) => vector.slice());
  let lastMove = new Float64Array(solution.length);
  let move = new Float64Array(solution.length);
  let comparable = false;
  for (let count = 1; count <= sweeps; count++) {
    vectors.forEach((vector, i) => before[i].set(vector));
    const sum = sweep();
    const moved = sum === 0 ? 0 : sum / sumOf(solution);
    if (moved <= precision) {
      const engine = memory.kernel ? "WebAssembly" : "JavaScript";
      return { value: solution.slice(), sweeps: count, moved, engine };
    }
    if (!Number.isFinite(moved)) break;
    subtract(solution, before[0], move);
    const ratio: number | undefined =
      comparable && count < lastLeap ? commonRatio(lastMove, move) : undefined;
    comparable = ratio === undefined;
    if (ratio === undefined) [lastMove, move] = [move, lastMove];
    else vectors.forEach((vector, i) => leap(vector, before[i], ratio / (1 - ratio)));
  }
  throw new RangeError("The economy has no surplus: the sweeps over its inputs do not end.");
}

/** After so many sweeps leaps do not help; plain sweeps end whenever there is a surplus. */
const lastLeap = 40;
const steepest = 0.95;
const likeness = 0.3;

/** The ratio of two moves if they point the same way, or nothing. */
function commonRatio(first: Float64Array, second: Float64Array): number | undefined {
  let both = 0;
  let own = 0;
  let other = 0;
  for (let i = 0; i < first.length; i++) {
    both += first[i] * second[i];
    own += first[i] * first[i];
    other += second[i] * second[i];
  }
  const ratio = both / own;
  // The part of the second move that is not a multiple of the first.
  const aside = other - both * ratio;
  return ratio > 0 && ratio < steepest && aside <= likeness * likeness * other ? ratio : undefined;
}

function subtract(after: Float64Array, before: Float64Array, out: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = after[i] - before[i];
}

function leap(vector: Float64Array, before: Float64Array, share: number): void {
  for (let i = 0; i < vector.length; i++) vector[i] += share * (vector[i] - before[i]);
}

function sweepOf(technique: LargeTechnique, kind: "gather" | "scatter"): () => number {
  const { products, bound, input, amount, memory } = technique;
  const { kernel, vector, beside } = memory;
  if (!kernel) return kind === "gather" ? () => gather(technique) : () => scatter(technique);
  const end = vector.byteOffset + 8 * products;
  return () =>
    kernel[kind](
      bound.byteOffset,
      input.byteOffset,
      amount.byteOffset,
      vector.byteOffset,
      beside.byteOffset,
      end,
    );
}

function gather({ products, bound, input, amount, memory }: LargeTechnique): number {
  const { vector, beside } = memory;
  let moved = 0;
  for (let j = 0; j < products; j++) {
    let sum = beside[j];
    for (let k = bound[j]; k < bound[j + 1]; k++) sum += amount[k] * vector[input[k]];
    moved += Math.abs(sum - vector[j]);
    vector[j] = sum;
  }
  return moved;
}

function scatter({ products, bound, input, amount, memory }: LargeTechnique): number {
  const { vector, beside } = memory;
  let moved = 0;
  for (let j = 0; j < products; j++) {
    const wanted = vector[j];
    vector[j] = 0;
    beside[j] += wanted;
    moved += Math.abs(wanted);
    for (let k = bound[j]; k < bound[j + 1]; k++) vector[input[k]] += amount[k] * wanted;
  }
  return moved;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += Math.abs(value);
  return sum;
}

import type { Components } from "../../core/components.ts";
import type { Sparse } from "../../core/sparse.ts";
import { solveVisits } from "./visits.ts";

const batch = 4;
/** Of each entry, between two sweeps. */
const tolerance = 1e-12;
/** After so many sweeps almost nothing leaks out of a component, and each side is better solved by itself. */
const patience = 300;

/**
 * Solves `x = b + A x` like `solveVisits`, for many right sides at once: four side by side, so that each entry of the
 * matrix is fetched once for all of them. Calls `found` with each solution in order; the array is used again.
 */
export function solveManyVisits(
  matrix: Sparse,
  components: Components,
  right: readonly (readonly number[])[],
  ascending: boolean,
  found: (solution: Float64Array, index: number) => void,
): void {
  const size = matrix.start.length - 1;
  const sides = new Float64Array(size * batch);
  const x = new Float64Array(size * batch);
  const solution = new Float64Array(size);
  for (let first = 0; first < right.length; first += batch) {
    const width = Math.min(batch, right.length - first);
    sides.fill(0);
    for (let side = 0; side < width; side++) {
      for (const node of right[first + side]) sides[node * batch + side] = 1;
    }
    x.set(sides);
    const settled = solveBatch(matrix, components, sides, x, ascending);
    for (let side = 0; side < width; side++) {
      for (let node = 0; node < size; node++) solution[node] = (settled ? x : sides)[node * batch + side];
      found(settled ? solution : solveVisits(matrix, components, solution, ascending), first + side);
    }
  }
}

/** False if a component did not settle. */
function solveBatch(
  { start, column, value }: Sparse,
  components: Components,
  sides: Float64Array,
  x: Float64Array,
  ascending: boolean,
): boolean {
  let change = 0;
  const gather = (node: number): void => {
    const place = node * batch;
    let [a, b, c, d] = [sides[place], sides[place + 1], sides[place + 2], sides[place + 3]];
    let own = 0;
    for (let k = start[node]; k < start[node + 1]; k++) {
      const share = value[k];
      if (column[k] === node) {
        own += share;
        continue;
      }
      const from = column[k] * batch;
      a += share * x[from];
      b += share * x[from + 1];
      c += share * x[from + 2];
      d += share * x[from + 3];
    }
    settle(place, a, own);
    settle(place + 1, b, own);
    settle(place + 2, c, own);
    settle(place + 3, d, own);
  };
  const settle = (place: number, sum: number, own: number): void => {
    const fresh = own === 0 || sum === 0 ? sum : sum / (1 - own);
    change = Math.max(change, Math.abs(fresh - x[place]) - tolerance * fresh);
    x[place] = fresh;
  };
  for (let turn = 0; turn < components.count; turn++) {
    const c = ascending ? turn : components.count - 1 - turn;
    const [first, last] = [components.start[c], components.start[c + 1]];
    for (let sweeps = 0; ; sweeps++) {
      change = 0;
      for (let m = first; m < last; m++) gather(components.member[m]);
      if (last - first === 1 || change <= 0) break;
      if (sweeps > patience) return false;
    }
  }
  return true;
}

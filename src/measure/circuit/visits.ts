import { type Components, findComponents } from "../../core/components.ts";
import { factor, solveFactored } from "../../core/dense.ts";
import { createSparse, type Sparse, transposeSparse } from "../../core/sparse.ts";
import type { Network } from "./network.ts";

/**
 * Where a dollar goes next: `shares` row i holds `P_ij = f_ij / T_i`, the part of what passes through i that goes
 * on to j (proportional mixing), `sharesBack` its transpose; `flows` holds `f_ij` with parallel ties added and ties
 * without money left out.
 */
export interface Mixing {
  readonly size: number;
  readonly flows: Sparse;
  readonly shares: Sparse;
  readonly sharesBack: Sparse;
  readonly inflow: Float64Array;
  readonly outflow: Float64Array;
  readonly throughflow: Float64Array;
  readonly components: Components;
}

/** The proportional-mixing view of a network. */
export function mix(network: Network, throughflow: Float64Array = network.throughflow): Mixing {
  const size = network.nodes.length;
  const paid = Array.from(network.amount.keys()).filter((tie) => network.amount[tie] > 0);
  const flows = createSparse(
    size,
    Int32Array.from(paid, (tie) => network.from[tie]),
    Int32Array.from(paid, (tie) => network.to[tie]),
    Float64Array.from(paid, (tie) => network.amount[tie]),
  );
  const value = new Float64Array(flows.value.length);
  for (let i = 0; i < size; i++) {
    for (let k = flows.start[i]; k < flows.start[i + 1]; k++) value[k] = flows.value[k] / throughflow[i];
  }
  const shares = { ...flows, value };
  const { inflow, outflow } = network;
  return {
    size,
    flows,
    shares,
    sharesBack: transposeSparse(shares),
    inflow,
    outflow,
    throughflow,
    components: findComponents(flows),
  };
}

const tolerance = 1e-14;
/** Sweeps after which a component that hardly leaks is solved directly, if it is small enough, or given up. */
const patience = 300;
const mostSweeps = 20_000;
const densest = 1500;

/**
 * Solves `x_i = b_i + Σ_j A_ij x_j` for a substochastic matrix A, component by component in order of dependence, by
 * Gauss–Seidel inside each (non-negative b, so x rises to its least solution). A closed component that no b reaches
 * stays zero; one that is reached has no solution, which throws: callers ask `isClosed` first.
 */
export function solveVisits(
  matrix: Sparse,
  components: Components,
  right: Float64Array,
  ascending: boolean,
): Float64Array {
  const x = right.slice();
  const { start, column, value } = matrix;
  const gather = (node: number): number => {
    let sum = right[node];
    let own = 0;
    for (let k = start[node]; k < start[node + 1]; k++) {
      if (column[k] === node) own += value[k];
      else sum += value[k] * x[column[k]];
    }
    return own === 0 || sum === 0 ? sum : sum / (1 - own);
  };
  for (let turn = 0; turn < components.count; turn++) {
    const c = ascending ? turn : components.count - 1 - turn;
    const first = components.start[c];
    const last = components.start[c + 1];
    if (last - first === 1) {
      x[components.member[first]] = gather(components.member[first]);
      continue;
    }
    let sweeps = 0;
    for (;;) {
      let change = 0;
      let size = 0;
      for (let m = first; m < last; m++) {
        const node = components.member[m];
        const old = x[node];
        const fresh = gather(node);
        x[node] = fresh;
        change = Math.max(change, Math.abs(fresh - old));
        size = Math.max(size, Math.abs(fresh));
      }
      if (change <= tolerance * size) break;
      if (++sweeps === patience && last - first <= densest) {
        solveDirectly(matrix, components, c, right, x);
        break;
      }
      if (sweeps > mostSweeps) throw new RangeError(neverLeaves);
    }
  }
  return x;
}

const neverLeaves = "Money that enters a closed circuit never leaves it; expected visits are infinite.";

/** The same for one component by elimination; what it depends on outside is in `x` already. */
function solveDirectly(
  { start, column, value }: Sparse,
  components: Components,
  component: number,
  right: Float64Array,
  x: Float64Array,
): void {
  const members = membersOf(components, component);
  const size = members.length;
  const place = new Map(Array.from(members, (node, index) => [node, index]));
  const known = Float64Array.from(members, (node) => right[node]);
  const inside = new Float64Array(size * size);
  members.forEach((node, row) => {
    inside[row * size + row] += 1;
    for (let k = start[node]; k < start[node + 1]; k++) {
      const other = place.get(column[k]);
      if (other === undefined) known[row] += value[k] * x[column[k]];
      else inside[row * size + other] -= value[k];
    }
  });
  const factors = factor(inside, size);
  if (!factors) throw new RangeError(neverLeaves);
  solveFactored(factors, known).forEach((solved, row) => (x[members[row]] = solved));
}

/** Money passing each node when `injected` enters from outside: `x = b + Pᵀ x`. */
export function spread(mixing: Mixing, injected: Float64Array): Float64Array {
  // Arcs lead from higher to lower component numbers; money comes from the higher ones.
  return solveVisits(mixing.sharesBack, mixing.components, injected, false);
}

/** Expected reward of a dollar at each node, `reward` being collected there at each visit: `x = b + P x`. */
export function collect(mixing: Mixing, reward: Float64Array): Float64Array {
  return solveVisits(mixing.shares, mixing.components, reward, true);
}

/** Members of a component. */
export function membersOf(components: Components, component: number): Int32Array {
  return components.member.subarray(components.start[component], components.start[component + 1]);
}

/** True if the members of a component pay each other and nothing (but dust of rounding) ever leaves it. */
export function isClosed(mixing: Mixing, component: number): boolean {
  const { flows, components, throughflow, outflow } = mixing;
  let leaving = 0;
  let passing = 0;
  for (const node of membersOf(components, component)) {
    leaving += outflow[node];
    passing += throughflow[node];
    for (let k = flows.start[node]; k < flows.start[node + 1]; k++) {
      if (components.of[flows.column[k]] !== component) leaving += flows.value[k];
    }
  }
  return leaving <= 1e-12 * passing;
}

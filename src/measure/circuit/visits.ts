import { type Components, findComponents } from "../../core/components.ts";
import { factor, invertFactored } from "../../core/dense.ts";
import { createSparse, type Sparse, transposeSparse } from "../../core/sparse.ts";
import type { Network } from "./network.ts";

/**
 * Where a dollar goes next: `shares` row i holds `P_ij = f_ij / T_i`, the part of what passes through i that goes
 * on to j (proportional mixing); `flows` holds `f_ij` with parallel ties added; `back` are the transposes.
 */
export interface Mixing {
  readonly size: number;
  readonly flows: Sparse;
  readonly shares: Sparse;
  readonly sharesBack: Sparse;
  readonly throughflow: Float64Array;
  readonly components: Components;
}

/** The proportional-mixing view of a network. */
export function mix(network: Network, throughflow: Float64Array = network.throughflow): Mixing {
  const size = network.nodes.length;
  const flows = createSparse(size, network.from, network.to, network.amount);
  const value = new Float64Array(flows.value.length);
  for (let i = 0; i < size; i++) {
    for (let k = flows.start[i]; k < flows.start[i + 1]; k++) {
      value[k] = throughflow[i] > 0 ? flows.value[k] / throughflow[i] : 0;
    }
  }
  const shares = { ...flows, value };
  return {
    size,
    flows,
    shares,
    sharesBack: transposeSparse(shares),
    throughflow,
    components: findComponents(flows),
  };
}

const tolerance = 1e-14;
const mostSweeps = 20_000;

/**
 * Solves `x_i = b_i + Σ_j A_ij x_j` for a substochastic matrix A, component by component in order of dependence, by
 * Gauss–Seidel inside each (non-negative b, so x rises to its least solution). A closed component that no b reaches
 * stays zero; one that is reached has no solution, which throws.
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
      if (++sweeps > mostSweeps || !Number.isFinite(size)) {
        throw new RangeError(
          "Money that enters a closed circuit never leaves it; expected visits are infinite.",
        );
      }
    }
  }
  return x;
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

/**
 * The block of `N = (I − P)⁻¹` of one component: `visits[a·k + b]` is how often a dollar at its a-th member is
 * expected at its b-th. `undefined` if the component is closed: nothing ever leaves it.
 */
export function visitsInside(mixing: Mixing, component: number): Float64Array | undefined {
  const members = membersOf(mixing.components, component);
  const matrix = insideComponent(mixing, members, component);
  const factors = factor(matrix, members.length);
  return factors && invertFactored(factors);
}

/** `I − P` restricted to the members of a component. */
export function insideComponent(mixing: Mixing, members: Int32Array, component: number): Float64Array {
  const size = members.length;
  const place = new Map(Array.from(members, (node, index) => [node, index]));
  const { start, column, value } = mixing.shares;
  const matrix = new Float64Array(size * size);
  members.forEach((node, row) => {
    matrix[row * size + row] += 1;
    for (let k = start[node]; k < start[node + 1]; k++) {
      if (mixing.components.of[column[k]] === component)
        matrix[row * size + place.get(column[k])!] -= value[k];
    }
  });
  return matrix;
}

/** Members of a component. */
export function membersOf(components: Components, component: number): Int32Array {
  return components.member.subarray(components.start[component], components.start[component + 1]);
}

/** True if members of a component pay each other but nothing ever leaves it. */
export function isClosed(mixing: Mixing, network: Network, component: number): boolean {
  const { shares, components, throughflow } = mixing;
  const members = membersOf(components, component);
  return members.every((node) => {
    if (network.outflow[node] > 1e-12 * throughflow[node]) return false;
    for (let k = shares.start[node]; k < shares.start[node + 1]; k++) {
      if (components.of[shares.column[k]] !== component && shares.value[k] > 1e-12) return false;
    }
    return true;
  });
}

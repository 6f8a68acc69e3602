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
  const { from, to, amount } = paidTies(network);
  const flows = createSparse(size, from, to, amount);
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

const tolerance = 1e-13;
function paidTies({ from, to, amount }: Network): Pick<Network, "from" | "to" | "amount"> {
  if (amount.every((value) => value > 0)) return { from, to, amount };
  const paid = (_: number, tie: number): boolean => amount[tie] > 0;
  return { from: from.filter(paid), to: to.filter(paid), amount: amount.filter(paid) };
}

/** Sweeps after which a component that hardly leaks is solved directly, if it is small enough, or given up. */
const patience = 300;
const mostSweeps = 20_000;
const densest = 1500;

/**
 * Solves `x_i = b_i + Σ_j A_ij x_j` for a substochastic matrix A, component by component in order of dependence, by
 * Gauss–Seidel inside each. Nodes marked in `pinned` keep x = 0. A closed component that no b reaches stays zero; one
 * that is reached has no solution, which throws: callers ask `isClosed` first.
 */
export function solveVisits(
  matrix: Sparse,
  components: Components,
  right: Float64Array,
  ascending: boolean,
  pinned?: Uint8Array,
): Float64Array {
  const x = new Float64Array(right.length);
  const step = new Float64Array(right.length);
  for (let turn = 0; turn < components.count; turn++) {
    const c = ascending ? turn : components.count - 1 - turn;
    settle(matrix, components, c, right, x, step, pinned);
  }
  return x;
}

/**
 * Sweeps over one component until nothing moves. Once the steps shrink at a steady rate r, the way that is left is
 * `r / (1 − r)` of the last one and is gone at once (Aitken); the sweeps after it mend what that misses.
 */
function settle(
  matrix: Sparse,
  components: Components,
  component: number,
  right: Float64Array,
  x: Float64Array,
  step: Float64Array,
  pinned: Uint8Array | undefined,
): void {
  const { start, column, value } = matrix;
  const { member } = components;
  const first = components.start[component];
  const last = components.start[component + 1];
  const alone = last - first === 1;
  let rate = 0;
  let before = 0;
  for (let sweep = 1; ; sweep++) {
    let change = 0;
    let size = 0;
    let again = !alone;
    let moved = 0;
    for (let m = first; m < last; m++) {
      const node = member[m];
      if (pinned && pinned[node]) continue;
      let sum = right[node];
      for (let k = start[node], end = start[node + 1]; k < end; k++) {
        if (alone && column[k] === node) again = true;
        sum += value[k] * x[column[k]];
      }
      const by = sum - x[node];
      step[node] = by;
      moved += by;
      if (Math.abs(by) > change) change = Math.abs(by);
      if (sum > size) size = sum;
      x[node] = sum;
    }
    if (!again || change <= tolerance * size) return;
    if (sweep === patience && last - first <= densest) {
      solveDirectly(matrix, components, component, right, x, pinned);
      return;
    }
    if (sweep > mostSweeps) throw new RangeError(neverLeaves);
    const now = before === 0 ? 0 : moved / before;
    before = moved;
    if (now > 0.2 && now < 0.9999 && Math.abs(now - rate) < 0.02 * (1 - now)) {
      const left = now / (1 - now);
      for (let m = first; m < last; m++) x[member[m]] += left * step[member[m]];
      before = 0;
      rate = 0;
    } else rate = now;
  }
}

const neverLeaves = "Money that enters a closed circuit never leaves it; expected visits are infinite.";

/** The same for one component by elimination; what it depends on outside is in `x` already. */
function solveDirectly(
  { start, column, value }: Sparse,
  components: Components,
  component: number,
  right: Float64Array,
  x: Float64Array,
  pinned: Uint8Array | undefined,
): void {
  const members = membersOf(components, component).filter((node) => !pinned?.[node]);
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

/** Expected reward of a dollar at each node, `reward` collected there at each visit, none once it is at a `pinned` one. */
export function collect(mixing: Mixing, reward: Float64Array, pinned?: Uint8Array): Float64Array {
  return solveVisits(mixing.shares, mixing.components, reward, true, pinned);
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

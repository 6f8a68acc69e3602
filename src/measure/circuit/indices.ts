import type { Network } from "./network.ts";
import { isClosed, membersOf, mix, type Mixing, visitsInside } from "./visits.ts";

/** How circular the whole network is, in three ways that need not agree. */
export interface CycleIndices {
  /** Share of throughflow that has been at the same actor before (Finn 1976). */
  readonly finnCyclingIndex: number;
  /** `T_i (1 − 1/N_ii)` by node. */
  readonly cycled: Float64Array;
  /** Incoherence F₀ between 0 (layered) and 1 (pure circulation). */
  readonly incoherence: number;
  readonly trophicLevels: Float64Array;
}

/**
 * Finn's cycling index `Σ T_i (1 − 1/N_ii) / Σ T_i` with `N = (I − P)⁻¹` (Finn 1976), and trophic incoherence
 * (MacKay, Johnson & Sansom 2020).
 *
 * @example
 * import { createNetwork, cycleIndices } from "kreislauf/measure";
 * const network = createNetwork({ nodes: ["a", "b"], ties: [[0, 1, 2], [1, 0, 1]] });
 * cycleIndices(network).finnCyclingIndex; // → 0.5
 */
export function cycleIndices(network: Network, mixing: Mixing = mix(network)): CycleIndices {
  const cycled = new Float64Array(mixing.size);
  const { components, throughflow } = mixing;
  for (let c = 0; c < components.count; c++) {
    const members = membersOf(components, c);
    if (members.length === 1 && !hasOwnTie(mixing, members[0])) continue;
    const visits = isClosed(mixing, network, c) ? undefined : visitsInside(mixing, c);
    members.forEach((node, index) => {
      const back = visits ? 1 - 1 / visits[index * members.length + index] : 1;
      cycled[node] = throughflow[node] * back;
    });
  }
  const total = throughflow.reduce((sum, amount) => sum + amount, 0);
  const { levels, incoherence } = trophicLevels(network);
  return {
    finnCyclingIndex: total > 0 ? cycled.reduce((sum, amount) => sum + amount, 0) / total : 0,
    cycled,
    incoherence,
    trophicLevels: levels,
  };
}

function hasOwnTie({ flows }: Mixing, node: number): boolean {
  for (let k = flows.start[node]; k < flows.start[node + 1]; k++) if (flows.column[k] === node) return true;
  return false;
}

const solverTolerance = 1e-15;

/**
 * Trophic levels h from `(diag(u) − W − Wᵀ) h = in − out` with u the sum of both, lowest level 0 in each connected
 * part, and incoherence `F₀ = Σ w (h_to − h_from − 1)² / Σ w`. Conjugate gradients; the system is positive
 * semidefinite and consistent.
 */
export function trophicLevels(network: Network): {
  readonly levels: Float64Array;
  readonly incoherence: number;
} {
  const { from, to, amount } = network;
  const size = network.nodes.length;
  const weight = new Float64Array(size);
  const right = new Float64Array(size);
  for (let tie = 0; tie < amount.length; tie++) {
    weight[from[tie]] += amount[tie];
    weight[to[tie]] += amount[tie];
    right[from[tie]] -= amount[tie];
    right[to[tie]] += amount[tie];
  }
  const apply = (x: Float64Array): Float64Array => {
    const y = x.map((value, node) => value * weight[node]);
    for (let tie = 0; tie < amount.length; tie++) {
      y[from[tie]] -= amount[tie] * x[to[tie]];
      y[to[tie]] -= amount[tie] * x[from[tie]];
    }
    return y;
  };
  const levels = conjugateGradients(apply, right, weight);
  const part = connectedParts(network);
  const lowest = new Map<number, number>();
  levels.forEach((level, node) =>
    lowest.set(part[node], Math.min(lowest.get(part[node]) ?? Infinity, level)),
  );
  const settled = levels.map((level, node) => level - lowest.get(part[node])!);
  let square = 0;
  let total = 0;
  for (let tie = 0; tie < amount.length; tie++) {
    const step = settled[to[tie]] - settled[from[tie]] - 1;
    square += amount[tie] * step * step;
    total += amount[tie];
  }
  return { levels: settled, incoherence: total > 0 ? square / total : 0 };
}

/** Preconditioned by the diagonal (Saad 2003, algorithm 9.1). */
function conjugateGradients(
  apply: (x: Float64Array) => Float64Array,
  right: Float64Array,
  diagonal: Float64Array,
): Float64Array {
  const dot = (a: Float64Array, b: Float64Array): number =>
    a.reduce((sum, value, i) => sum + value * b[i], 0);
  const scaled = (r: Float64Array): Float64Array =>
    r.map((value, i) => (diagonal[i] > 0 ? value / diagonal[i] : 0));
  const x = new Float64Array(right.length);
  const r = right.slice();
  let z = scaled(r);
  const p = z.slice();
  let rz = dot(r, z);
  const goal = solverTolerance * solverTolerance * Math.abs(rz);
  for (let step = 0; step < 10 * right.length + 100 && rz > goal && rz > 0; step++) {
    const ap = apply(p);
    const length = rz / dot(p, ap);
    for (let i = 0; i < x.length; i++) {
      x[i] += length * p[i];
      r[i] -= length * ap[i];
    }
    z = scaled(r);
    const fresh = dot(r, z);
    const turn = fresh / rz;
    rz = fresh;
    for (let i = 0; i < p.length; i++) p[i] = z[i] + turn * p[i];
  }
  return x;
}

function connectedParts(network: Network): Int32Array {
  const parent = Int32Array.from(network.nodes, (_, i) => i);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]]!;
    return at;
  };
  for (let tie = 0; tie < network.amount.length; tie++)
    parent[root(network.from[tie])] = root(network.to[tie]);
  return parent.map((_, node) => root(node));
}

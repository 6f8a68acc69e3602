import type { Network } from "./network.ts";

export interface TrophicLevels {
  /** Level of each node; the lowest of each connected part is 0. */
  readonly levels: Float64Array;
  /** F₀ between 0 (each tie climbs one level) and 1 (pure circulation). */
  readonly incoherence: number;
}

/**
 * Trophic levels h from `(diag(u) − W − Wᵀ) h = in − out`, u the sum of both, and incoherence
 * `F₀ = Σ w (h_to − h_from − 1)² / Σ w` (MacKay, Johnson & Sansom 2020). The system is positive semidefinite and
 * consistent; conjugate gradients start from the levels of a spanning forest, which solve it where the network is one.
 *
 * @example
 * import { createNetwork, trophicLevels } from "kreislauf/measure";
 * const network = createNetwork({ nodes: ["a", "b", "c"], ties: [[0, 1, 2], [1, 2, 1]] });
 * trophicLevels(network).levels; // → [0, 1, 2]
 */
export function trophicLevels(network: Network): TrophicLevels {
  const { from, to, amount } = network;
  const { part, levels: start } = forestLevels(network);
  const levels = improve(network, start);
  const lowest = new Float64Array(levels.length).fill(Infinity);
  levels.forEach((level, node) => (lowest[part[node]] = Math.min(lowest[part[node]], level)));
  const settled = levels.map((level, node) => level - lowest[part[node]]);
  let square = 0;
  let total = 0;
  for (let tie = 0; tie < amount.length; tie++) {
    const step = settled[to[tie]] - settled[from[tie]] - 1;
    square += amount[tie] * step * step;
    total += amount[tie];
  }
  return { levels: settled, incoherence: total > 0 ? square / total : 0 };
}

/** Levels along a spanning forest, each tie of it climbing one, and the connected part each node belongs to. */
function forestLevels({ nodes, from, to, amount }: Network): { part: Int32Array; levels: Float64Array } {
  const size = nodes.length;
  const head = new Int32Array(size).fill(-1);
  const next = new Int32Array(2 * amount.length);
  for (let half = 0; half < next.length; half++) {
    const tie = half >> 1;
    if (!(amount[tie] > 0)) continue;
    const end = half & 1 ? to[tie] : from[tie];
    next[half] = head[end];
    head[end] = half;
  }
  const part = new Int32Array(size).fill(-1);
  const levels = new Float64Array(size);
  const stack: number[] = [];
  for (let root = 0; root < size; root++) {
    if (part[root] !== -1) continue;
    part[root] = root;
    stack.push(root);
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      for (let half = head[node]; half !== -1; half = next[half]) {
        const other = half & 1 ? from[half >> 1] : to[half >> 1];
        if (part[other] !== -1) continue;
        part[other] = root;
        levels[other] = levels[node] + (half & 1 ? -1 : 1);
        stack.push(other);
      }
    }
  }
  return { part, levels };
}

const tolerance = 1e-15;

/** Conjugate gradients, preconditioned by the diagonal (Saad 2003, algorithm 9.1). */
function improve({ nodes, from, to, amount }: Network, start: Float64Array): Float64Array {
  const size = nodes.length;
  const weight = new Float64Array(size);
  const x = start.slice();
  const r = new Float64Array(size);
  for (let tie = 0; tie < amount.length; tie++) {
    const [a, b, flow] = [from[tie], to[tie], amount[tie]];
    weight[a] += flow;
    weight[b] += flow;
    const miss = flow * (x[b] - x[a] - 1);
    r[a] += miss;
    r[b] -= miss;
  }
  const z = new Float64Array(size);
  const p = new Float64Array(size);
  const ap = new Float64Array(size);
  const precondition = (): number => {
    let rz = 0;
    for (let i = 0; i < size; i++) {
      z[i] = weight[i] > 0 ? r[i] / weight[i] : 0;
      rz += r[i] * z[i];
    }
    return rz;
  };
  let rz = precondition();
  p.set(z);
  const goal = tolerance * tolerance * weight.reduce((sum, value) => sum + value, 0);
  for (let step = 0; step < size + 100 && rz > goal; step++) {
    ap.fill(0);
    for (let tie = 0; tie < amount.length; tie++) {
      const change = amount[tie] * (p[from[tie]] - p[to[tie]]);
      ap[from[tie]] += change;
      ap[to[tie]] -= change;
    }
    let curve = 0;
    for (let i = 0; i < size; i++) curve += p[i] * ap[i];
    if (!(curve > 0)) break;
    const length = rz / curve;
    for (let i = 0; i < size; i++) {
      x[i] += length * p[i];
      r[i] -= length * ap[i];
    }
    const fresh = precondition();
    const turn = fresh / rz;
    rz = fresh;
    for (let i = 0; i < size; i++) p[i] = z[i] + turn * p[i];
  }
  return x;
}

import { cheapestFlow } from "../../core/cheapest-flow.ts";
import type { Network } from "./network.ts";

/** The most money that can be called circular, with its proof. */
export interface Circulation {
  readonly value: number;
  /** Dual bound: no circulation can be greater. Equal to `value` up to rounding. */
  readonly bound: number;
  /** `(bound − value)`, relative to all flow. */
  readonly gap: number;
  /** Circular part of each tie; it is balanced at every node. */
  readonly circular: Float64Array;
  /** Integer layer of each node, 0 first: what is not circular runs from lower to higher layers. */
  readonly layers: Int32Array;
}

/**
 * The greatest circulation `max Σ c_e, 0 ≤ c ≤ f, div c = 0`. Its complement is the least flow with the same sources
 * and sinks, a cheapest flow with unit costs. By duality the value equals the least weighted agony
 * `min_φ Σ f_e max(0, 1 − φ_to + φ_from)` (Gupte et al. 2011); the optimal φ are the layers of the drawing and the
 * certificate.
 *
 * @example
 * import { createNetwork, findCirculation } from "kreislauf/measure";
 * const network = createNetwork({ nodes: ["a", "b", "c"], ties: [[0, 1, 5], [1, 2, 4], [2, 0, 3]] });
 * findCirculation(network).value; // → 9
 */
export function findCirculation(network: Network): Circulation {
  const count = network.nodes.length;
  const { from, to, amount } = network;
  const excess = new Float64Array(count);
  let total = 0;
  for (let tie = 0; tie < amount.length; tie++) {
    excess[from[tie]] += amount[tie];
    excess[to[tie]] -= amount[tie];
    total += amount[tie];
  }
  const { flow, potential } = cheapestFlow({ from, to, capacity: amount }, settle(excess, total));
  const circular = new Float64Array(amount.length);
  let value = 0;
  let bound = 0;
  for (let tie = 0; tie < amount.length; tie++) {
    circular[tie] = Math.max(0, amount[tie] - flow[tie]);
    value += circular[tie];
    bound += amount[tie] * Math.max(0, 1 - potential[to[tie]] + potential[from[tie]]);
  }
  const lowest = potential.reduce((least, layer) => Math.min(least, layer), Infinity);
  const layers = potential.map((layer) => layer - lowest);
  return { value, bound, gap: total > 0 ? (bound - value) / total : 0, circular, layers };
}

/** Rounding leaves balanced nodes a few ulps off balance; they neither offer nor want. */
function settle(excess: Float64Array, total: number): Float64Array {
  const dust = 1e-13 * total;
  return excess.map((amount) => (Math.abs(amount) <= dust ? 0 : amount));
}

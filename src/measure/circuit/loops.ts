import { searchLoops } from "./loop-search.ts";
import type { Network } from "./network.ts";
import { closeThroughOutside } from "./return-chain.ts";
import { mix, type Mixing } from "./visits.ts";

/** A loop over nodes with the three numbers of how much goes round (units of the network). */
export interface NodeLoop {
  readonly nodes: readonly number[];
  readonly certain: number;
  /** NaN if it was not asked for (`weigh: false`). */
  readonly expected: number;
  readonly possible: number;
}

export interface LoopOptions {
  /** Longest loop looked for, in actors. */
  readonly longest?: number;
  /** How many are returned. */
  readonly top?: number;
  /** By what they are ranked; ranking by `expected` weighs every loop and is meant for components up to 1,500 nodes. */
  readonly by?: "expected" | "possible";
  /** Most loops examined; beyond it the result is incomplete and says so. */
  readonly budget?: number;
  /** False leaves `expected` out, where loops are ranked by `possible`: each costs a few solves in a large component. */
  readonly weigh?: boolean;
}

/** Loops of at most so many actors, the `top` ones by what goes round in them; `budget` bounds how many are looked at. */
export const loopDefaults = {
  longest: 6,
  top: 50,
  by: "expected",
  budget: 200_000,
  weigh: true,
} as const;

export interface RankedLoops {
  readonly loops: readonly NodeLoop[];
  /** Number of loops found. */
  readonly found: number;
  /** False if loops longer than `longest`, or beyond the budget, may exist. */
  readonly complete: boolean;
  /** `Σ_c |c| w_c` over all loops found: payments that close a loop. NaN if ranked by `possible`: not all are weighed. */
  readonly closing: number;
}

/**
 * Loops of a network, the largest first, each with
 * - certain `ℓ = max_k max(0, f_k + Σ_later (f − T_tail))` (Fréchet bound: must go round),
 * - expected `w = T_r Π p_e · det N⁽ʳ⁾` over the loop without its node r, N⁽ʳ⁾ the visits before a dollar reaches r (rate
 *   at which a loop-erased random dollar closes the loop; Qian & Qian 1982, Kalpazidou 2006),
 * - possible `u = min_e f_e`.
 * Parallel ties count together.
 *
 * @example
 * import { createNetwork, rankLoops } from "kreislauf/measure";
 * const network = createNetwork({ nodes: ["a", "b"], ties: [[0, 1, 5], [1, 0, 2]], outflow: [0, 3] });
 * const { certain, expected, possible } = rankLoops(network).loops[0];
 * [certain, expected, possible]; // → [2, 2, 2]
 */
export function rankLoops(
  network: Network,
  options: LoopOptions = {},
  mixing: Mixing = mix(network),
): RankedLoops {
  const { longest, top, by, budget, weigh } = { ...loopDefaults, ...options };
  const loops: { nodes: number[]; possible: number }[] = [];
  const complete = searchLoops(mixing, { longest, budget }, (nodes, possible) =>
    loops.push({ nodes, possible }),
  );
  const weights = new LoopWeights(mixing);
  if (by === "possible") {
    const best = loops
      .sort((a, b) => b.possible - a.possible || compareNodes(a.nodes, b.nodes))
      .slice(0, top);
    const measured = best.map(({ nodes }) => weights.measure(nodes, weigh));
    return { loops: measured, found: loops.length, complete, closing: Number.NaN };
  }
  const measured = loops.map(({ nodes }) => weights.measure(nodes, true));
  const closing = measured.reduce((sum, loop) => sum + loop.nodes.length * loop.expected, 0);
  measured.sort(
    (a, b) => b.expected - a.expected || b.possible - a.possible || compareNodes(a.nodes, b.nodes),
  );
  return { loops: measured.slice(0, top), found: loops.length, complete, closing };
}

function compareNodes(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

/** The three numbers of a loop. */
class LoopWeights {
  readonly #mixing: Mixing;
  #block = new Float64Array(64);

  constructor(mixing: Mixing) {
    this.#mixing = mixing;
  }

  measure(nodes: readonly number[], weigh: boolean): NodeLoop {
    const { flows, throughflow } = this.#mixing;
    const size = nodes.length;
    const legs = nodes.map((node, index) => entry(flows, node, nodes[index + 1 === size ? 0 : index + 1]));
    let possible = Infinity;
    let idle = 0;
    for (let i = 0; i < size; i++) {
      possible = Math.min(possible, legs[i]);
      idle += legs[i] - throughflow[nodes[i]];
    }
    // From whichever leg one starts: its amount, less what the others' tails may send elsewhere.
    let certain = 0;
    for (let i = 0; i < size; i++) certain = Math.max(certain, idle + throughflow[nodes[i]]);
    // Of numbers this large the difference is only known to rounding.
    if (certain <= 1e-13 * size * Math.max(...nodes.map((node) => throughflow[node]))) certain = 0;
    return {
      nodes,
      certain: Math.min(certain, possible),
      expected: weigh ? Math.min(this.#expected(nodes, legs), possible) : Number.NaN,
      possible,
    };
  }

  #expected(nodes: readonly number[], legs: readonly number[]): number {
    const { throughflow, components } = this.#mixing;
    const { place, visits } = closeThroughOutside(this.#mixing, components.of[nodes[0]]);
    // Seen from the largest actor the visits are few and their determinant is exact.
    let start = 0;
    for (let i = 1; i < nodes.length; i++) if (throughflow[nodes[i]] > throughflow[nodes[start]]) start = i;
    let weight = throughflow[nodes[start]];
    for (let i = 0; i < nodes.length; i++) weight *= legs[i] / throughflow[nodes[i]];
    const ground = place.get(nodes[start])!;
    const others = nodes.filter((_, i) => i !== start).map((node) => place.get(node)!);
    const size = others.length;
    if (this.#block.length < size * size) this.#block = new Float64Array(size * size);
    const block = this.#block;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) block[i * size + j] = visits(others[i], others[j], ground);
    }
    return weight * determinantOfVisits(block, size);
  }
}

/** Each pivot is itself a number of visits at a node that starts there, so it is at least one and none is exchanged. */
function determinantOfVisits(block: Float64Array, size: number): number {
  let product = 1;
  for (let k = 0; k < size; k++) {
    const pivot = Math.max(1, block[k * size + k]);
    product *= pivot;
    for (let i = k + 1; i < size; i++) {
      const multiple = block[i * size + k] / pivot;
      for (let j = k + 1; j < size; j++) block[i * size + j] -= multiple * block[k * size + j];
    }
  }
  return product;
}

function entry(
  matrix: { start: Int32Array; column: Int32Array; value: Float64Array },
  row: number,
  column: number,
): number {
  for (let k = matrix.start[row]; k < matrix.start[row + 1]; k++) {
    if (matrix.column[k] === column) return matrix.value[k];
  }
  return 0;
}

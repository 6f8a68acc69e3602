import { determinant, factor, solveFactored } from "../../core/dense.ts";
import type { Network } from "./network.ts";
import { insideComponent, isClosed, membersOf, mix, type Mixing, spread, visitsInside } from "./visits.ts";

/** A loop over nodes with the three numbers of how much goes round (units of the network). */
export interface NodeLoop {
  readonly nodes: readonly number[];
  readonly certain: number;
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
}

export const loopDefaults = { longest: 6, top: 50, by: "expected", budget: 200_000 } as const;

export interface RankedLoops {
  readonly loops: readonly NodeLoop[];
  /** Number of loops found. */
  readonly found: number;
  /** False if loops longer than `longest`, or beyond the budget, may exist. */
  readonly complete: boolean;
  /** `Σ_c |c| w_c` over all loops found: payments that close a loop. */
  readonly closing: number;
}

const densestComponent = 1500;

/**
 * Loops of a network, the largest first, each with
 * - certain `ℓ = max_k max(0, f_k + Σ_later (f − T_tail))` (Fréchet bound: must go round),
 * - expected `w = Π p_e · det N_cc · T_cᵀ N_cc⁻¹ 1` (rate at which a loop-erased random dollar closes the loop; Qian &
 *   Qian 1982, Kalpazidou 2006, closed form for open networks),
 * - possible `u = min_e f_e`.
 * Enumeration: bounded depth-first search from each loop's first node, pruned by exact distances back to it, so that
 * no path is followed that cannot close in time. Parallel ties count together.
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
  const { longest, top, by, budget } = { ...loopDefaults, ...options };
  const loops: { nodes: number[]; possible: number }[] = [];
  const complete = enumerate(mixing, longest, budget, (nodes, possible) => loops.push({ nodes, possible }));
  const weigh = new LoopWeights(network, mixing);
  if (by === "possible") {
    const best = loops
      .sort((a, b) => b.possible - a.possible || compareNodes(a.nodes, b.nodes))
      .slice(0, top);
    const measured = best.map(({ nodes }) => weigh.measure(nodes));
    return { loops: measured, found: loops.length, complete, closing: Number.NaN };
  }
  const measured = loops.map(({ nodes }) => weigh.measure(nodes));
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

/**
 * Calls `found` for each elementary loop of at most `longest` nodes, first node smallest. Returns false if loops
 * were missed: the budget ran out, or some component could hold longer ones.
 */
function enumerate(
  mixing: Mixing,
  longest: number,
  budget: number,
  found: (nodes: number[], possible: number) => void,
): boolean {
  const { size, flows, sharesBack: back, components } = mixing;
  const distance = new Int32Array(size);
  const stamp = new Int32Array(size).fill(-1);
  const queue = new Int32Array(size);
  const onPath = new Uint8Array(size);
  const path = new Int32Array(longest + 1);
  const next = new Int32Array(longest + 1);
  const least = new Float64Array(longest + 1);
  // Short loops: looking back half way is enough, the first half is cheap. Long ones need exact distances throughout.
  const lookBack = longest <= 8 ? Math.max(1, longest >> 1) : longest - 1;
  let left = budget;
  let complete = true;
  for (let c = 0; c < components.count; c++) {
    if (components.start[c + 1] - components.start[c] > longest) complete = false;
  }
  for (let root = 0; root < size; root++) {
    const component = components.of[root];
    if (components.start[component + 1] - components.start[component] === 1) continue;
    let filled = 1;
    queue[0] = root;
    stamp[root] = root;
    distance[root] = 0;
    for (let read = 0; read < filled; read++) {
      const node = queue[read];
      if (distance[node] >= lookBack) break;
      for (let k = back.start[node]; k < back.start[node + 1]; k++) {
        const from = back.column[k];
        if (from > root && stamp[from] !== root && components.of[from] === component) {
          stamp[from] = root;
          distance[from] = distance[node] + 1;
          queue[filled++] = from;
        }
      }
    }
    if (filled === 1) continue;
    let depth = 0;
    path[0] = root;
    next[0] = flows.start[root]!;
    least[0] = Infinity;
    while (depth >= 0) {
      const node = path[depth];
      const k = next[depth]++;
      if (k >= flows.start[node + 1]) {
        onPath[node] = 0;
        depth--;
        continue;
      }
      const to = flows.column[k];
      const possible = Math.min(least[depth], flows.value[k]);
      if (to === root) {
        if (depth === 0) continue;
        found(Array.from(path.subarray(0, depth + 1)), possible);
        if (--left <= 0) return false;
        continue;
      }
      if (to < root || onPath[to] || components.of[to] !== component) continue;
      const remaining = longest - depth - 1;
      const known = stamp[to] === root ? distance[to] : lookBack + 1;
      if (known > remaining) continue;
      onPath[to] = 1;
      depth++;
      path[depth] = to;
      next[depth] = flows.start[to]!;
      least[depth] = possible;
    }
  }
  return complete;
}

/** The three numbers of a loop; blocks of N are computed once a component. */
class LoopWeights {
  readonly #network: Network;
  readonly #mixing: Mixing;
  readonly #rows = new Map<number, Float64Array>();
  readonly #blocks = new Map<
    number,
    { readonly place: Map<number, number>; readonly visits: Float64Array | undefined }
  >();

  constructor(network: Network, mixing: Mixing) {
    this.#network = network;
    this.#mixing = mixing;
  }

  measure(nodes: readonly number[]): NodeLoop {
    const { flows, throughflow } = this.#mixing;
    const legs = nodes.map((node, index) => entry(flows, node, nodes[(index + 1) % nodes.length]));
    const possible = Math.min(...legs);
    let certain = 0;
    nodes.forEach((_, first) => {
      let bound = legs[first];
      for (let step = 1; step < nodes.length; step++) {
        const leg = (first + step) % nodes.length;
        bound += legs[leg] - throughflow[nodes[leg]];
      }
      certain = Math.max(certain, bound);
    });
    return {
      nodes,
      certain: Math.min(certain, possible),
      expected: Math.min(this.#expected(nodes, legs), possible),
      possible,
    };
  }

  #expected(nodes: readonly number[], legs: readonly number[]): number {
    const { throughflow } = this.#mixing;
    const component = this.#mixing.components.of[nodes[0]];
    const chance = nodes.reduce((product, node, index) => (product * legs[index]) / throughflow[node], 1);
    const size = nodes.length;
    const inside = this.#visitsBetween(nodes, component);
    if (!inside) return chance * this.#closed(nodes, component);
    const factors = factor(inside, size);
    if (!factors) throw new RangeError("A block of expected visits cannot be singular.");
    const solved = solveFactored(factors, new Float64Array(size).fill(1));
    const weight = nodes.reduce((sum, node, index) => sum + throughflow[node] * solved[index], 0);
    return Math.max(0, chance * determinant(factors) * weight);
  }

  /** `N_cc`, from a dense block if the component is small, else row by row; `undefined` if it is closed. */
  #visitsBetween(nodes: readonly number[], component: number): Float64Array | undefined {
    const { components } = this.#mixing;
    const members = components.start[component + 1] - components.start[component];
    if (members > densestComponent) {
      if (isClosed(this.#mixing, this.#network, component)) return undefined;
      return Float64Array.from(nodes.flatMap((from) => nodes.map((to) => this.#row(from)[to])));
    }
    const block = this.#block(component);
    if (!block.visits) return undefined;
    const { place, visits } = block;
    return Float64Array.from(
      nodes.flatMap((from) => nodes.map((to) => visits[place.get(from)! * place.size + place.get(to)!])),
    );
  }

  #row(node: number): Float64Array {
    let row = this.#rows.get(node);
    if (!row) {
      const start = new Float64Array(this.#mixing.size);
      start[node] = 1;
      row = spread(this.#mixing, start);
      this.#rows.set(node, row);
    }
    return row;
  }

  /** A closed component: `T_r · det N⁽ʳ⁾` with the loop's first node r grounded. */
  #closed(nodes: readonly number[], component: number): number {
    const members = membersOf(this.#mixing.components, component);
    if (members.length > densestComponent) {
      throw new RangeError(`A closed component may have at most ${densestComponent} nodes.`);
    }
    const { place } = this.#block(component);
    const matrix = insideComponent(this.#mixing, members, component);
    const size = members.length;
    const grounded = place.get(nodes[0])!;
    const keep = Array.from(members.keys()).filter((index) => index !== grounded);
    const reduced = Float64Array.from(
      keep.flatMap((row) => keep.map((column) => matrix[row * size + column])),
    );
    const rest = nodes.slice(1).map((node) => keep.indexOf(place.get(node)!));
    const factors = factor(reduced, keep.length);
    if (!factors) throw new RangeError("A grounded component cannot be singular.");
    const block = new Float64Array(rest.length * rest.length);
    rest.forEach((to, j) => {
      const unit = new Float64Array(keep.length);
      unit[to] = 1;
      const column = solveFactored(factors, unit);
      rest.forEach((from, i) => (block[i * rest.length + j] = column[from]!));
    });
    const inner = factor(block, rest.length);
    return this.#mixing.throughflow[nodes[0]] * (inner ? determinant(inner) : 0);
  }

  #block(component: number): {
    readonly place: Map<number, number>;
    readonly visits: Float64Array | undefined;
  } {
    let block = this.#blocks.get(component);
    if (!block) {
      const members = membersOf(this.#mixing.components, component);
      const closed = isClosed(this.#mixing, this.#network, component);
      block = {
        place: new Map(Array.from(members, (node, index) => [node, index])),
        visits: closed ? undefined : visitsInside(this.#mixing, component),
      };
      this.#blocks.set(component, block);
    }
    return block;
  }
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

import type { Mixing } from "./visits.ts";

/** How far a search for loops may go. */
export interface SearchLimits {
  /** Longest loop, in nodes. */
  readonly longest: number;
  /** Most loops found. */
  readonly budget: number;
}

/** Ties followed before a search gives up: some seconds. */
const mostSteps = 200_000_000;
const never = 1 << 30;

/**
 * Calls `found` for each elementary loop of at most `longest` nodes, its first node the smallest. Returns false if
 * loops were missed: a limit was met, or some component could hold longer ones.
 *
 * Bounded depth-first search from each loop's first node. No path is followed that is too far from it to close in time:
 * by distances back to it, and by locks, which remember at what depth a node led nowhere until a loop through it opens
 * them again (Gupta & Suzumura 2021). So the work between two loops is bounded. No recursion.
 */
export function searchLoops(
  mixing: Mixing,
  { longest, budget }: SearchLimits,
  found: (nodes: number[], possible: number) => void,
): boolean {
  const { size, flows, components } = mixing;
  const deepest = Math.min(longest, size);
  const around = new Surroundings(mixing, deepest);
  const path = new Int32Array(deepest + 1);
  const next = new Int32Array(deepest + 1);
  const least = new Float64Array(deepest + 1);
  const shortest = new Int32Array(deepest + 1);
  let left = budget;
  let steps = 0;
  let complete = true;
  for (let c = 0; c < components.count; c++) {
    if (components.start[c + 1] - components.start[c] > longest) complete = false;
  }
  for (let root = 0; root < size; root++) {
    const component = components.of[root];
    if (components.start[component + 1] - components.start[component] === 1) continue;
    if (!around.lookBack(root)) continue;
    let depth = 0;
    path[0] = root;
    next[0] = flows.start[root];
    least[0] = Infinity;
    shortest[0] = never;
    while (depth >= 0) {
      const node = path[depth];
      const k = next[depth]++;
      if (k >= flows.start[node + 1]) {
        around.leave(node, shortest[depth]);
        depth--;
        if (depth >= 0) shortest[depth] = Math.min(shortest[depth], shortest[depth + 1] + 1);
        continue;
      }
      if (++steps > mostSteps) return false;
      const to = flows.column[k];
      if (to === root) {
        if (depth === 0) continue;
        if (left-- === 0) return false;
        shortest[depth] = 1;
        found(Array.from(path.subarray(0, depth + 1)), Math.min(least[depth], flows.value[k]));
      } else if (to > root && around.enter(to, depth + 1)) {
        least[depth + 1] = Math.min(least[depth], flows.value[k]);
        depth++;
        path[depth] = to;
        next[depth] = flows.start[to];
        shortest[depth] = never;
      }
    }
  }
  return complete;
}

/** What is known of the nodes around the root of a search: how far back it is, and from which depth it was not found. */
class Surroundings {
  readonly #mixing: Mixing;
  readonly #deepest: number;
  /** Short loops: looking back half way is enough, the first half is cheap. Long ones need distances throughout. */
  readonly #far: number;
  readonly #distance: Int32Array;
  readonly #measured: Int32Array;
  readonly #lock: Int32Array;
  readonly #locked: Int32Array;
  readonly #onPath: Uint8Array;
  readonly #queue: Int32Array;
  #root = -1;

  constructor(mixing: Mixing, deepest: number) {
    const { size } = mixing;
    this.#mixing = mixing;
    this.#deepest = deepest;
    this.#far = deepest <= 8 ? Math.max(1, deepest >> 1) : deepest - 1;
    this.#distance = new Int32Array(size);
    this.#measured = new Int32Array(size).fill(-1);
    this.#lock = new Int32Array(size);
    this.#locked = new Int32Array(size).fill(-1);
    this.#onPath = new Uint8Array(size);
    this.#queue = new Int32Array(size);
  }

  /** Measures distances back to a new root; false if nobody after it pays it. */
  lookBack(root: number): boolean {
    const { sharesBack: back, components } = this.#mixing;
    const [distance, measured, queue] = [this.#distance, this.#measured, this.#queue];
    this.#root = root;
    let filled = 1;
    queue[0] = root;
    measured[root] = root;
    distance[root] = 0;
    for (let read = 0; read < filled; read++) {
      const node = queue[read];
      if (distance[node] >= this.#far) break;
      for (let k = back.start[node]; k < back.start[node + 1]; k++) {
        const from = back.column[k];
        if (from > root && measured[from] !== root && components.of[from] === components.of[root]) {
          measured[from] = root;
          distance[from] = distance[node] + 1;
          queue[filled++] = from;
        }
      }
    }
    return filled > 1;
  }

  /** Puts a node on the path at a depth, if the root may be reached from there in time. */
  enter(node: number, depth: number): boolean {
    if (this.#onPath[node]) return false;
    const root = this.#root;
    const distance = this.#measured[node] === root ? this.#distance[node] : this.#far + 1;
    if (distance > this.#deepest - depth) return false;
    if (this.#locked[node] === root && depth >= this.#lock[node]) return false;
    if (this.#mixing.components.of[node] !== this.#mixing.components.of[root]) return false;
    this.#onPath[node] = 1;
    this.#lock[node] = depth;
    this.#locked[node] = root;
    return true;
  }

  /** Takes a node off the path; if the root was reached from it in so many steps, opens it and what leads to it. */
  leave(node: number, steps: number): void {
    this.#onPath[node] = 0;
    if (steps === never) return;
    const { sharesBack: back } = this.#mixing;
    const root = this.#root;
    const open = [node, steps];
    while (open.length > 0) {
      const away = open.pop()!;
      const at = open.pop()!;
      const lock = this.#deepest - away + 1;
      if (this.#locked[at] !== root || this.#lock[at] >= lock) continue;
      this.#lock[at] = lock;
      for (let k = back.start[at]; k < back.start[at + 1]; k++) {
        const from = back.column[k];
        if (!this.#onPath[from] && this.#locked[from] === root) open.push(from, away + 1);
      }
    }
  }
}

import type { Mixing } from "./visits.ts";

/** How far a search for loops may go. */
export interface SearchLimits {
  /** Longest loop, in nodes. */
  readonly longest: number;
  /** Most loops found. */
  readonly budget: number;
}

/** Ties followed before a search gives up: about a second. */
const mostSteps = 100_000_000;

/**
 * Calls `found` for each elementary loop of at most `longest` nodes, its first node the smallest. Returns false if
 * loops were missed: a limit was met, or some component could hold longer ones.
 *
 * Bounded depth-first search from each loop's first node, pruned by distances back to it, so that no path is followed
 * that is too far away to close in time. No recursion.
 */
export function searchLoops(
  mixing: Mixing,
  { longest, budget }: SearchLimits,
  found: (nodes: number[], possible: number) => void,
): boolean {
  const { size, flows, sharesBack: back, components } = mixing;
  const deepest = Math.min(longest, size);
  const distance = new Int32Array(size);
  const stamp = new Int32Array(size).fill(-1);
  const queue = new Int32Array(size);
  const onPath = new Uint8Array(size);
  const path = new Int32Array(deepest + 1);
  const next = new Int32Array(deepest + 1);
  const least = new Float64Array(deepest + 1);
  // Short loops: looking back half way is enough, the first half is cheap. Long ones need exact distances throughout.
  const lookBack = deepest <= 8 ? Math.max(1, deepest >> 1) : deepest - 1;
  let left = budget;
  let steps = 0;
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
    next[0] = flows.start[root];
    least[0] = Infinity;
    while (depth >= 0) {
      const node = path[depth];
      const k = next[depth]++;
      if (k >= flows.start[node + 1]) {
        onPath[node] = 0;
        depth--;
        continue;
      }
      if (++steps > mostSteps) return false;
      const to = flows.column[k];
      if (to === root) {
        if (depth === 0) continue;
        if (left-- === 0) return false;
        found(Array.from(path.subarray(0, depth + 1)), Math.min(least[depth], flows.value[k]));
        continue;
      }
      if (to < root || onPath[to]) continue;
      const known = stamp[to] === root ? distance[to] : lookBack + 1;
      if (known > deepest - depth - 1 || components.of[to] !== component) continue;
      onPath[to] = 1;
      least[depth + 1] = Math.min(least[depth], flows.value[k]);
      depth++;
      path[depth] = to;
      next[depth] = flows.start[to];
    }
  }
  return complete;
}

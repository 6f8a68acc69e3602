import type { Sparse } from "./sparse.ts";

/** Strongly connected components; component c is only reachable from components with larger numbers. */
export interface Components {
  readonly count: number;
  readonly of: Int32Array;
  /** Nodes in order of component; component c is `member[start[c] … start[c+1]]`. */
  readonly member: Int32Array;
  readonly start: Int32Array;
}

/**
 * Strongly connected components of the graph whose arcs are a matrix' entries (Tarjan 1972, without recursion, so
 * a million nodes in a row are no problem). Arcs lead from higher to lower component numbers.
 *
 * @example
 * import { createSparse, findComponents } from "kreislauf/core";
 * findComponents(createSparse(3, [0, 1, 1], [1, 0, 2], [1, 1, 1])).of; // → [1, 1, 0]
 */
export function findComponents(graph: Sparse): Components {
  const { size, start, column } = graph;
  const of = new Int32Array(size).fill(-1);
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const next = start.slice();
  const open = new Int32Array(size);
  const path = new Int32Array(size);
  let opened = 0;
  let seen = 0;
  let count = 0;
  for (let root = 0; root < size; root++) {
    if (index[root] !== -1) continue;
    let depth = 0;
    path[0] = root;
    index[root] = low[root] = seen++;
    open[opened++] = root;
    while (depth >= 0) {
      const node = path[depth];
      if (next[node] < start[node + 1]) {
        const to = column[next[node]++];
        if (index[to] === -1) {
          index[to] = low[to] = seen++;
          open[opened++] = to;
          path[++depth] = to;
        } else if (of[to] === -1 && index[to] < low[node]) low[node] = index[to];
        continue;
      }
      depth--;
      if (depth >= 0 && low[node] < low[path[depth]]) low[path[depth]] = low[node];
      if (low[node] !== index[node]) continue;
      let member: number;
      do {
        member = open[--opened];
        of[member] = count;
      } while (member !== node);
      count++;
    }
  }
  const bounds = new Int32Array(count + 1);
  for (let node = 0; node < size; node++) bounds[of[node] + 1]++;
  for (let c = 0; c < count; c++) bounds[c + 1] += bounds[c];
  const fill = bounds.slice();
  const member = new Int32Array(size);
  for (let node = 0; node < size; node++) member[fill[of[node]]++] = node;
  return { count, of, member, start: bounds };
}

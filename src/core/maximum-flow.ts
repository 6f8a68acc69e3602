/** Arcs with capacities between nodes; a flow on them is one number an arc. */
export interface Arcs {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly capacity: ArrayLike<number>;
}

/**
 * The greatest flow from `source` to `sink` (Dinic 1970): its value and one flow that attains it. Capacities are
 * doubles; what is below `1e-14` of the largest counts as nothing.
 *
 * @example
 * import { maximumFlow } from "kreislauf/core";
 * maximumFlow(3, { from: [0, 1, 0], to: [1, 2, 2], capacity: [5, 3, 1] }, 0, 2).value; // → 4
 */
export function maximumFlow(
  nodes: number,
  arcs: Arcs,
  source: number,
  sink: number,
): { readonly value: number; readonly flow: Float64Array } {
  const count = arcs.from.length;
  const head = new Int32Array(nodes).fill(-1);
  const next = new Int32Array(2 * count);
  const to = new Int32Array(2 * count);
  const left = new Float64Array(2 * count);
  let largest = 0;
  for (let e = 0; e < count; e++) {
    addHalf(2 * e, arcs.from[e], arcs.to[e], arcs.capacity[e]);
    addHalf(2 * e + 1, arcs.to[e], arcs.from[e], 0);
    largest = Math.max(largest, arcs.capacity[e]);
  }
  function addHalf(half: number, from: number, target: number, capacity: number): void {
    to[half] = target;
    left[half] = capacity;
    next[half] = head[from]!;
    head[from] = half;
  }
  const nothing = 1e-14 * largest;
  const level = new Int32Array(nodes);
  const current = new Int32Array(nodes);
  const queue = new Int32Array(nodes);
  const path: number[] = [];
  let value = 0;

  const layered = (): boolean => {
    level.fill(-1);
    level[source] = 0;
    queue[0] = source;
    for (let read = 0, filled = 1; read < filled; read++) {
      const node = queue[read];
      for (let half = head[node]; half !== -1; half = next[half]!) {
        if (left[half] > nothing && level[to[half]] === -1) {
          level[to[half]] = level[node] + 1;
          queue[filled++] = to[half]!;
        }
      }
    }
    return level[sink] !== -1;
  };

  while (layered()) {
    current.set(head);
    let node = source;
    path.length = 0;
    for (;;) {
      if (node === sink) {
        let step = Infinity;
        for (const half of path) step = Math.min(step, left[half]);
        value += step;
        let cut = path.length;
        path.forEach((half, place) => {
          left[half] -= step;
          left[half ^ 1] += step;
          if (left[half] <= nothing && place < cut) cut = place;
        });
        node = to[path[cut] ^ 1]!;
        path.length = cut;
        continue;
      }
      let half = current[node];
      while (half !== -1 && !(left[half] > nothing && level[to[half]] === level[node] + 1))
        half = next[half]!;
      current[node] = half;
      if (half !== -1) {
        path.push(half);
        node = to[half]!;
      } else {
        if (node === source) break;
        level[node] = -1;
        node = to[path.pop()! ^ 1]!;
      }
    }
  }
  return { value, flow: Float64Array.from({ length: count }, (_, e) => left[2 * e + 1]) };
}

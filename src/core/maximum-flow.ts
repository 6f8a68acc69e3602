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
  // Halves of arcs by the node they leave: an arc is a half, its way back the other.
  const start = new Int32Array(nodes + 1);
  for (let e = 0; e < count; e++) {
    start[arcs.from[e] + 1]++;
    start[arcs.to[e] + 1]++;
  }
  for (let node = 0; node < nodes; node++) start[node + 1] += start[node];
  const filled = start.slice();
  const to = new Int32Array(2 * count);
  const left = new Float64Array(2 * count);
  const back = new Int32Array(2 * count);
  let largest = 0;
  for (let e = 0; e < count; e++) {
    const there = filled[arcs.from[e]]++;
    const home = filled[arcs.to[e]]++;
    to[there] = arcs.to[e];
    to[home] = arcs.from[e];
    left[there] = arcs.capacity[e];
    back[there] = home;
    back[home] = there;
    largest = Math.max(largest, arcs.capacity[e]);
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
    for (let read = 0, known = 1; read < known; read++) {
      const node = queue[read];
      for (let half = start[node]; half < start[node + 1]; half++) {
        if (left[half] > nothing && level[to[half]] === -1) {
          level[to[half]] = level[node] + 1;
          // What is as far as the sink leads nowhere.
          if (to[half] === sink) return true;
          queue[known++] = to[half];
        }
      }
    }
    return false;
  };

  while (layered()) {
    current.set(start.subarray(0, nodes));
    let node = source;
    path.length = 0;
    for (;;) {
      if (node === sink) {
        let step = Infinity;
        for (let i = 0; i < path.length; i++) step = Math.min(step, left[path[i]]);
        value += step;
        let cut = path.length;
        for (let i = path.length - 1; i >= 0; i--) {
          left[path[i]] -= step;
          left[back[path[i]]] += step;
          if (left[path[i]] <= nothing) cut = i;
        }
        node = to[back[path[cut]]];
        path.length = cut;
        continue;
      }
      const end = start[node + 1];
      let half = current[node];
      while (half < end && !(left[half] > nothing && level[to[half]] === level[node] + 1)) half++;
      current[node] = half;
      if (half < end) {
        path.push(half);
        node = to[half];
      } else {
        if (node === source) break;
        level[node] = -1;
        node = to[back[path.pop()!]];
      }
    }
  }
  // The halves of each arc were laid down in order of arcs; what lies on the way back is its flow.
  const flow = new Float64Array(count);
  filled.set(start);
  for (let e = 0; e < count; e++) {
    filled[arcs.from[e]]++;
    flow[e] = left[filled[arcs.to[e]]++];
  }
  return { value, flow };
}

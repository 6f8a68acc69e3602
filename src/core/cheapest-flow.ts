import type { Arcs } from "./maximum-flow.ts";

export interface CheapestFlow {
  readonly flow: Float64Array;
  /** `Σ flow`. */
  readonly cost: number;
  /** Integer potentials π: flow runs only where `π_to ≥ π_from + 1`, and an arc is unfilled only where not more. */
  readonly potential: Int32Array;
}

/**
 * Ships what `supply` offers (positive) to where it is wanted (negative) over arcs with capacities, each unit of flow
 * on an arc costing one: the least total flow. Primal–dual method (Ford & Fulkerson 1962) with blocking flows; as
 * every arc costs the same there are at most as many phases as nodes. Throws if the supply cannot be shipped.
 *
 * @example
 * import { cheapestFlow } from "kreislauf/core";
 * const arcs = { from: [0, 0, 1], to: [1, 2, 2], capacity: [9, 1, 9] };
 * cheapestFlow(arcs, [3, 0, -3]).cost; // → 5
 */
export function cheapestFlow(arcs: Arcs, supply: ArrayLike<number>): CheapestFlow {
  const nodes = supply.length;
  const count = arcs.from.length;
  const source = nodes;
  const sink = nodes + 1;
  const halves = 2 * (count + nodes);
  const head = new Int32Array(nodes + 2).fill(-1);
  const next = new Int32Array(halves);
  const to = new Int32Array(halves);
  const left = new Float64Array(halves);
  const cost = new Int8Array(halves);
  let used = 0;
  const addArc = (from: number, target: number, capacity: number, unit: 0 | 1): void => {
    for (const [a, b, c, price] of [
      [from, target, capacity, unit],
      [target, from, 0, -unit],
    ] as const) {
      to[used] = b;
      left[used] = c;
      cost[used] = price;
      next[used] = head[a];
      head[a] = used++;
    }
  };
  let scale = 0;
  for (let e = 0; e < count; e++) {
    addArc(arcs.from[e], arcs.to[e], arcs.capacity[e], 1);
    scale = Math.max(scale, arcs.capacity[e]);
  }
  let offered = 0;
  for (let node = 0; node < nodes; node++) {
    const amount = supply[node];
    if (amount > 0) {
      addArc(source, node, amount, 0);
      offered += amount;
    } else if (amount < 0) addArc(node, sink, -amount, 0);
    scale = Math.max(scale, Math.abs(amount));
  }
  const nothing = 1e-13 * scale;
  const potential = new Int32Array(nodes + 2);
  const distance = new Int32Array(nodes + 2);
  const level = new Int32Array(nodes + 2);
  const current = new Int32Array(nodes + 2);
  const queue = new Int32Array(nodes + 2);
  let shipped = 0;

  const reduced = (from: number, half: number): number => cost[half] + potential[from] - potential[to[half]];

  /** Shortest reduced distances from the source, by buckets; false if the sink is out of reach. */
  const measure = (): boolean => {
    distance.fill(-1);
    const buckets: (number[] | undefined)[] = [[source]];
    for (let d = 0; d < buckets.length; d++) {
      const bucket = buckets[d] ?? [];
      for (let i = 0; i < bucket.length; i++) {
        const node = bucket[i];
        if (distance[node] !== -1) continue;
        distance[node] = d;
        if (node === sink) {
          for (let v = 0; v < nodes + 2; v++) potential[v] += distance[v] === -1 ? d : distance[v];
          return true;
        }
        for (let half = head[node]; half !== -1; half = next[half]) {
          if (left[half] <= nothing || distance[to[half]] !== -1) continue;
          const at = d + reduced(node, half);
          (buckets[at] ??= []).push(to[half]);
        }
      }
    }
    return false;
  };

  /** Levels of the arcs without reduced cost; false if the sink is out of reach. */
  const layer = (): boolean => {
    level.fill(-1);
    level[source] = 0;
    queue[0] = source;
    for (let read = 0, filled = 1; read < filled; read++) {
      const node = queue[read];
      for (let half = head[node]; half !== -1; half = next[half]) {
        if (left[half] > nothing && level[to[half]] === -1 && reduced(node, half) === 0) {
          level[to[half]] = level[node] + 1;
          queue[filled++] = to[half];
        }
      }
    }
    return level[sink] !== -1;
  };

  const path: number[] = [];
  const block = (): void => {
    current.set(head);
    let node = source;
    path.length = 0;
    for (;;) {
      if (node === sink) {
        let step = Infinity;
        for (const half of path) step = Math.min(step, left[half]);
        shipped += step;
        let cut = path.length;
        path.forEach((half, place) => {
          left[half] -= step;
          left[half ^ 1] += step;
          if (left[half] <= nothing && place < cut) cut = place;
        });
        node = to[path[cut] ^ 1];
        path.length = cut;
        continue;
      }
      let half = current[node];
      while (
        half !== -1 &&
        !(left[half] > nothing && level[to[half]] === level[node] + 1 && reduced(node, half) === 0)
      ) {
        half = next[half];
      }
      current[node] = half;
      if (half !== -1) {
        path.push(half);
        node = to[half];
      } else {
        if (node === source) return;
        level[node] = -1;
        node = to[path.pop()! ^ 1];
      }
    }
  };

  while (offered - shipped > nothing * (nodes + 1) && measure()) while (layer()) block();
  if (offered - shipped > 1e-9 * Math.max(offered, scale)) {
    throw new RangeError(`The supply cannot be shipped: ${offered - shipped} of ${offered} is left.`);
  }
  const flow = Float64Array.from({ length: count }, (_, e) => left[2 * e + 1]);
  return { flow, cost: flow.reduce((sum, amount) => sum + amount, 0), potential: potential.slice(0, nodes) };
}

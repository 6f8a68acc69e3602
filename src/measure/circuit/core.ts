import type { Network } from "./network.ts";
import { membersOf, mix, type Mixing } from "./visits.ts";

/** The strongly connected core: everyone in it pays everyone else, directly or through others. */
export interface Core {
  readonly nodes: readonly number[];
  /** Share of all flow between actors that runs inside the core. */
  readonly shareOfFlow: number;
  /** Nodes that pay into the core, and nodes it pays, without being part of it. */
  readonly upstream: readonly number[];
  readonly downstream: readonly number[];
}

/**
 * The core with the most flow, and who stands before and behind it (the bow tie of Broder et al. 2000). Empty if no
 * loop exists.
 *
 * @example
 * import { createNetwork, findCore } from "kreislauf/measure";
 * const network = createNetwork({ nodes: ["a", "b", "c"], ties: [[0, 1, 2], [1, 0, 1], [1, 2, 1]] });
 * findCore(network).nodes; // → [0, 1]
 * findCore(network).shareOfFlow; // → 0.75
 */
export function findCore(network: Network, mixing: Mixing = mix(network)): Core {
  const { components, flows } = mixing;
  const inside = new Float64Array(components.count);
  let total = 0;
  for (let i = 0; i < mixing.size; i++) {
    for (let k = flows.start[i]; k < flows.start[i + 1]; k++) {
      total += flows.value[k];
      if (components.of[i] === components.of[flows.column[k]]) inside[components.of[i]] += flows.value[k];
    }
  }
  let best = -1;
  for (let c = 0; c < components.count; c++) {
    const size = components.start[c + 1] - components.start[c];
    if (size > 1 && (best < 0 || inside[c] > inside[best])) best = c;
  }
  if (best < 0) return { nodes: [], shareOfFlow: 0, upstream: [], downstream: [] };
  const nodes = Array.from(membersOf(components, best)).sort((a, b) => a - b);
  const member = new Set(nodes);
  const beside = (matrix: { start: Int32Array; column: Int32Array }): readonly number[] =>
    reach(nodes, matrix, mixing.size).filter((node) => !member.has(node));
  return {
    nodes,
    shareOfFlow: inside[best] / total,
    upstream: beside(mixing.sharesBack),
    downstream: beside(mixing.flows),
  };
}

function reach(
  from: readonly number[],
  graph: { start: Int32Array; column: Int32Array },
  size: number,
): readonly number[] {
  const seen = new Uint8Array(size);
  const stack = [...from];
  for (const node of from) seen[node] = 1;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (let k = graph.start[node]; k < graph.start[node + 1]; k++) {
      const to = graph.column[k];
      if (!seen[to]) {
        seen[to] = 1;
        stack.push(to);
      }
    }
  }
  return Array.from(seen.keys()).filter((node) => seen[node]);
}

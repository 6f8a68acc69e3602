import type { Sparse } from "../../core/sparse.ts";
import type { ActorId } from "../../ledger/ledger.ts";
import type { Dependence, Provenance } from "../measurement.ts";
import { solveManyVisits } from "./many-visits.ts";
import { nodesByActor, throughflowOf } from "./actor-nodes.ts";
import type { Network } from "./network.ts";
import { isClosed, membersOf, mix, type Mixing, spread } from "./visits.ts";

/** Shares below these are left out of the lists; the sums they belong to stay whole. */
export const shareDefaults = {
  smallestSource: 0.001,
  smallestDependence: 0.01,
  mostDependences: 10,
} as const;

/** Source of money in a circuit that nothing enters: the circuit itself. */
const circuitSource = "circuit";

/**
 * Where the money of each actor ultimately comes from, over its common purse and its pots together. Sources below
 * `smallestSource` are gathered as `other`; in a circuit that nothing enters or leaves, `circuit` is the only one. The
 * shares add to one.
 */
export function traceActors(network: Network, mixing: Mixing): readonly Provenance[] {
  const moving = [...nodesByActor(network)].filter(([, nodes]) => throughflowOf(network, nodes) > 0);
  const traced: Provenance[] = [];
  const right = moving.map(([, nodes]) => nodes);
  const closed = closedNodes(mixing);
  solveManyVisits(openPart(mixing.shares, closed), mixing.components, right, true, (visits, index) => {
    const [actor, nodes] = moving[index];
    const throughflow = throughflowOf(network, nodes);
    if (closed[nodes[0]]) {
      traced.push({ actor, throughflow, sources: [{ label: circuitSource, at: actor, share: 1 }] });
      return;
    }
    const shares = new Map<string, { label: string; at: ActorId; share: number }>();
    let other = 0;
    for (const { node, label, amount } of network.sources) {
      const share = (amount * visits[node]) / throughflow;
      if (share < shareDefaults.smallestSource) {
        other += share;
        continue;
      }
      const at = network.nodes[node].actor;
      const known = shares.get(`${label} ${at}`);
      if (known) known.share += share;
      else shares.set(`${label} ${at}`, { label, at, share });
    }
    const sources = [...shares.values()].sort((a, b) => b.share - a.share);
    if (other > 1e-12) sources.push({ label: "other", at: actor, share: other });
    traced.push({ actor, throughflow, sources });
  });
  return traced;
}

/**
 * Who depends on whom: shares of throughflow that have passed through the other before. The largest
 * `mostDependences` of each actor, none below `smallestDependence`.
 */
export function measureDependence(network: Network, mixing: Mixing): readonly Dependence[] {
  const places = nodesByActor(network);
  const byActor = new Map<ActorId, Dependence[]>([...places.keys()].map((actor) => [actor, []]));
  const note = (on: ActorId, passed: Float64Array): void => {
    for (const [actor, own] of places) {
      const throughflow = throughflowOf(network, own);
      if (actor === on || !(throughflow > 0)) continue;
      const share =
        own.reduce((sum, node) => sum + passed[node] * network.throughflow[node], 0) / throughflow;
      if (share >= shareDefaults.smallestDependence) byActor.get(actor)?.push({ actor, on, share });
    }
  };
  const single = [...places].filter(([, nodes]) => nodes.length === 1);
  const right = single.map(([, nodes]) => nodes);
  const closed = closedNodes(mixing);
  solveManyVisits(openPart(mixing.sharesBack, closed), mixing.components, right, false, (visits, index) => {
    const [on, [node]] = single[index];
    const { of } = mixing.components;
    const before = network.throughflow[node] / visits[node];
    const passed = visits.map((count, other) => {
      // What goes round for ever has passed everyone in its circuit.
      if (closed[node]) return of[other] === of[node] ? 1 : 0;
      return network.throughflow[other] > 0 ? (before * count) / network.throughflow[other] : 0;
    });
    note(on, passed);
  });
  for (const [on, nodes] of places)
    if (nodes.length > 1) note(on, passedThrough(network, mixing, closed, nodes));
  return [...byActor.values()]
    .flatMap((list) => list.sort((a, b) => b.share - a.share).slice(0, shareDefaults.mostDependences))
    .sort((a, b) => b.share - a.share);
}

/** Nodes of circuits that nothing enters or leaves: 1, others 0. */
function closedNodes(mixing: Mixing): Uint8Array {
  const closed = new Uint8Array(mixing.size);
  for (let c = 0; c < mixing.components.count; c++) {
    const members = membersOf(mixing.components, c);
    if (members.length > 1 && isClosed(mixing, c)) for (const node of members) closed[node] = 1;
  }
  return closed;
}

/** The matrix without the rows of closed circuits, in which the sums of visits are infinite. */
function openPart(matrix: Sparse, closed: Uint8Array): Sparse {
  const value = matrix.value.slice();
  closed.forEach((shut, node) => {
    if (shut) value.fill(0, matrix.start[node], matrix.start[node + 1]);
  });
  return { ...matrix, value };
}

/** Share of each node's throughflow that has passed through one of the nodes: all of them taken out at once. */
function passedThrough(
  network: Network,
  { components }: Mixing,
  closed: Uint8Array,
  nodes: readonly number[],
): Float64Array {
  const out = new Set(nodes);
  const circuits = new Set(nodes.map((node) => components.of[node]));
  const amount = network.amount.map((value, tie) => (out.has(network.from[tie]) ? 0 : value));
  const without = mix({ ...network, amount }, network.throughflow);
  const left = spread(
    without,
    network.inflow.map((value, node) => (out.has(node) ? 0 : value)),
  );
  return left.map((value, node) => {
    if (out.has(node) || !(network.throughflow[node] > 0)) return 0;
    if (closed[node]) return circuits.has(components.of[node]) ? 1 : 0;
    return Math.max(0, 1 - value / network.throughflow[node]);
  });
}

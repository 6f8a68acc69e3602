import type { ActorId } from "../../ledger/ledger.ts";
import type { Dependence, Provenance } from "../measurement.ts";
import { solveManyVisits } from "./many-visits.ts";
import { nodesByActor, throughflowOf } from "./actor-nodes.ts";
import type { Network } from "./network.ts";
import { mix, type Mixing, spread } from "./visits.ts";

export const shareDefaults = {
  smallestSource: 0.001,
  smallestDependence: 0.01,
  mostDependences: 10,
} as const;

/**
 * Where the money of each actor ultimately comes from, over its common purse and its pots together. Sources below
 * `smallestSource` are gathered as `other`; the shares add to one.
 */
export function traceActors(network: Network, mixing: Mixing): readonly Provenance[] {
  const moving = [...nodesByActor(network)].filter(([, nodes]) => throughflowOf(network, nodes) > 0);
  const traced: Provenance[] = [];
  const right = moving.map(([, nodes]) => nodes);
  solveManyVisits(mixing.shares, mixing.components, right, true, (visits, index) => {
    const [actor, nodes] = moving[index];
    const throughflow = throughflowOf(network, nodes);
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
  solveManyVisits(mixing.sharesBack, mixing.components, right, false, (visits, index) => {
    const [on, [node]] = single[index];
    const before = network.throughflow[node] / visits[node];
    note(
      on,
      visits.map((count, other) =>
        network.throughflow[other] > 0 ? (before * count) / network.throughflow[other] : 0,
      ),
    );
  });
  for (const [on, nodes] of places) if (nodes.length > 1) note(on, passedThrough(network, nodes));
  return [...byActor.values()]
    .flatMap((list) => list.sort((a, b) => b.share - a.share).slice(0, shareDefaults.mostDependences))
    .sort((a, b) => b.share - a.share);
}

/** Share of each node's throughflow that has passed through one of the nodes: all of them taken out at once. */
function passedThrough(network: Network, nodes: readonly number[]): Float64Array {
  const out = new Set(nodes);
  const amount = network.amount.map((value, tie) => (out.has(network.from[tie]) ? 0 : value));
  const without = mix({ ...network, amount }, network.throughflow);
  const left = spread(
    without,
    network.inflow.map((value, node) => (out.has(node) ? 0 : value)),
  );
  return left.map((value, node) =>
    out.has(node) || !(network.throughflow[node] > 0)
      ? 0
      : Math.max(0, 1 - value / network.throughflow[node]),
  );
}

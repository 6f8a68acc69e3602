import type { ActorId } from "../../ledger/ledger.ts";
import type { Network } from "./network.ts";

/** The nodes of each actor: its common purse and its pots. */
export function nodesByActor(network: Network): ReadonlyMap<ActorId, readonly number[]> {
  const places = new Map<ActorId, number[]>();
  network.nodes.forEach(({ actor }, node) => {
    const nodes = places.get(actor);
    if (nodes) nodes.push(node);
    else places.set(actor, [node]);
  });
  return places;
}

/** Actors of a list of nodes, each once, in the order of their first node. */
export function actorsOf(network: Network, nodes: readonly number[]): readonly ActorId[] {
  return [...new Set(nodes.map((node) => network.nodes[node].actor))];
}

/** All money that passes through an actor. */
export function throughflowOf(network: Network, nodes: readonly number[]): number {
  return nodes.reduce((sum, node) => sum + network.throughflow[node], 0);
}

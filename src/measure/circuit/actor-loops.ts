import type { ActorId } from "../../ledger/ledger.ts";
import type { Loop } from "../measurement.ts";
import { nodesByActor } from "./actor-nodes.ts";
import type { NodeLoop } from "./loops.ts";
import type { Network } from "./network.ts";

interface Leg {
  amount: number;
  readonly flows: string[];
}

/**
 * Loops over actors from loops over nodes. Loops that differ only in the pots they run through become one: certain
 * and expected amounts add, because no dollar is in two of them; the possible amount cannot exceed the smallest leg.
 */
export function joinLoops(network: Network, found: readonly NodeLoop[]): readonly Loop[] {
  const legs = legsBetween(network);
  const joined = new Map<
    string,
    { actors: ActorId[]; certain: number; expected: number; possible: number }
  >();
  for (const { nodes, certain, expected, possible } of found) {
    const actors = fromFirst(nodes.map((node) => network.nodes[node].actor));
    const key = actors.join(" ");
    const before = joined.get(key) ?? { actors, certain: 0, expected: 0, possible: 0 };
    joined.set(key, {
      actors,
      certain: before.certain + certain,
      expected: before.expected + expected,
      possible: before.possible + possible,
    });
  }
  const loops = [...joined.values()].map(({ actors, certain, expected, possible }) => {
    const path = actors.map((from, index) => {
      const to = actors[(index + 1) % actors.length];
      const leg = legs.get(`${from} ${to}`);
      if (!leg) throw new Error("A loop runs along payments.");
      return { from, to, amount: leg.amount, flows: leg.flows };
    });
    const smallest = Math.min(...path.map(({ amount }) => amount));
    return {
      actors,
      legs: path,
      certain: Math.min(certain, smallest),
      expected: Math.min(expected, smallest),
      possible: Math.min(possible, smallest),
    };
  });
  return loops.sort((a, b) => b.expected - a.expected || b.possible - a.possible);
}

function legsBetween(network: Network): ReadonlyMap<string, Leg> {
  const legs = new Map<string, Leg>();
  for (let tie = 0; tie < network.amount.length; tie++) {
    const key = `${network.nodes[network.from[tie]].actor} ${network.nodes[network.to[tie]].actor}`;
    const leg = legs.get(key) ?? { amount: 0, flows: [] };
    leg.amount += network.amount[tie];
    if (!leg.flows.includes(network.flows[tie])) leg.flows.push(network.flows[tie]);
    legs.set(key, leg);
  }
  return legs;
}

/** The same loop, begun at the actor whose name comes first; pots may make it visit an actor twice. */
function fromFirst(actors: readonly ActorId[]): ActorId[] {
  const turns = actors.map((_, start) => [...actors.slice(start), ...actors.slice(0, start)]);
  return turns.reduce((least, turn) => (turn.join(" ") < least.join(" ") ? turn : least));
}

/** Drawing layer of each actor: that of its common purse, or of its first pot if it has none. */
export function layersByActor(network: Network, layers: Int32Array): Readonly<Record<ActorId, number>> {
  return Object.fromEntries(
    [...nodesByActor(network)].map(([actor, nodes]) => [
      actor,
      layers[nodes.find((node) => network.nodes[node].pot === "") ?? nodes[0]],
    ]),
  );
}

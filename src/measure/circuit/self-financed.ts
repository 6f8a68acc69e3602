import { maximumFlow } from "../../core/maximum-flow.ts";
import { financingKinds, revenueKinds } from "./compile-network.ts";
import type { Network } from "./network.ts";
import { collect, mix, type Mixing } from "./visits.ts";

export interface SelfFinancedOptions {
  /** Kinds of ties by which the actor finances others, and by which it earns. */
  readonly outlays?: readonly string[];
  readonly revenue?: readonly string[];
}

/** Instruments that count as financing a customer, and as revenue from one. */
export const selfFinancedDefaults = { outlays: financingKinds, revenue: revenueKinds } as const;

/** Revenue an actor's own financing pays for, in the unit of the network. */
export interface SelfFinancedRevenue {
  readonly outlays: number;
  readonly revenue: number;
  readonly certain: number;
  readonly proportional: number;
  readonly possible: number;
  /** Proportional value if every inflow that was only inferred (own money) were half as large again. */
  readonly proportionalIfMoreOwnMoney: number;
}

/** What a tie is to the actor asked about. */
const Part = { other: 0, outlay: 1, revenue: 2 } as const;

/**
 * How much of an actor's financing outlays comes back to it as revenue, on a single lap.
 * - possible: greatest flow of the outlays to the actor's revenue ties;
 * - certain: outlays less the greatest flow of them to every other exit;
 * - proportional: `Σ f_e h_to(e)`, h the chance that a dollar returns by a revenue tie before it leaves or comes back
 *   otherwise, if money mixes in proportion.
 * The bounds hold for every rule of tracing (first in first out, last in …): the outflows of a single-source flow form
 * a polymatroid, so both extremes are attained.
 *
 * @example
 * import { createNetwork, selfFinancedRevenue } from "kreislauf/measure";
 * const sketch = { nodes: ["maker", "lab"], ties: [[0, 1, 10], [1, 0, 4]], inflow: [0, 10], outflow: [0, 16] };
 * const network = createNetwork(sketch);
 * const options = { outlays: ["purchase"], revenue: ["purchase"] };
 * const { certain, proportional, possible } = selfFinancedRevenue(network, "maker", options);
 * [certain, proportional, possible]; // → [0, 2, 4]
 */
export function selfFinancedRevenue(
  network: Network,
  actor: string,
  options: SelfFinancedOptions = {},
  mixing: Mixing = mix(network),
): SelfFinancedRevenue {
  const { outlays: outlayKinds, revenue: kinds } = { ...selfFinancedDefaults, ...options };
  const own = Uint8Array.from(network.nodes, (node) => (node.actor === actor ? 1 : 0));
  const { from, to, amount, instruments, outflow } = network;
  const part = new Uint8Array(amount.length);
  for (let tie = 0; tie < amount.length; tie++) {
    if (own[from[tie]] === own[to[tie]]) continue;
    if (!own[from[tie]]) part[tie] = kinds.includes(instruments[tie]) ? Part.revenue : Part.other;
    else if (outlayKinds.includes(instruments[tie])) part[tie] = Part.outlay;
  }
  let outlays = 0;
  let earned = 0;
  for (let tie = 0; tie < amount.length; tie++) {
    if (part[tie] === Part.outlay) outlays += amount[tie];
    if (part[tie] === Part.revenue) earned += amount[tie];
  }
  for (const source of network.sources) {
    if (own[source.node] && kinds.includes(source.instrument)) earned += source.amount;
  }

  const size = network.nodes.length;
  const [purse, till, elsewhere] = [size, size + 1, size + 2];
  const arcs = {
    from: new Int32Array(amount.length + size),
    to: new Int32Array(amount.length + size),
    capacity: new Float64Array(amount.length + size),
  };
  let used = 0;
  const add = (a: number, b: number, capacity: number): void => {
    arcs.from[used] = a;
    arcs.to[used] = b;
    arcs.capacity[used++] = capacity;
  };
  for (let tie = 0; tie < amount.length; tie++) {
    const [a, b, f] = [from[tie], to[tie], amount[tie]];
    if (part[tie] === Part.outlay) add(purse, b, f);
    else if (own[a]) continue;
    else if (part[tie] === Part.revenue) add(a, till, f);
    else add(a, own[b] ? elsewhere : b, f);
  }
  for (let node = 0; node < size; node++) {
    if (!own[node] && outflow[node] > 0) add(node, elsewhere, outflow[node]);
  }
  const greatest = (sink: number): number =>
    maximumFlow(
      size + 3,
      {
        from: arcs.from.subarray(0, used),
        to: arcs.to.subarray(0, used),
        capacity: arcs.capacity.subarray(0, used),
      },
      purse,
      sink,
    ).value;
  const possible = greatest(till);
  const certain = outlays - greatest(elsewhere);

  const extra = network.throughflow.slice();
  for (const source of network.sources) if (source.label === "own") extra[source.node] += 0.5 * source.amount;
  const mixed = (view: Mixing): number => returning(network, view, own, part);
  const clamp = (value: number): number => Math.min(Math.max(value, 0), outlays);
  return {
    outlays,
    revenue: earned,
    certain: clamp(Math.abs(certain) <= 1e-12 * outlays ? 0 : certain),
    proportional: clamp(mixed(mixing)),
    possible: clamp(possible),
    proportionalIfMoreOwnMoney: clamp(mixed(dilute(mixing, extra))),
  };
}

/** `Σ f_e h` over the outlays, with the actor's own nodes taken out of the mixing: each dollar makes one lap. */
function returning({ from, to, amount }: Network, mixing: Mixing, own: Uint8Array, part: Uint8Array): number {
  const reward = new Float64Array(mixing.size);
  for (let tie = 0; tie < amount.length; tie++) {
    if (part[tie] === Part.revenue && amount[tie] > 0)
      reward[from[tie]] += amount[tie] / mixing.throughflow[from[tie]];
  }
  const chance = collect(mixing, reward, own);
  let sum = 0;
  for (let tie = 0; tie < amount.length; tie++)
    if (part[tie] === Part.outlay) sum += amount[tie] * chance[to[tie]];
  return sum;
}

/** The same payments out of greater throughflows: what is more stays where it is. */
function dilute(mixing: Mixing, throughflow: Float64Array): Mixing {
  const { size, flows, shares } = mixing;
  const value = shares.value.slice();
  for (let i = 0; i < size; i++) {
    for (let k = flows.start[i]; k < flows.start[i + 1]; k++) value[k] = flows.value[k] / throughflow[i];
  }
  return { ...mixing, throughflow, shares: { ...shares, value } };
}

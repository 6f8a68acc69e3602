import { maximumFlow } from "../../core/maximum-flow.ts";
import { financingKinds, revenueKinds } from "./compile-network.ts";
import type { Network } from "./network.ts";
import { collect, mix, type Mixing } from "./visits.ts";

export interface SelfFinancedOptions {
  /** Kinds of ties by which the actor finances others, and by which it earns. */
  readonly outlays?: readonly string[];
  readonly revenue?: readonly string[];
}

/** The network mixed as it is, and with half as much own money again; one pair serves all actors. */
export interface OwnMoneyMixing {
  readonly asIs: Mixing;
  readonly moreOwn: Mixing;
}

/** Mixes a network both ways. */
export function mixOwnMoney(network: Network, asIs: Mixing = mix(network)): OwnMoneyMixing {
  const extra = network.throughflow.slice();
  for (const source of network.sources) if (source.label === "own") extra[source.node] += 0.5 * source.amount;
  return { asIs, moreOwn: mix(network, extra) };
}

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
  mixings: OwnMoneyMixing = mixOwnMoney(network),
): SelfFinancedRevenue {
  const { outlays: outlayKinds, revenue: kinds } = { ...selfFinancedDefaults, ...options };
  const own = network.nodes.map((node) => node.actor === actor);
  const { from, to, amount, instruments } = network;
  const size = network.nodes.length;
  const isOutlay = (tie: number): boolean =>
    own[from[tie]] && !own[to[tie]] && outlayKinds.includes(instruments[tie]);
  const isRevenue = (tie: number): boolean =>
    own[to[tie]] && !own[from[tie]] && kinds.includes(instruments[tie]);

  let outlays = 0;
  let earned = 0;
  for (let tie = 0; tie < amount.length; tie++) {
    if (isOutlay(tie)) outlays += amount[tie];
    if (isRevenue(tie)) earned += amount[tie];
  }
  for (const source of network.sources) {
    if (own[source.node] && kinds.includes(source.instrument)) earned += source.amount;
  }

  // Source `size`, revenue sink `size + 1`, every other exit `size + 2`.
  const arcs = { from: [] as number[], to: [] as number[], capacity: [] as number[] };
  const add = (a: number, b: number, capacity: number): void => {
    arcs.from.push(a);
    arcs.to.push(b);
    arcs.capacity.push(capacity);
  };
  for (let tie = 0; tie < amount.length; tie++) {
    const [a, b, f] = [from[tie], to[tie], amount[tie]];
    if (isOutlay(tie)) add(size, b, f);
    else if (own[a]) continue;
    else if (isRevenue(tie)) add(a, size + 1, f);
    else if (own[b]) add(a, size + 2, f);
    else add(a, b, f);
  }
  for (let node = 0; node < size; node++) {
    if (!own[node] && network.outflow[node] > 0) add(node, size + 2, network.outflow[node]);
  }
  const possible = maximumFlow(size + 3, arcs, size, size + 1).value;
  const certain = outlays - maximumFlow(size + 3, arcs, size, size + 2).value;

  const mixed = (mixing: Mixing): number => returning(network, own, isOutlay, isRevenue, mixing);
  const clamp = (value: number): number => Math.min(Math.max(value, 0), outlays);
  return {
    outlays,
    revenue: earned,
    certain: clamp(Math.abs(certain) <= 1e-12 * outlays ? 0 : certain),
    proportional: clamp(mixed(mixings.asIs)),
    possible: clamp(possible),
    proportionalIfMoreOwnMoney: clamp(mixed(mixings.moreOwn)),
  };
}

/** `Σ f_e h` over the outlays; what reaches the actor goes nowhere from there, so that each dollar makes one lap. */
function returning(
  network: Network,
  own: readonly boolean[],
  isOutlay: (tie: number) => boolean,
  isRevenue: (tie: number) => boolean,
  mixing: Mixing,
): number {
  const { from, to, amount } = network;
  const { shares, throughflow } = mixing;
  const value = shares.value.slice();
  own.forEach((mine, node) => {
    if (mine) value.fill(0, shares.start[node], shares.start[node + 1]);
  });
  const reward = new Float64Array(network.nodes.length);
  for (let tie = 0; tie < amount.length; tie++) {
    const payer = from[tie];
    if (isRevenue(tie) && throughflow[payer] > 0) reward[payer] += amount[tie] / throughflow[payer];
  }
  const chance = collect({ ...mixing, shares: { ...shares, value } }, reward);
  let sum = 0;
  for (let tie = 0; tie < amount.length; tie++) if (isOutlay(tie)) sum += amount[tie] * chance[to[tie]];
  return sum;
}

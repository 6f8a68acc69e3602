import type { Network } from "./network.ts";
import { collect, isClosed, mix, type Mixing, spread } from "./visits.ts";

/** Share of what passes through a node that came from one outside source. */
export interface SourceShare {
  /** Boundary actor, `own`, or `closed`: money of a circuit that nothing enters or leaves. */
  readonly label: string;
  /** Node at which the money entered. */
  readonly node: number;
  readonly share: number;
}

/**
 * Where the money that passes through a node ultimately came from: `π(s) = z_s N_si / T_i`, summing to one. A rule of
 * attribution (money mixes in proportion), not an observation.
 *
 * @example
 * import { createNetwork, traceProvenance } from "kreislauf/measure";
 * const network = createNetwork({ nodes: ["a", "b"], ties: [[0, 1, 4]], inflow: [4, 1] });
 * traceProvenance(network, 1).map(({ share }) => share); // → [0.8, 0.2]
 */
export function traceProvenance(
  network: Network,
  node: number,
  mixing: Mixing = mix(network),
): readonly SourceShare[] {
  return listSources(network, node, mixing).sort((a, b) => b.share - a.share);
}

function listSources(network: Network, node: number, mixing: Mixing): SourceShare[] {
  const passing = network.throughflow[node];
  if (!(passing > 0)) return [];
  if (isClosed(mixing, mixing.components.of[node])) return [{ label: "closed", node, share: 1 }];
  const reward = new Float64Array(mixing.size);
  reward[node] = 1;
  const visits = collect(mixing, reward);
  const list: SourceShare[] = [];
  for (const { node: entry, label, amount } of network.sources) {
    const share = (amount * visits[entry]) / passing;
    if (share > 1e-12) list.push({ label, node: entry, share });
  }
  return list;
}

/**
 * Share of each node's throughflow that has passed through `on` before: `D = T_k N_ki / (N_kk T_i)`, equal to what
 * would vanish if `on` were taken out (hypothetical extraction). Zero for `on` itself.
 *
 * @example
 * import { createNetwork, dependenceOn } from "kreislauf/measure";
 * const network = createNetwork({ nodes: ["a", "b"], ties: [[0, 1, 4]], inflow: [4, 1] });
 * dependenceOn(network, 0); // → [0, 0.8]
 */
export function dependenceOn(network: Network, on: number, mixing: Mixing = mix(network)): Float64Array {
  const { of } = mixing.components;
  if (isClosed(mixing, of[on])) {
    // All of a closed circuit's money passes each of its members, and goes nowhere else.
    return Float64Array.from(of, (component, node) => (node !== on && component === of[on] ? 1 : 0));
  }
  const start = new Float64Array(mixing.size);
  start[on] = 1;
  const visits = spread(mixing, start);
  const first = visits[on];
  return visits.map((count, node) =>
    node === on || !(network.throughflow[node] > 0)
      ? 0
      : (network.throughflow[on] * count) / (first * network.throughflow[node]),
  );
}

/** Herfindahl–Hirschman indices of one node's inflow: by who pays directly, and by who ultimately pays. */
export interface PayerConcentration {
  readonly direct: number;
  readonly ultimate: number;
}

/**
 * Concentration of a node's payers: `Σ share²`, directly and by ultimate source. Many customers may have one payer.
 * Who has traced the node's provenance passes it on as `sources`.
 *
 * @example
 * import { concentratePayers, createNetwork } from "kreislauf/measure";
 * const network = createNetwork({ nodes: ["a", "b", "c"], ties: [[0, 1, 2], [0, 2, 2], [1, 2, 2]], inflow: [4, 0, 0] });
 * concentratePayers(network, 2); // → { direct: 0.5, ultimate: 1 }
 */
export function concentratePayers(
  network: Network,
  node: number,
  mixing: Mixing = mix(network),
  sources: readonly SourceShare[] = listSources(network, node, mixing),
): PayerConcentration {
  const passing = network.throughflow[node];
  if (!(passing > 0)) return { direct: 0, ultimate: 0 };
  const payers = new Map<string, number>();
  const pay = (payer: string, amount: number): void =>
    void payers.set(payer, (payers.get(payer) ?? 0) + amount);
  for (let tie = 0; tie < network.amount.length; tie++) {
    if (network.to[tie] === node) pay(`actor ${network.nodes[network.from[tie]].actor}`, network.amount[tie]);
  }
  for (const source of network.sources) {
    if (source.node === node) pay(`outside ${source.label}`, source.amount);
  }
  const ultimate = new Map<string, number>();
  for (const { label, node: entry, share } of sources) {
    const source = label === "own" ? `own ${network.nodes[entry].actor}` : label;
    ultimate.set(source, (ultimate.get(source) ?? 0) + share);
  }
  return {
    direct: [...payers.values()].reduce((sum, amount) => sum + (amount / passing) ** 2, 0),
    ultimate: [...ultimate.values()].reduce((sum, share) => sum + share ** 2, 0),
  };
}

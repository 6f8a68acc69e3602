import { nodesByActor, throughflowOf } from "../circuit/actor-nodes.ts";
import type { Network } from "../circuit/network.ts";
import type { About, Circuit, Result } from "../measurement.ts";
import { createResult } from "../method.ts";
import { exactly } from "../known-figure.ts";
import { herfindahl } from "./herfindahl.ts";

/**
 * Concentration of each actor's payers, directly and by ultimate source. Money that an actor spends without a known
 * inflow has the actor itself as its source. Actors whose money is all their own are left out.
 */
export function measurePayers(
  network: Network,
  circuit: Circuit,
  inputs: About["inputs"],
): readonly Result[] {
  const traced = new Map(circuit.provenance.map((one) => [one.actor, one]));
  return [...nodesByActor(network)].flatMap(([subject, nodes]) => {
    const own = new Set(nodes);
    const payers = new Map<string, number>();
    const evidence: string[] = [];
    const pay = (payer: string, amount: number): void =>
      void payers.set(payer, (payers.get(payer) ?? 0) + amount);
    for (let tie = 0; tie < network.amount.length; tie++) {
      if (!own.has(network.to[tie])) continue;
      pay(`actor ${network.nodes[network.from[tie]].actor}`, network.amount[tie]);
      evidence.push(network.flows[tie]);
    }
    for (const source of network.sources) {
      if (!own.has(source.node)) continue;
      pay(`outside ${source.label}`, source.amount);
      evidence.push(...source.flows);
    }
    const sources = traced.get(subject)?.sources ?? [];
    if (evidence.length === 0 || !(throughflowOf(network, nodes) > 0)) return [];
    const ultimate = new Map<string, number>();
    for (const { label, at, share } of sources) {
      const name = label === "own" || label === "other" ? `${label} ${at}` : label;
      ultimate.set(name, (ultimate.get(name) ?? 0) + share);
    }
    const common = { subject, unit: "1", period: circuit.window };
    return [
      createResult(
        "payersDirect",
        { ...common, value: exactly(herfindahl([...payers.values()])) },
        { ...inputs, payers: payers.size },
        evidence,
      ),
      createResult(
        "payersUltimate",
        { ...common, value: exactly(herfindahl([...ultimate.values()])) },
        { ...inputs, sources: ultimate.size },
        evidence,
      ),
    ];
  });
}

import { revenueKinds } from "../circuit/compile-network.ts";
import type { Network } from "../circuit/network.ts";
import { exactly } from "../known-figure.ts";
import type { About, Result } from "../measurement.ts";
import { createResult } from "../method.ts";

/** Share of each buyer's purchases, leases and prepayments to other actors that goes to its largest supplier. */
export function measureSuppliers(
  network: Network,
  period: string,
  inputs: About["inputs"],
): readonly Result[] {
  const bought = new Map<string, Map<string, { amount: number; readonly flows: string[] }>>();
  for (let tie = 0; tie < network.amount.length; tie++) {
    if (!revenueKinds.some((kind) => kind === network.instruments[tie])) continue;
    const [buyer, supplier] = [network.nodes[network.from[tie]].actor, network.nodes[network.to[tie]].actor];
    const suppliers = bought.get(buyer) ?? new Map<string, { amount: number; readonly flows: string[] }>();
    const before = suppliers.get(supplier) ?? { amount: 0, flows: [] };
    before.amount += network.amount[tie];
    before.flows.push(network.flows[tie]);
    bought.set(buyer, suppliers.set(supplier, before));
  }
  return [...bought].map(([subject, suppliers]) => {
    const ranked = [...suppliers].sort(([, a], [, b]) => b.amount - a.amount);
    const total = ranked.reduce((sum, [, { amount }]) => sum + amount, 0);
    const [of, { amount, flows }] = ranked[0];
    return createResult(
      "supplierShare",
      { subject, of, value: exactly((100 * amount) / total), unit: "percent", period },
      { ...inputs, suppliers: ranked.length },
      flows,
    );
  });
}

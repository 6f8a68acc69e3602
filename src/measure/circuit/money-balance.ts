import type { Network } from "./network.ts";

/**
 * Largest difference between what an actor takes in and gives out, own money and what stays included, in whole units:
 * 0 up to rounding, because every payment leaves someone and reaches someone.
 */
export function moneyBalance(network: Network): number {
  const balance = new Float64Array(network.nodes.length);
  for (let tie = 0; tie < network.amount.length; tie++) {
    balance[network.from[tie]] -= network.amount[tie];
    balance[network.to[tie]] += network.amount[tie];
  }
  for (const { node, amount } of network.sources) balance[node] += amount;
  for (const { node, amount } of network.sinks) balance[node] -= amount;
  return balance.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

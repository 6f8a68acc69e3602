import type { Network } from "./network.ts";
import { closeThroughOutside } from "./return-chain.ts";
import { trophicLevels } from "./trophic-levels.ts";
import { membersOf, mix, type Mixing } from "./visits.ts";

/** How circular the whole network is, in three ways that need not agree. */
export interface CycleIndices {
  /** Share of throughflow that has been at the same actor before (Finn 1976). */
  readonly finnCyclingIndex: number;
  /** `T_i (1 − 1/N_ii)` by node. */
  readonly cycled: Float64Array;
  /** Incoherence F₀ between 0 (layered) and 1 (pure circulation). */
  readonly incoherence: number;
  readonly trophicLevels: Float64Array;
}

/**
 * Finn's cycling index `Σ T_i (1 − 1/N_ii) / Σ T_i` with `N = (I − P)⁻¹` (Finn 1976), and trophic incoherence
 * (MacKay, Johnson & Sansom 2020).
 *
 * @example
 * import { createNetwork, cycleIndices } from "kreislauf/measure";
 * const network = createNetwork({ nodes: ["a", "b"], ties: [[0, 1, 2], [1, 0, 1]] });
 * cycleIndices(network).finnCyclingIndex; // → 0.5
 */
export function cycleIndices(network: Network, mixing: Mixing = mix(network)): CycleIndices {
  const cycled = new Float64Array(mixing.size);
  const { components, throughflow } = mixing;
  for (let c = 0; c < components.count; c++) {
    const members = membersOf(components, c);
    if (members.length === 1 && !hasOwnTie(mixing, members[0])) continue;
    const { closed, outside, visits } = closeThroughOutside(mixing, c);
    members.forEach((node, place) => {
      const back = closed ? 1 : 1 - 1 / Math.max(1, visits(place, place, outside));
      cycled[node] = throughflow[node] * back;
    });
  }
  const total = throughflow.reduce((sum, amount) => sum + amount, 0);
  const { levels, incoherence } = trophicLevels(network);
  return {
    finnCyclingIndex: total > 0 ? cycled.reduce((sum, amount) => sum + amount, 0) / total : 0,
    cycled,
    incoherence,
    trophicLevels: levels,
  };
}

function hasOwnTie({ flows }: Mixing, node: number): boolean {
  for (let k = flows.start[node]; k < flows.start[node + 1]; k++) if (flows.column[k] === node) return true;
  return false;
}

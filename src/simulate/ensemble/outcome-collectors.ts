import { NumberCollector } from "./number-collector.ts";
import type { OutcomeRule } from "./outcome.ts";
import type { EnsemblePlan } from "./plan.ts";

/** How much a summary keeps. */
export const summaryDefaults = {
  /** Numbers kept so that quantiles are exact. */
  exactNumbers: 6_000_000,
  /** Runs that correlations and bands are taken from. */
  comparedRuns: 4096,
  samples: 20,
  failures: 20,
} as const;

/** Numbers of an outcome a member. */
export function widthOf({ shape }: OutcomeRule, { periods }: Pick<EnsemblePlan, "periods">): number {
  return shape === "path" ? periods + 1 : 1;
}

/** A collector for each number of each outcome. */
export type Collectors = ReadonlyMap<string, readonly NumberCollector[]>;

export function createCollectors(plan: EnsemblePlan, exactUpTo: number): Collectors {
  return new Map(
    plan.outcomes.map((outcome) => [
      outcome.name,
      Array.from({ length: widthOf(outcome, plan) }, () => new NumberCollector(exactUpTo)),
    ]),
  );
}

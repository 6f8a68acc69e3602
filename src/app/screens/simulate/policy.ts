import type { Guide } from "../../../simulate/index.ts";
import type { Language } from "../../../text/index.ts";
import type { AppState } from "../../state/state.ts";
import type { ModelCard } from "../../worker/model-card.ts";
import type { WhoPaysOrder } from "../../worker/who-pays-job.ts";

/** What a state asks about who pays: without scenarios, the first policy; counted to the date that its part names. */
export function whoPaysOrderOf(
  { model, scenarios, set, seed, part }: AppState,
  { policies, incidence }: Guide,
): WhoPaysOrder {
  const dates = incidence?.until ?? [];
  return {
    model: { name: model },
    scenarios: scenarios.length > 0 ? scenarios : (policies[0]?.scenarios ?? []),
    set,
    until: dates.includes(part) ? part : (dates[0] ?? ""),
    seed,
  };
}

/** Scenarios as one word that can be compared. */
export function keyOf(scenarios: readonly string[]): string {
  return scenarios.join("+");
}

/** A policy by its name in the guide, else by the names of its scenarios. */
export function policyName(card: ModelCard, scenarios: readonly string[], language: Language): string {
  const known = card.guide.policies.find((policy) => keyOf(policy.scenarios) === keyOf(scenarios));
  return (
    known?.words[language] ??
    scenarios
      .map((name) => card.scenarios.find((one) => one.name === name)?.label[language] ?? name)
      .join(" + ")
  );
}

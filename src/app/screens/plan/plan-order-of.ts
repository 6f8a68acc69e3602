import { type AppState, defaults } from "../../state/state.ts";
import type { PlanOrder } from "../../worker/plan-order.ts";

/** What a plan of the app may seek. */
export const objectives = ["hours", "fulfilment", "hazard"] as const;

/** What a state asks of its economy. */
export function planOrderOf({ economy, goals, objective, years }: AppState): PlanOrder {
  const known = objectives.find((name) => name === objective);
  return { economy, wish: { settings: goals, years, ...(known && { objective: known }) } };
}

/** Whether a state leaves the goals of its economy as they are: then the plan made with the build answers it. */
export function isUntouched({ goals, objective, years }: AppState): boolean {
  return Object.keys(goals).length === 0 && objective === defaults.objective && years === defaults.years;
}

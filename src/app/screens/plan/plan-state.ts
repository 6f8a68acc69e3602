import { type AppState, defaults } from "../../state/state.ts";
import type { PlanOrder } from "../../worker/plan-order.ts";
import { objectives } from "./plan-levers.tsx";

/** The plan that a state asks for. */
export function orderOf({ economy, goals, objective, years }: AppState): PlanOrder {
  const known = objectives.find((name) => name === objective);
  return { economy, wish: { settings: goals, years, ...(known && { objective: known }) } };
}

/** Whether a state asks for the plan that comes with its economy. */
export function isUntouched({ goals, objective, years }: AppState): boolean {
  return Object.keys(goals).length === 0 && objective === defaults.objective && years === defaults.years;
}

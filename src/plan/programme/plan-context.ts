import type { Outcome, Problem } from "../../core/problem.ts";
import type { Coefficients, Economy } from "../economy/economy.ts";
import type { Calibration } from "./calibration.ts";
import { type Goals, type GoalsReading, resolveGoals, settingsOf } from "./goals.ts";
import { hazardCoefficients } from "./limits.ts";
import type { Setting } from "./parameter.ts";
import type { Plan } from "./plan.ts";
import { documentPlan, type PlanDocument } from "./plan-document.ts";
import { type Planning, readPlanning } from "./planning.ts";
import { baseWeek } from "./programme.ts";

/** File of an economy's folder that says what a plan needs to know beside its accounts. */
export const planningFile = "planning.yaml";

/** An economy with the assumptions and goals of one plan. */
export interface PlanContext {
  readonly economy: Economy;
  readonly coefficients: Coefficients;
  readonly planning: Planning;
  readonly goals: Goals;
  /** Hours a week in the base year. */
  readonly baseWeek: number;
}

/** Puts goals and settings against an economy; problems of its planning come before those of the goals. */
export function preparePlan(
  economy: Economy,
  coefficients: Coefficients,
  planningText: string | undefined,
  reading: GoalsReading,
  settings: readonly Setting[] = [],
): Outcome<PlanContext> {
  const problems: Problem[] = [];
  const source = planningText === undefined ? undefined : { file: planningFile, text: planningText };
  const planned = readPlanning(economy, coefficients, source, [...settingsOf(reading), ...settings]);
  problems.push(...planned.problems);
  const planning = planned.value;
  if (!planning) return { value: undefined, problems };
  const week = baseWeek(economy, coefficients, planning.parameters);
  const resolved = resolveGoals(economy, planning, reading, week);
  problems.push(...resolved.problems);
  const goals = resolved.value;
  return { value: goals && { economy, coefficients, planning, goals, baseWeek: week }, problems };
}

/** A plan with the names of all it speaks of, and with the check against the base year. */
export function describeContext(plan: Plan, context: PlanContext, calibration: Calibration): PlanDocument {
  const { coefficients, planning } = context;
  const danger = hazardCoefficients({
    coefficients,
    planning,
    parameter: (name) => planning.parameters.get(name)?.value ?? NaN,
  });
  return documentPlan(plan, {
    ...context,
    baseHazardousHours: coefficients.output.reduce(
      (sum, output, product) =>
        danger.output[product] > 0 ? sum + output * coefficients.labour[product] : sum,
      0,
    ),
    calibration,
  });
}

import { hasErrors, type Problem } from "../../core/problem.ts";
import { deriveCoefficients, type EconomyFiles, readEconomy } from "../economy/index.ts";
import { readGoals } from "./goals.ts";
import { planningFile, preparePlan } from "./plan-context.ts";
import type { PlanningSource } from "./planning.ts";

/** The economy that goals name, if the text can be read at all. */
export function economyOfGoals(source: PlanningSource): string | undefined {
  return readGoals(source).value?.record.economy;
}

/** Everything wrong with goals; without the files of an economy only syntax and shape. */
export function checkGoals(source: PlanningSource, files?: EconomyFiles): readonly Problem[] {
  const { value: reading, problems } = readGoals(source);
  if (!reading || !files) return problems;
  const { value: economy, problems: found } = readEconomy(files);
  if (!economy || hasErrors(found)) return [...problems, ...found];
  const text = files.get(planningFile);
  return [...problems, ...preparePlan(economy, deriveCoefficients(economy), text, reading).problems];
}

import { hasErrors, type Problem, type Where } from "../../core/problem.ts";
import { deriveCoefficients, type EconomyFiles, readEconomy } from "../economy/index.ts";
import type { Economy } from "../economy/economy.ts";
import { goalsReading, readGoals } from "./goals.ts";
import { planningFile, preparePlan } from "./plan-context.ts";
import type { PlanningSource } from "./planning.ts";

/** File of an economy's folder with goals to begin with. */
const goalsFile = "goals.yaml";

/** The economy that goals name and where they do, if the text can be read at all. */
export function economyOfGoals(
  source: PlanningSource,
): { readonly name: string; readonly where: Where } | undefined {
  const { value } = readGoals(source);
  const name = value?.record.economy;
  return name === undefined ? undefined : { name, where: value!.where(["economy"]) };
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

/** Everything wrong with what stands beside the accounts in an economy's folder: `planning.yaml` and `goals.yaml`. */
export function checkPlanning(economy: Economy, files: EconomyFiles): readonly Problem[] {
  const text = files.get(goalsFile);
  const read = text === undefined ? undefined : readGoals({ file: goalsFile, text });
  const reading = read?.value ?? goalsReading({});
  const prepared = preparePlan(economy, deriveCoefficients(economy), files.get(planningFile), reading);
  return [...prepared.problems, ...(read?.problems ?? [])];
}

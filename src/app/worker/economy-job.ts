import { hasErrors, type Problem, sortProblems } from "../../core/problem.ts";
import { deriveCoefficients, readEconomy } from "../../plan/economy/index.ts";
import { readGoals, readPlanning, settingsOf } from "../../plan/programme/index.ts";
import type { JobResult } from "./jobs.ts";

/** Reads and checks an economy with its planning and goals, by the code of `kreislauf check` and `kreislauf plan`. */
export function readEconomyFiles(files: ReadonlyMap<string, string>): JobResult<"read-economy"> {
  const { value: economy, problems: found } = readEconomy(files);
  const problems: Problem[] = [...found];
  const goalsText = files.get("goals.yaml");
  const goals = goalsText === undefined ? undefined : readGoals({ file: "goals.yaml", text: goalsText });
  if (economy && !hasErrors(found)) {
    const text = files.get("planning.yaml");
    const source = text === undefined ? undefined : { file: "planning.yaml", text };
    const settings = goals?.value ? settingsOf(goals.value) : [];
    problems.push(...readPlanning(economy, deriveCoefficients(economy), source, settings).problems);
  }
  problems.push(...(goals?.problems ?? []));
  const sorted = sortProblems(problems, [...files.keys()]);
  return {
    economy:
      economy && !hasErrors(problems)
        ? { id: economy.id, title: economy.title, products: economy.products.length }
        : undefined,
    problems: sorted,
  };
}

import { readdirSync, readFileSync } from "node:fs";
import {
  type Coefficients,
  deriveCoefficients,
  type Economy,
  readEconomy,
} from "../../src/plan/economy/index.ts";
import {
  baseWeek,
  type Goals,
  goalsReading,
  type Planning,
  readPlanning,
  resolveGoals,
  settingsOf,
} from "../../src/plan/programme/index.ts";

export interface OpenEconomy {
  readonly economy: Economy;
  readonly coefficients: Coefficients;
  readonly files: ReadonlyMap<string, string>;
}

/** An economy of the folder `economies`, as tests and benchmarks use it (both run at the root). */
export function openEconomy(name: string): OpenEconomy {
  const folder = `economies/${name}`;
  const files = new Map(readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, "utf8")]));
  const { value: economy, problems } = readEconomy(files);
  if (!economy) throw new Error(JSON.stringify(problems.slice(0, 5)));
  return { economy, coefficients: deriveCoefficients(economy), files };
}

/** Planning and goals for it; wrong ones throw. */
export function openGoals(
  { economy, coefficients, files }: OpenEconomy,
  wishes: Readonly<Record<string, unknown>>,
): { readonly planning: Planning; readonly goals: Goals } {
  const text = files.get("planning.yaml");
  const reading = goalsReading(wishes);
  const source = text === undefined ? undefined : { file: "planning.yaml", text };
  const planning = readPlanning(economy, coefficients, source, settingsOf(reading));
  if (!planning.value) throw new Error(JSON.stringify(planning.problems.slice(0, 5)));
  const week = baseWeek(economy, coefficients, planning.value.parameters);
  const goals = resolveGoals(economy, planning.value, reading, week);
  if (!goals.value) throw new Error(JSON.stringify(goals.problems.slice(0, 5)));
  return { planning: planning.value, goals: goals.value };
}

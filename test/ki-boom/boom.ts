import { readFileSync } from "node:fs";
import { compile, type Model } from "../../src/model/compile.ts";
import { describeProblem } from "../../src/text/problem.ts";

const folder = new URL("../../models/", import.meta.url);

/** The boom model as it stands in `models/`. */
export function compileBoom(): Model {
  const read = (name: string): string => readFileSync(new URL(name, folder), "utf8");
  const { value, problems } = compile(read("ki-boom.kl"), { file: "ki-boom.kl", files: read });
  if (!value || problems.length > 0) {
    throw new Error(problems.map((problem) => describeProblem(problem, "en")).join("\n"));
  }
  return value;
}

/** The scenarios of the specification, section (e). */
export const scenarioNames = [
  "muddle",
  "stop",
  "deflation",
  "leap",
  "bailaus",
  "wealth",
  "takeover",
  "trade",
  "rates",
] as const;

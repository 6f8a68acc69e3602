import { readdirSync, readFileSync } from "node:fs";
import { figuresOf } from "../../src/cli/model-argument.ts";
import { readDossier } from "../../src/dossier/index.ts";
import { compile, type Model } from "../../src/model/compile.ts";
import { describeProblem } from "../../src/text/problem.ts";

const folder = new URL("../../models/", import.meta.url);

/** The boom model as it stands in `models/`. */
export function compileBoom(): Model {
  const read = (name: string): string => readFileSync(new URL(name, folder), "utf8");
  const figures = figuresOf(readDossier(dossierFiles()).value);
  const { value, problems } = compile(read("ki-boom.kl"), {
    file: "ki-boom.kl",
    files: read,
    figures: (id) => figures.get(id),
  });
  if (!value || problems.length > 0) {
    throw new Error(problems.map((problem) => describeProblem(problem, "en")).join("\n"));
  }
  return value;
}

/** The dossier that start values come from. */
function dossierFiles(): ReadonlyMap<string, string> {
  const dossier = new URL("../../dossiers/ki-2025/", import.meta.url);
  const names = readdirSync(dossier, { recursive: true, encoding: "utf8" });
  return new Map(
    names
      .filter((name) => /\.(ya?ml|csv)$/.test(name))
      .map((name) => [name.replaceAll("\\", "/"), readFileSync(new URL(name, dossier), "utf8")]),
  );
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

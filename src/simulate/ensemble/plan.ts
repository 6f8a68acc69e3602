import { sha256 } from "../../core/hash.ts";
import { nearestName } from "../../core/nearest-name.ts";
import { hasErrors, type Outcome, type Problem, type Where } from "../../core/problem.ts";
import { engineVersion } from "../../core/version.ts";
import type { Model } from "../../model/compile.ts";
import type { System } from "../../model/system.ts";
import { createProblem } from "../../text/problem.ts";
import { checkOptions } from "../simulate.ts";
import { hashNumbers, hashSystem } from "../system-hash.ts";
import type { MemberDesign } from "./member-design.ts";
import type { OutcomeRule } from "./outcome.ts";
import { readOutcome } from "./read-outcome.ts";

/** What can be chosen for an ensemble. */
export interface EnsembleOptions {
  /**
   * Scenarios to compare, each a name or several joined by `+`; `baseline` is the model as it stands. The first is what
   * the others are compared with. Every member has the same assumptions and noise in all of them.
   */
  readonly scenarios?: readonly string[];
  readonly set?: Readonly<Record<string, number>>;
  readonly periods?: number;
  /** Runs with drawn assumptions; the central run (member 0) comes on top. */
  readonly runs?: number;
  readonly seed?: number;
  readonly design?: "plain" | "latin-hypercube";
  /** What is asked of each member; without it every labelled variable without an index. */
  readonly outcomes?: readonly string[];
}

/** One scenario of an ensemble: scenarios of the model laid over each other; none for the baseline. */
export interface PlannedScenario {
  readonly name: string;
  readonly parts: readonly string[];
  /** Hash of what the parts change. */
  readonly hash: string;
}

/** Everything that decides the results of an ensemble, as plain data. */
export interface EnsemblePlan {
  readonly model: string;
  /** Hash of the model's equations and numbers; labels, sources, places in the text and scenarios do not count. */
  readonly modelHash: string;
  readonly engineVersion: string;
  readonly scenarios: readonly PlannedScenario[];
  readonly set: Readonly<Record<string, number>>;
  readonly periods: number;
  readonly runs: number;
  readonly seed: number;
  readonly design: MemberDesign;
  readonly outcomes: readonly OutcomeRule[];
  /** Names of the parameters that are drawn. */
  readonly drawn: readonly string[];
  /** Members of a shard: a whole number that depends on the outcomes alone. */
  readonly shardMembers: number;
}

const defaults = { runs: 1000, seed: 1, design: "latin-hypercube", baseline: "baseline" } as const;
export const ensembleLimits = { runs: 10_000_000 } as const;
const shardRows = { members: 256, bytes: 16e6 } as const;

/** Checks what is chosen against the model; all problems at once. */
export function planEnsemble(model: Model, options: EnsembleOptions = {}): Outcome<EnsemblePlan> {
  const { system } = model;
  const where: Where = { file: system.name, line: 0, column: 0 };
  const { runs = defaults.runs, seed = defaults.seed, set = {} } = options;
  const problems: Problem[] = [];
  if (!Number.isInteger(runs) || runs < 1 || runs > ensembleLimits.runs) {
    const values = { value: String(runs), least: 1, limit: ensembleLimits.runs };
    problems.push(createProblem("bad-runs", where, values));
  }
  const kind = options.design ?? defaults.design;
  const known = ["plain", "latin-hypercube"] as const;
  if (!known.includes(kind)) {
    const values = { name: kind, known: known.join(", ") };
    problems.push(createProblem("unknown-design", where, values, { hint: nearestName(kind, known) }));
  }
  const scenarios = (options.scenarios ?? [defaults.baseline]).map((name) => planScenario(system, name));
  const outcomes = readOutcomes(model, options.outcomes ?? labelledVariables(model), problems);
  const { periods = system.periods } = options;
  const simulated = { set, periods, seed, outputs: [] };
  for (const { parts } of scenarios) {
    const found = checkOptions(system, { ...simulated, scenario: parts }).problems;
    const said = new Set(problems.map((problem) => JSON.stringify(problem)));
    problems.push(...found.filter((problem) => !said.has(JSON.stringify(problem))));
  }
  if (hasErrors(problems)) return { value: undefined, problems };

  const numbers = outcomes.reduce((sum, { shape }) => sum + (shape === "path" ? periods + 1 : 1), 0);
  const fitting = 2 * Math.max(1, Math.floor(shardRows.bytes / (8 * numbers) / 2));
  const plan: EnsemblePlan = {
    model: model.name,
    modelHash: hashSystem(system),
    engineVersion,
    scenarios,
    set,
    periods,
    runs,
    seed,
    design: kind === "plain" ? { kind } : { kind, size: runs },
    outcomes,
    drawn: system.parameters
      .filter(({ name, distribution }) => distribution !== undefined && !Object.hasOwn(set, name))
      .map(({ name }) => name),
    shardMembers: Math.min(shardRows.members, fitting),
  };
  return { value: plan, problems };
}

function planScenario(system: System, name: string): PlannedScenario {
  const known = new Map(system.scenarios.map((scenario) => [scenario.name, scenario]));
  const parts =
    name === defaults.baseline && !known.has(name) ? [] : name.split("+").map((part) => part.trim());
  return { name, parts, hash: hashNumbers(parts.map((part) => known.get(part)?.changes ?? [])) };
}

/** Hash of what decides the numbers of one scenario: shards with the same key and range are the same to the bit. */
export function shardKey(plan: EnsemblePlan, scenario: PlannedScenario): string {
  const { modelHash, engineVersion: version, set, periods, seed, design, shardMembers } = plan;
  const asked = plan.outcomes.map(({ name, node }) => ({ name, node }));
  const sorted = Object.entries(set).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = [modelHash, version, scenario.hash, sorted, periods, seed, design, shardMembers, asked];
  return sha256(new TextEncoder().encode(JSON.stringify(parts)));
}

/** Outcomes by name; a name may stand for one only. */
export function readOutcomes(
  model: Model,
  texts: readonly string[],
  problems: Problem[],
): readonly OutcomeRule[] {
  const outcomes: OutcomeRule[] = [];
  for (const text of texts) {
    const { value, problems: found } = readOutcome(text, model);
    problems.push(...found);
    if (value === undefined) continue;
    if (outcomes.some(({ name }) => name === value.name)) {
      problems.push(createProblem("outcome-twice", { file: text, line: 1, column: 1 }, { name: value.name }));
    } else outcomes.push(value);
  }
  return outcomes;
}

function labelledVariables({ system, names }: Model): readonly string[] {
  const labelled = new Set(names.filter(({ label }) => label.en !== "").map(({ name }) => name));
  const all = system.variables
    .map(({ name }) => name)
    .filter((name) => /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name));
  const chosen = all.filter((name) => labelled.has(name));
  return chosen.length > 0 ? chosen : all;
}

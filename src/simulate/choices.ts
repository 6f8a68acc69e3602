import { nearestName } from "../core/nearest-name.ts";
import { hasErrors, type Problem, type Where } from "../core/problem.ts";
import { isSupported } from "../model/emit-wasm/instance.ts";
import type { Scenario, System } from "../model/system.ts";
import { createProblem } from "../text/problem.ts";
import { findContradictions, findReplaced, findStray } from "./contradictions.ts";
import type { MemberDesign } from "./ensemble/member-design.ts";
import type { SimulateOptions } from "./run.ts";

/** Limits of one simulation. */
export const limits = { periods: 100_000, members: 10_000_000, megabytes: 1024 } as const;
const defaults = { members: 1, first: 0, seed: 1, design: { kind: "plain" }, engine: "wasm" } as const;
const nowhere: Where = { file: "", line: 0, column: 0 };

/** Options checked against a model. */
export interface Choices {
  readonly scenarios: readonly Scenario[];
  readonly set: ReadonlyMap<number, number>;
  readonly periods: number;
  readonly members: number;
  readonly first: number;
  readonly seed: number;
  readonly design: MemberDesign;
  /** Indices of the variables kept. */
  readonly outputs: readonly number[];
  readonly engine: "wasm" | "interpreter";
}

/** Resolves names and bounds; every mistake is a problem. */
export function resolveChoices(
  system: System,
  options: SimulateOptions,
): { readonly choices: Choices; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const where = { ...nowhere, file: system.name };
  const wanted = options.scenario === undefined ? [] : [options.scenario].flat();
  const scenarios = wanted.flatMap((name) => {
    const found = system.scenarios.find((scenario) => scenario.name === name);
    if (found !== undefined) return [found];
    const names = system.scenarios.map((scenario) => scenario.name);
    const known = names.join(", ") || "–";
    problems.push(
      createProblem("unknown-scenario", where, { name, known }, { hint: nearestName(name, names) }),
    );
    return [];
  });
  problems.push(...findContradictions(system, scenarios));
  const set = resolveSet(system, options.set ?? {}, where, problems);
  problems.push(...findReplaced(system, scenarios, set));
  const names = system.variables.map((variable) => variable.name);
  const place = new Map(names.map((name, index) => [name, index]));
  const outputs = (options.outputs ?? names).flatMap((name) => {
    const index = place.get(name);
    if (index !== undefined) return [index];
    problems.push(createProblem("unknown-output", where, { name }, { hint: nearestName(name, names) }));
    return [];
  });
  const periods = options.periods ?? system.periods;
  const members = options.members ?? defaults.members;
  const first = options.first ?? defaults.first;
  const seed = options.seed ?? defaults.seed;
  problems.push(...findStray(system, scenarios, periods));
  if (!isCount(periods, limits.periods)) {
    problems.push(createProblem("bad-periods", where, { value: String(periods), limit: limits.periods }));
  }
  if (
    !isCount(members, limits.members) ||
    !Number.isInteger(first) ||
    first < 0 ||
    first + members > 2 ** 32
  ) {
    problems.push(createProblem("bad-members", where, { value: String(members), limit: limits.members }));
  }
  if (!Number.isSafeInteger(seed) || seed < 0) {
    problems.push(createProblem("bad-seed", where, { value: String(seed) }));
  }
  const size = Math.ceil((members * (periods + 1) * outputs.length * 8) / 1e6);
  if (!hasErrors(problems) && size > limits.megabytes) {
    const values = { members, periods, outputs: outputs.length, size, limit: limits.megabytes };
    problems.push(createProblem("run-too-large", where, values));
  }
  const engine = (options.engine ?? defaults.engine) === "wasm" && isSupported() ? "wasm" : "interpreter";
  const design = options.design ?? defaults.design;
  return { choices: { scenarios, set, periods, members, first, seed, design, outputs, engine }, problems };
}

function resolveSet(
  system: System,
  values: Readonly<Record<string, number>>,
  where: Where,
  problems: Problem[],
): ReadonlyMap<number, number> {
  const set = new Map<number, number>();
  const names = system.parameters.map((parameter) => parameter.name);
  for (const [name, value] of Object.entries(values)) {
    const index = names.indexOf(name);
    if (index < 0) {
      problems.push(createProblem("unknown-parameter", where, { name }, { hint: nearestName(name, names) }));
      continue;
    }
    const { low = -Infinity, high = Infinity } = system.parameters[index];
    if (!Number.isFinite(value)) {
      problems.push(createProblem("parameter-not-finite", where, { name, value: String(value) }));
    } else if (value < low || value > high) {
      const range = { name, value, low: String(low), high: String(high) };
      problems.push(createProblem("parameter-outside-range", where, range, { severity: "warning" }));
    }
    set.set(index, value);
  }
  return set;
}

function isCount(value: number, limit: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= limit;
}

import type { Problem } from "../core/problem.ts";
import type { Change, Scenario, System } from "../model/system.ts";
import { createProblem } from "../text/problem.ts";

/**
 * Scenarios laid over each other that want different things: two of them set the same parameter or variable to
 * something else in the same period. What they add or multiply goes together.
 */
export function findContradictions(system: System, scenarios: readonly Scenario[]): readonly Problem[] {
  return scenarios.flatMap((second, place) =>
    scenarios.slice(0, place).flatMap((first) => {
      if (first.name === second.name) return [];
      const clash = findClash(first.changes, second.changes);
      if (clash === undefined) return [];
      const { target, from } = clash.change;
      const name = (target.kind === "parameter" ? system.parameters : system.variables)[target.index].name;
      const values = {
        first: first.name,
        second: second.name,
        name,
        period: Math.max(from, clash.other.from),
      };
      return [createProblem("contradictory-scenarios", clash.change.where, values)];
    }),
  );
}

/** Values set by hand that a scenario replaces: it says what holds from its date on. */
export function findReplaced(
  system: System,
  scenarios: readonly Scenario[],
  set: ReadonlyMap<number, number>,
): readonly Problem[] {
  return scenarios.flatMap(({ name: scenario, changes }) =>
    changes.flatMap(({ target, operator, from, where }) => {
      const value = target.kind === "parameter" && operator === "=" ? set.get(target.index) : undefined;
      if (value === undefined) return [];
      const { name } = system.parameters[target.index];
      const values = { name, value: String(value), scenario, period: Math.max(1, from) };
      return [createProblem("replaced-by-scenario", where, values, { severity: "warning" })];
    }),
  );
}

/** What scenarios set outside the range that the model allows, or change only after the runs have ended. */
export function findStray(
  system: System,
  scenarios: readonly Scenario[],
  periods: number,
): readonly Problem[] {
  const strays = scenarios.flatMap(({ changes }) =>
    changes.flatMap(({ target, operator, value, from, where }) => {
      const { name } = (target.kind === "parameter" ? system.parameters : system.variables)[target.index];
      if (from > periods) {
        return [createProblem("change-after-end", where, { name, from, periods }, { severity: "warning" })];
      }
      if (target.kind === "variable" || operator !== "=" || value.kind !== "number") return [];
      const { low = -Infinity, high = Infinity } = system.parameters[target.index];
      if (value.value >= low && value.value <= high) return [];
      const range = { name, value: value.value, low: String(low), high: String(high) };
      return [createProblem("parameter-outside-range", where, range, { severity: "warning" })];
    }),
  );
  // Scenarios that build on the same one share its changes.
  const written = strays.map((problem) => JSON.stringify(problem));
  return strays.filter((_, index) => written.indexOf(written[index]) === index);
}

function findClash(
  first: readonly Change[],
  second: readonly Change[],
): { readonly change: Change; readonly other: Change } | undefined {
  for (const change of second) {
    const other = first.find(
      (candidate) =>
        change.operator === "=" &&
        candidate.operator === "=" &&
        candidate.target.kind === change.target.kind &&
        candidate.target.index === change.target.index &&
        candidate.from <= change.to &&
        change.from <= candidate.to &&
        JSON.stringify(candidate.value) !== JSON.stringify(change.value),
    );
    if (other !== undefined) return { change, other };
  }
  return undefined;
}

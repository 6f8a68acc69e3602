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

import { describe, expect, it } from "vitest";
import { drawUniform, nameKey } from "../../src/core/random.ts";
import { simulate } from "../../src/simulate/simulate.ts";
import { describeProblem } from "../../src/text/problem.ts";
import { compileBoom, scenarioNames } from "./boom.ts";

const { system } = compileBoom();

/** What a scenario sets, as parameters: so that all corners share one compiled model. */
function settingsOf(scenario: string): Readonly<Record<string, number>> {
  const changes = system.scenarios.find(({ name }) => name === scenario)?.changes ?? [];
  return Object.fromEntries(
    changes.map(({ target, value }) => [
      system.parameters[target.index].name,
      value.kind === "number" ? value.value : NaN,
    ]),
  );
}

/** Ends of a parameter's range in the corner test; the potential is cut at 200 and 4,000 in draws only. */
function endsOf(parameter: (typeof system.parameters)[number]): readonly [number, number] {
  return parameter.name === "M0" ? [250, 3000] : [parameter.low ?? NaN, parameter.high ?? NaN];
}

function cornerOf(member: number): Readonly<Record<string, number>> {
  const draw = (name: string): number => drawUniform({ seed: 11, member, name: nameKey(name), period: 0 });
  const pick = <Item>(items: readonly Item[], name: string): Item =>
    items[Math.floor(draw(name) * items.length)];
  const ends = system.parameters.flatMap((parameter) =>
    parameter.distribution ? [[parameter.name, endsOf(parameter)[draw(parameter.name) < 0.5 ? 0 : 1]]] : [],
  );
  return {
    ...(Object.fromEntries(ends) as Readonly<Record<string, number>>),
    tauw: pick([0, 0.015, 0.03], "tauw"),
    ...settingsOf(pick(scenarioNames, "first scenario")),
    ...(draw("two") < 0.5 ? settingsOf(pick(scenarioNames, "second scenario")) : {}),
  };
}

describe("balance and bounds of the boom model", () => {
  it.each(["muddle", "stop"])("hold in every quarter of 1,000 draws under %s", (scenario) => {
    const { value, problems } = simulate(system, { scenario, members: 1000, seed: 7, outputs: ["idx"] });
    expect(problems.map((problem) => describeProblem(problem, "en"))).toEqual([]);
    expect(value?.failed).toEqual([]);
    expect(value?.balance.maxResidual).toBeLessThan(1e-9);
  });

  it.each(scenarioNames)("hold in every quarter of %s", (scenario) => {
    const { value, problems } = simulate(system, { scenario, set: { sw: 0 } });
    expect(problems).toEqual([]);
    expect(value?.balance.maxResidual).toBeLessThan(1e-9);
  });

  it("hold in every quarter of 300 corners of the ranges, under one or two scenarios", () => {
    const told: string[] = [];
    let worst = 0;
    for (let member = 0; member < 300; member++) {
      const set = cornerOf(member);
      const { value, problems } = simulate(system, { set, seed: member, outputs: ["idx"] });
      worst = Math.max(worst, value?.balance.maxResidual ?? NaN);
      told.push(...problems.map((problem) => `${member}: ${describeProblem(problem, "en")}`));
    }
    expect(worst).toBeLessThan(1e-9);
    // The specification drew these two bounds around corners of its own; ours are others, and one in a hundred passes them.
    const isDrawnBound = (problem: string): boolean => /index within|near its trend/.test(problem);
    expect(told.filter((problem) => !isDrawnBound(problem))).toEqual([]);
    expect(told.length).toBeLessThanOrEqual(3);
  });
});

import { describe, expect, it } from "vitest";
import type { Expression, System } from "../../src/model/system.ts";
import { incidence, simulate } from "../../src/simulate/index.ts";
import { compileBoom } from "./boom.ts";

/** Section (g.2c) of the specification: three faults in the books, each of which something must notice. */
const model = compileBoom();
const { system } = model;

function number(value: number): Expression {
  return { kind: "number", value };
}

/** The system with another equation for one variable. */
function mutate(name: string, change: (equation: Expression) => Expression): System {
  expect(system.variables.some((variable) => variable.name === name)).toBe(true);
  const variables = system.variables.map((variable) =>
    variable.name === name ? { ...variable, equation: change(variable.equation) } : variable,
  );
  return { ...system, variables };
}

function faultsOf(mutated: System): readonly string[] {
  return simulate(mutated, { set: { sw: 0 } }).problems.map(({ code, values }) =>
    code === "check-broken" ? String(values["label"]) : code,
  );
}

describe("the checks of the boom model", () => {
  it("notice a payment that loses a millionth on its way", () => {
    const mutated = mutate("D.others", (equation) => ({
      kind: "binary",
      operator: "-",
      left: equation,
      right: {
        kind: "binary",
        operator: "*",
        left: number(1e-6),
        right: { kind: "variable", index: system.variables.findIndex(({ name }) => name === "GP"), lag: 0 },
      },
    }));
    expect(faultsOf(mutated)).toContain("balance-broken");
  });

  it("notice a bond without debtor", () => {
    const mutated = mutate("C.pensions", (equation) => ({
      kind: "binary",
      operator: "+",
      left: equation,
      right: number(0.01),
    }));
    expect(faultsOf(mutated)).toContain("all net worth together is fixed capital");
  });

  it("notice a change of value that nobody booked", () => {
    const mutated = mutate("E.funds[nvidia]", (equation) => ({
      kind: "binary",
      operator: "*",
      left: equation,
      right: number(1.001),
    }));
    const scenario = simulate(mutated, { set: { sw: 0 } }).value;
    const against = simulate(system, { set: { sw: 0 } }).value;
    if (!scenario || !against) throw new Error("the run failed");
    expect(incidence(model, { scenario, against }).value?.gap).toBeGreaterThan(1e-6);
  });
});

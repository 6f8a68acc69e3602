import { describe, expect, it } from "vitest";
import {
  baseWeek,
  goalsJsonSchema,
  levelAt,
  readGoals,
  readPlanning,
  resolveGoals,
} from "../../src/plan/programme/index.ts";
import { describeProblem } from "../../src/text/index.ts";
import { openEconomy, openGoals } from "./open-economy.ts";

const { economy, coefficients, files } = openEconomy("lehrbeispiel");
const planningText = files.get("planning.yaml") as string;
const { planning } = openGoals({ economy, coefficients, files }, {});
const week = baseWeek(economy, coefficients, planning.parameters);

const problemsOf = (text: string): readonly (readonly [string, number, number])[] => {
  const read = readGoals({ file: "goals.yaml", text });
  const problems = read.value
    ? [...read.problems, ...resolveGoals(economy, planning, read.value, week).problems]
    : read.problems;
  return problems.map(({ code, where }) => [code, where.line, where.column] as const);
};

describe("goals", () => {
  it("name every mistake at once, with line and column and the nearest name", () => {
    const text = [
      "format: 1",
      "years: 4",
      "targets:",
      "  caer: 1.2",
      "  food: { level: 0.5, floor: 0.9, by: 1 }",
      "  homes: { level: 1.1, by: 9 }",
      "  things: { level: 1.1, from: 3, by: 2 }",
      "limits:",
      "  week: 0",
      "  accounts: { gghg: 0.5, energy: 0 }",
    ].join("\n");
    expect(problemsOf(text)).toEqual([
      ["no-such-need", 4, 9],
      ["floor-above-target", 5, 30],
      ["goal-after-plan", 6, 28],
      ["goal-backwards", 7, 31],
      ["budget-zero", 9, 9],
      ["no-such-account", 10, 21],
      ["budget-zero", 10, 34],
    ]);
    const read = readGoals({ file: "goals.yaml", text });
    const [first] = resolveGoals(economy, planning, read.value!, week).problems;
    expect(describeProblem(first, "de")).toBe(
      "Einen Bedarf „caer“ gibt es in dieser Wirtschaft nicht; es gibt: food, energy, homes, things, care, services. Gemeint: „care“?",
    );
  });

  it("refuse wrong shapes: unknown keys, words for numbers, negative weeks, a file cut in half", () => {
    expect(problemsOf("format: 1\ntargts: {}\n")).toEqual([["unknown-key", 2, 9]]);
    expect(problemsOf("format: 1\ntargets: { care: more }\n")[0].slice(1)).toEqual([2, 18]);
    expect(problemsOf("format: 1\nlimits: { week: -3 }\n")[0].slice(1)).toEqual([2, 17]);
    expect(problemsOf("format: 1\nobjective: harmoni\n")).toEqual([["wrong-choice", 2, 12]]);
    expect(problemsOf("format: 1\ntargets: { care: {")[0][0]).toBe("yaml-syntax");
    expect(problemsOf("")).not.toEqual([]);
  });

  it("publish a schema that names them", () => {
    const { properties } = goalsJsonSchema() as { properties: Record<string, unknown> };
    expect(Object.keys(properties)).toEqual(
      expect.arrayContaining(["years", "objective", "targets", "limits", "techniques", "parameters"]),
    );
  });

  it("move in a straight line", () => {
    const path = { level: 0.7, from: 2, by: 5 };
    expect([1, 2, 5, 9].map((year) => levelAt(path, year))).toEqual([1, 1, 0.7, 0.7]);
    expect(levelAt(path, 3)).toBeCloseTo(0.9, 12);
  });
});

describe("planning.yaml", () => {
  const codes = (text: string): readonly string[] =>
    readPlanning(economy, coefficients, { file: "planning.yaml", text }).problems.map(({ code }) => code);

  it("says which product, purpose, account, stock or parameter is unknown", () => {
    expect(codes(planningText)).toEqual([]);
    expect(codes(planningText.replace("products: [food]", "products: [fod]"))).toContain("unknown-product");
    expect(codes(planningText.replace("of: [consumption],", "of: [consumtion],"))).toContain(
      "unknown-purpose",
    );
    expect(codes(planningText.replace("{ ghg: -0.9 }", "{ gas: -0.9 }"))).toContain("no-such-account");
    expect(codes(planningText.replace("uses: { compute:", "uses: { computers:"))).toContain("no-such-stock");
    expect(codes(planningText.replace("saving: ai_saving,", "saving: ai_savings,"))).toContain(
      "no-such-parameter",
    );
  });

  it("leaves no consumption out: needs add to what the accounts know", () => {
    for (const name of ["lehrbeispiel", "us-2023", "de-2014", "us-2012"]) {
      const open = openEconomy(name);
      const { planning: read } = openGoals(open, {});
      const { finalDemand, purposes } = open.economy;
      let consumed = 0;
      purposes.forEach(({ kind }, column) => {
        if (kind !== "consumption" && kind !== "government") return;
        for (let product = 0; product < finalDemand.rows; product++) {
          consumed += finalDemand.value[product * finalDemand.columns + column];
        }
      });
      const wanted = read.needs.reduce((sum, { base }) => sum + base, 0);
      expect(Math.abs(wanted / consumed - 1), name).toBeLessThan(1e-9);
      for (const { basket } of read.needs) {
        expect(basket.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(1, 9);
      }
    }
  });
});

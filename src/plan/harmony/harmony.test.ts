import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { formatProblem } from "../../text/index.ts";
import { certify } from "../solve/certificate.ts";
import { loadSolver } from "../solve/highs-solver.ts";
import { solveOnce, type Solver } from "../solve/solver.ts";
import { compareFiveYearPlans } from "./comparison.ts";
import { buildFiveYearProgramme, type FiveYearPlan } from "./five-year-programme.ts";
import { fiveYearFiles, type FiveYearTables, readFiveYearTables } from "./five-year-tables.ts";
import { harmonyOf, planByHarmony, totalHarmony } from "./harmony.ts";

const folder = new URL("../../../test/reference/five-year-plan/", import.meta.url);
const text = (file: string): string => readFileSync(new URL(file, folder), "utf8");
const files = new Map(fiveYearFiles.map((file) => [file, text(file)]));
const tables = readFiveYearTables(files).value!;

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Everything a plan uses is there: labour, goods of the year, and stocks, given what it adds to them. */
function expectFeasible(
  { flows, labour, output, labourSupply, goods }: FiveYearTables,
  plan: FiveYearPlan,
): void {
  plan.runs.forEach((runs, t) => {
    expect(labour.reduce((sum, hours, i) => sum + hours * runs[i], 0)).toBeLessThanOrEqual(
      labourSupply[t] * (1 + 1e-9),
    );
    goods.forEach((_, k) => {
      const left = output[k] * runs[k] - flows[k].reduce((sum, amount, i) => sum + amount * runs[i], 0);
      expect(plan.netOutput[t][k]).toBeGreaterThanOrEqual(-1e-9);
      expect(plan.netOutput[t][k]).toBeLessThanOrEqual(left + 1e-9);
    });
  });
  plan.runs[0].forEach((runs, i) => {
    goods.forEach((_, k) =>
      expect(tables.capital[k][i] * runs).toBeLessThanOrEqual(tables.capital[k][i] * (1 + 1e-9)),
    );
  });
}

describe("Cockshott's example", () => {
  it("is solved to the optimum of lp_solve, year by year", () => {
    const { program } = buildFiveYearProgramme(tables);
    const solution = solveOnce(solver, program);
    expect(certify(program, solution)).toMatchObject({ holds: true });
    const { exact } = compareFiveYearPlans(tables, solver);
    expect(exact!.objective).toBeCloseTo(8.79729913, 8);
    [0.5, 2.06187, 2.03932, 1.98685, 2.20926].forEach((share, t) =>
      expect(exact!.fulfilment[t]).toBeCloseTo(share, 5),
    );
    expectFeasible(tables, exact!.plan);
  });

  it("has the harmonies that 5yearplan prints", () => {
    expect(harmonyOf(0.1674735002333182, 0.1)).toBeCloseTo(0.5156549451986137, 12);
    expect(harmonyOf(2.425823710852774, 3)).toBeCloseTo(-0.20970756366123533, 12);
    const rows = text("harmony-net-output.csv").trim().split("\n").slice(1);
    const netOutput = rows.map((row) => Float64Array.from(row.split(",").slice(1), Number));
    expect(totalHarmony(tables, { netOutput })).toBeCloseTo(-15.300547526007565 + 5 * 1.5, 9);
  });

  it("by harmony: feasible, with bread in every year, better than 5yearplan's own, far from the linear programme", () => {
    const { exact, heuristic, lost } = compareFiveYearPlans(tables, solver);
    expectFeasible(tables, heuristic.plan);
    heuristic.plan.netOutput.forEach((year) => expect(year[3]).toBeGreaterThan(0.5));
    expect(heuristic.harmony).toBeGreaterThan(-7.8);
    expect(heuristic.harmony).toBeCloseTo(14.69, 1);
    expect(heuristic.objective).toBeCloseTo(2.06, 1);
    expect(lost).toBeCloseTo(exact!.objective - heuristic.objective, 12);
    expect(lost).toBeGreaterThan(6);
  });

  it("no heuristic plan beats the linear programme at its own aim", () => {
    for (const temperature of [0.05, 0.1, 0.4]) {
      const { lost, heuristic } = compareFiveYearPlans(tables, solver, { temperature });
      expect(lost).toBeGreaterThan(0);
      expect(planByHarmony(tables, { temperature }).harmony).toBeCloseTo(heuristic.harmony, 9);
    }
  });
});

describe("five-year tables", () => {
  const problemsOf = (file: string, from: string, to: string): readonly string[] =>
    readFiveYearTables(
      new Map([...files, [file, files.get(file as "cap.csv")!.replace(from, to)]]),
    ).problems.map((problem) => formatProblem(problem, "en"));

  it("are refused with the place of every mistake", () => {
    expect(problemsOf("cap.csv", "iron,10", "iron,-10")).toEqual([
      "cap.csv:2:6: error[negative-quantity] iron cannot be below zero (-10).",
    ]);
    const misspelt = problemsOf("dep.csv", "headings,iron", "headings,irn");
    expect(misspelt.some((line) => line.includes("Did you mean “iron”?"))).toBe(true);
    expect(
      problemsOf("flows.csv", "labour,", "labor,").some((line) => line.includes("“labour” is missing")),
    ).toBe(true);
    expect(problemsOf("labtarg.csv", "year1,0.1", "year1,x")[0]).toContain("not-a-number");
    expect(readFiveYearTables(new Map()).problems.map(({ code }) => code)).toEqual(
      Array(4).fill("file-missing"),
    );
  });

  it("never crash the reader: 10,000 mutilated folders", () => {
    const splices = ["", ",", "\n", '"', "-", "1e999", "bread", "\u0000", "0", "1,5"];
    const mutation = fc.tuple(fc.nat(3), fc.nat(300), fc.nat(9), fc.nat(splices.length - 1));
    fc.assert(
      fc.property(mutation, ([file, at, cut, splice]) => {
        const name = fiveYearFiles[file];
        const whole = files.get(name)!;
        const from = at % whole.length;
        const broken = whole.slice(0, from) + splices[splice] + whole.slice(from + cut);
        const { value, problems } = readFiveYearTables(new Map([...files, [name, broken]]));
        return (value === undefined) === problems.some(({ severity }) => severity === "error");
      }),
      { numRuns: 10_000, seed: 1 },
    );
  });
});

import { describe, expect, it } from "vitest";
import type { Expression } from "../../src/model/system.ts";
import { simulate } from "../../src/simulate/index.ts";
import { describeProblem } from "../../src/text/problem.ts";
import { createToy } from "./toy-system.ts";

const engines = ["interpreter", "wasm"] as const;

describe.each(engines)("right where other programs are silently wrong, %s", (engine) => {
  const last = (equations: Record<string, string>, options: Parameters<typeof createToy>[1] = {}) => {
    const { value, problems } = simulate(createToy(equations, options), { engine });
    const values = Object.entries(value!.series).map(([name, series]) => [name, series[series.length - 1]]);
    return { values: Object.fromEntries(values) as Record<string, number>, problems, run: value! };
  };

  it("solves a simultaneous block with an if (sfcr's Broyden and Newton evaluate its first equation once)", () => {
    const { values, problems } = last({ x: "0.5 * y + 1", y: "(if x > 0 then x else 0) + 1" });
    expect(problems).toEqual([]);
    expect(values.x).toBeCloseTo(3, 13);
    expect(values.y).toBeCloseTo(4, 13);
  });

  it("solves a block with negative values (sfcr and godley stop after two sweeps at −2.71)", () => {
    const { values, problems } = last({ x: "0.9 * y - 1", y: "0.9 * x - 1" });
    expect(problems).toEqual([]);
    expect(values.x).toBeCloseTo(-10, 12);
    expect(values.y).toBeCloseTo(-10, 12);
  });

  it("says so when there is no solution (sfcr returns a residual of 1.5 without a word)", () => {
    // x = x + 1 has no solution; x = −x/|x| jumps over it.
    for (const equation of ["x + 1", "if x > 0 then 0 - 1 else 1", "exp(x) + x"]) {
      const { values, problems, run } = last({ x: equation });
      expect(
        problems.map((problem) => problem.code),
        equation,
      ).toEqual(["unsolved"]);
      expect(describeProblem(problems[0], "en")).toContain("no common solution");
      expect(values.x).toBeNaN();
      expect(run.failed).toHaveLength(1);
    }
  });

  it("compares a leak with turnover, not with one unit of currency (sfcr_validate passes a leak of 0.9 on 10)", () => {
    const parameter = (index: number): Expression => ({ kind: "parameter", index, lag: 0 });
    const balance = { label: "households", residual: parameter(0), turnover: parameter(1) };
    for (const [leak, broken] of [
      [0.9, true],
      [1e-7, true],
      [1e-10, false],
      [0, false],
    ] as const) {
      const parameters = { leak, turnover: 10 };
      const { problems, run } = last({ x: "1" }, { parameters, balances: [balance] });
      expect(problems.map((problem) => problem.code)).toEqual(broken ? ["balance-broken"] : []);
      expect(run.balance.maxResidual).toBe(leak / 10);
    }
  });

  it("differentiates conditions (pysolve's Newton crashes on any if)", () => {
    const { values, problems } = last({
      y: "100 + 0.8 * d",
      d: "if y > 300 then 300 + 0.5 * (y - 300) else y",
    });
    expect(problems).toEqual([]);
    expect(values.y).toBeCloseTo(1100 / 3, 10);
  });

  it("finds kinks that Newton steps jump over", () => {
    // Newton alone goes from one side to the other for ever.
    const { values, problems, run } = last({ x: "x - (if x > 0 then sqrt(x) else 0 - sqrt(0 - x)) + 0.001" });
    expect(problems).toEqual([]);
    expect(run.solver.rescued).toBe(1);
    expect(values.x).toBeCloseTo(1e-6, 12);
  });

  it("names what is divided by zero at the start", () => {
    const { problems, values } = last({ a: "1 / p", b: "min(a, 5)" }, { parameters: { p: 0 } });
    expect(problems.map((problem) => problem.values)).toEqual([{ period: 1, member: 0, variable: "a" }]);
    expect(values.b).toBeNaN();
  });

  it("does not take a comparison with 1/0 or 0/0 for an answer", () => {
    for (const p of [0, 1]) {
      const { problems } = last(
        { a: "if (p - p) / (p - p) > 0 then 1 else 2", b: "if p / (p - p) > 3 then 1 else 2" },
        { parameters: { p } },
      );
      expect(problems.map((problem) => problem.code)).toEqual(["not-finite"]);
    }
    // What stands behind a condition that does not hold is not looked at.
    const { values, problems } = last(
      { a: "if p > 0 then (if 1 / p > 3 then 1 else 2) else 7" },
      { parameters: { p: 0 } },
    );
    expect(problems).toEqual([]);
    expect(values.a).toBe(7);
  });

  it("starts with a zero wage that is divided by (BMW)", () => {
    const { values, problems } = last({ w: "wb / n", n: "10 / w", wb: "w * 10" }, { initial: { w: 0 } });
    expect(problems).toEqual([]);
    expect(values.w * values.n).toBeCloseTo(10, 12);
  });

  it("stops an explosive path where it leaves the numbers, within a second", () => {
    const began = performance.now();
    const { problems, run } = last({ x: "x[-1] * x[-1]" }, { initial: { x: 2 }, periods: 5000 });
    expect(performance.now() - began).toBeLessThan(1000);
    expect(problems.map((problem) => problem.values)).toEqual([{ period: 10, member: 0, variable: "x" }]);
    expect(Array.from(run.series.x.slice(0, 3))).toEqual([2, 4, 16]);
    expect(run.series.x[9]).toBe(2 ** 512);
    expect(run.series.x.slice(10).every(Number.isNaN)).toBe(true);
  });

  it("reads a lag as last period, never as last iteration", () => {
    const { run } = last({ x: "0.5 * y + x[-1]", y: "x - x[-1]" }, { initial: { x: 8 }, periods: 3 });
    expect([...run.series.x]).toEqual([8, 8, 8, 8]);
  });
});

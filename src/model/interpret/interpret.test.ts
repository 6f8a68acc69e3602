import { assert, array, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { createToy } from "../../../test/engine/toy-system.ts";
import { determinant, factor, solveFactored } from "../../core/dense.ts";
import { hashRun, simulate } from "../../simulate/index.ts";
import { eliminate } from "./eliminate.ts";

describe("eliminate", () => {
  it("solves as well as the dense factors do", () => {
    const systems = integer({ min: 1, max: 7 }).chain((size) =>
      array(integer({ min: -9, max: 9 }), {
        minLength: size * (size + 1),
        maxLength: size * (size + 1),
      }),
    );
    assert(
      property(systems, (entries) => {
        const size = Math.round((Math.sqrt(1 + 4 * entries.length) - 1) / 2);
        const rows = Array.from({ length: size }, (_, i) =>
          entries.slice(i * (size + 1), (i + 1) * (size + 1)),
        );
        const factors = factor(
          rows.flatMap((row) => row.slice(0, size)),
          size,
        );
        // The determinant of whole numbers is whole: less than a half is a singular matrix that rounding hid.
        if (factors === undefined || Math.abs(determinant(factors)) < 0.5) return;
        const right = rows.map((row) => row[size]);
        const matrix = Float64Array.from(entries);
        eliminate(matrix, size);
        const solution = rows.map((_, i) => matrix[i * (size + 1) + size]);
        const sizeOf = (values: readonly number[]): number => Math.max(...values.map(Math.abs));
        // Each is exact for a matrix near this one: what it leaves is small beside the whole system, not beside its row.
        for (const found of [solution, [...solveFactored(factors, right)]]) {
          const reach = 9 * size * sizeOf(found) + sizeOf(right);
          const left = rows.map((row, i) => found.reduce((sum, x, j) => sum + row[j] * x, -right[i]));
          expect(sizeOf(left)).toBeLessThanOrEqual(1e-12 * reach);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("rescue", () => {
  const solve = (equations: Record<string, string>, initial: Record<string, number> = {}) => {
    const wasm = simulate(createToy(equations, { initial }), { engine: "wasm" });
    const oracle = simulate(createToy(equations, { initial }), { engine: "interpreter" });
    expect(hashRun(wasm.value!)).toBe(hashRun(oracle.value!));
    expect(wasm.problems).toEqual(oracle.problems);
    return { ...wasm, last: (name: string) => wasm.value!.series[name][1] };
  };

  it("damps steps that overshoot", () => {
    // Newton on arctan-like curves runs away from a far start.
    const { problems, last } = solve({ x: "x - (x - 2) / sqrt(1 + (x - 2) ^ 2)" }, { x: 30 });
    expect(problems).toEqual([]);
    expect(last("x")).toBeCloseTo(2, 10);
  });

  it("damps several tears together", () => {
    const { problems, last } = solve(
      {
        x: "x - (x - y) / sqrt(1 + (x - y) ^ 2) - 0.1 * (x - 1) / sqrt(1 + (x - 1) ^ 2)",
        y: "y - (y - 1) / sqrt(1 + (y - 1) ^ 2) + 0.1 * (x - y)",
      },
      { x: 40, y: -30 },
    );
    expect(problems).toEqual([]);
    expect(last("x")).toBeCloseTo(1, 8);
    expect(last("y")).toBeCloseTo(1, 8);
  });

  it("brackets a solution behind a hill of the residual", () => {
    // x³ − 2x + 2 = 0: Newton swings between 0 and 1, smaller steps end at a hollow without a zero.
    const { problems, last } = solve({ x: "x * x * x - x + 2" }, { x: 1 });
    expect(problems).toEqual([]);
    expect(last("x")).toBeCloseTo(-1.7692923542386314, 12);
  });

  it("finds the solution at a kink between two branches", () => {
    const { problems, last } = solve({ x: "if x < 3 then 2 * x - 3 + 0.5 else 0.5 * x + 1.5" }, { x: -100 });
    expect(problems).toEqual([]);
    expect([2.5, 3]).toContainEqual(Math.round(last("x") * 1e9) / 1e9);
  });

  it("starts elsewhere when the last values are outside a function's domain", () => {
    const { problems, last } = solve({ x: "1 + 0.5 * log(x)" }, { x: -5 });
    expect(problems).toEqual([]);
    expect(last("x")).toBeCloseTo(1, 10);
  });

  it("reports a jump without a solution with the equations and the residual", () => {
    const { problems } = solve({ x: "if y > 1 then 0 else 2", y: "x" });
    expect(problems.map(({ code }) => code)).toEqual(["unsolved"]);
    expect(problems[0].values).toMatchObject({
      period: 1,
      member: 0,
      variables: expect.stringContaining("x"),
    });
    expect(problems[0].values.residual).toBeGreaterThan(0.1);
  });
});

import { assert, constantFrom, double, integer, letrec, oneof, property, record, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { createToy } from "../../../test/engine/toy-system.ts";
import { hashRun, simulate } from "../../simulate/index.ts";
import { compileProgram } from "../program/program.ts";
import type { BinaryOperator, Expression, FunctionName, System } from "../system.ts";
import { emitModule } from "./emit.ts";

const numbers = [0, -0, 1, -1, 0.5, 2, 3, 1e-310, -1e-310, 1e-3, 7.25, 745, -745, 1e10, 1e300, -1e300];
const binary: readonly BinaryOperator[] = [
  ..."+-*/^<>".split(""),
  "<=",
  ">=",
  "==",
  "!=",
  "and",
  "or",
] as BinaryOperator[];
const functions: readonly FunctionName[] = ["exp", "log", "sqrt", "abs", "floor", "normal_cdf"];

const number = (value: number): Expression => ({ kind: "number", value });
const { expression } = letrec<{ expression: Expression }>((tie) => ({
  expression: oneof(
    { maxDepth: 5, withCrossShrink: true },
    constantFrom(...numbers).map(number),
    double({ noNaN: true, min: -50, max: 50 }).map(number),
    tuple(constantFrom(0, 1, 2), constantFrom(1, 2)).map(([index, lag]): Expression => ({
      kind: "variable",
      index,
      lag,
    })),
    constantFrom(0, 1).map((index): Expression => ({ kind: "parameter", index, lag: 0 })),
    constantFrom<Expression>({ kind: "period" }, { kind: "noise", index: 0 }),
    record({ operator: constantFrom(...binary), left: tie("expression"), right: tie("expression") }).map(
      (parts): Expression => ({ kind: "binary", ...parts }),
    ),
    record({ operator: constantFrom("-" as const, "not" as const), of: tie("expression") }).map(
      (parts): Expression => ({ kind: "unary", ...parts }),
    ),
    tuple(constantFrom(...functions), tie("expression")).map(([name, of]): Expression => ({
      kind: "call",
      name,
      of: [of],
    })),
    tuple(constantFrom("min" as const, "max" as const), tie("expression"), tie("expression")).map(
      ([name, a, b]): Expression => ({ kind: "call", name, of: [a, b] }),
    ),
    // oxlint-disable-next-line unicorn/no-thenable -- the branch of an expression, never awaited
    record({ condition: tie("expression"), then: tie("expression"), else: tie("expression") }).map(
      (parts): Expression => ({ kind: "if", ...parts }),
    ),
    tie("expression").map((at): Expression => ({
      kind: "lookup",
      points: [
        [-2, 1],
        [0, 5],
        [3, -4],
        [10, 0],
      ],
      at,
    })),
  ),
}));

/** Expressions as the next values of three variables, through a bounding map so that paths go on. */
function createRandomSystem(parts: readonly Expression[], loop: number): System {
  const toy = createToy(
    { a: "0", b: "0", c: "0", x: "0" },
    { parameters: { p: 1.5, q: -0.25 }, initial: { a: 1, b: -2, c: 0.5, x: 1 }, periods: 6 },
  );
  const equations = [
    ...parts,
    // Takes part in a loop with itself, so that derivatives and Newton steps are tried too.
    {
      kind: "binary",
      operator: "+",
      left: {
        kind: "binary",
        operator: "*",
        left: number(loop),
        right: { kind: "variable", index: 3, lag: 0 },
      },
      right: { kind: "variable", index: 0, lag: 0 },
    } satisfies Expression,
  ];
  return {
    ...toy,
    noises: [{ name: "n", distribution: { kind: "normal", mean: 0, deviation: 3 } }],
    variables: toy.variables.map((variable, index) => ({ ...variable, equation: equations[index] })),
  };
}

describe("the WebAssembly code", () => {
  it("computes what the interpreter computes, bit for bit, for any expression", () => {
    assert(
      property(tuple(expression, expression, expression), constantFrom(0.5, -3, 0.99), (parts, loop) => {
        const system = createRandomSystem(parts, loop);
        const wasm = simulate(system, { engine: "wasm", members: 2 });
        const oracle = simulate(system, { engine: "interpreter", members: 2 });
        expect(hashRun(wasm.value!)).toBe(hashRun(oracle.value!));
        expect(wasm.problems).toEqual(oracle.problems);
      }),
      { numRuns: 600 },
    );
  });

  it("computes all kernels like exact mathematics over their whole ranges", () => {
    const system = createToy(
      {
        x: "x[-1] * f + g",
        e: "exp(x)",
        l: "log(abs(x))",
        p: "abs(x) ^ y",
        q: "x ^ 3",
        r: "sqrt(abs(x))",
      },
      { parameters: { f: -1.0173, g: 1e-7, y: 2.37 }, initial: { x: 1e-9 }, periods: 1800 },
    );
    const options = { set: { y: -0.731 } };
    for (const choice of [{}, options]) {
      const wasm = simulate(system, { ...choice, engine: "wasm" });
      const oracle = simulate(system, { ...choice, engine: "interpreter" });
      expect(hashRun(wasm.value!)).toBe(hashRun(oracle.value!));
      // exp leaves the numbers, at last.
      expect(wasm.value!.failed[0].period).toBeGreaterThan(1300);
    }
  });

  it("splits long code into functions and spills what crosses them, in blocks of many tears too", () => {
    const equations: Record<string, string> = {};
    const size = 90;
    for (let i = 0; i < size; i++) {
      const others = [1, 7, 31].map((step) => `0.2 * x${(i + step) % size}`).join(" + ");
      equations[`x${i}`] = `exp(0 - s) + ${others} + 0.1 * x${i} / (1 + exp(s) * x${i}[-1] * x${i}[-1])`;
    }
    equations.s = "0.01 * x0[-1] * 2";
    const initial = Object.fromEntries(Object.keys(equations).map((name) => [name, 1]));
    const system = createToy(equations, { initial, periods: 3 });
    const program = compileProgram(system);
    const block = program.steps.find((step) => step.kind === "block")!;
    expect(block.kind === "block" && block.tears.length).toBeGreaterThan(8);
    const wasm = simulate(system, { engine: "wasm" });
    expect(wasm.problems).toEqual([]);
    expect(hashRun(wasm.value!)).toBe(hashRun(simulate(system, { engine: "interpreter" }).value!));
  });

  it("leaves blocks of very many tears to the interpreter, which solves them to the last place", () => {
    const size = 120;
    const equations = Object.fromEntries(
      Array.from({ length: size }, (_, i) => {
        const others = [7 * i + 1, 11 * i + 5, 13 * i + 3].map((j) => `0.2 * x${j % size}`);
        return [`x${i}`, `${others.join(" + ")} + 1 / (1 + x${i}[-1] * x${(i + 1) % size}) + 0.1 * x${i}`];
      }),
    );
    const initial = Object.fromEntries(Object.keys(equations).map((name) => [name, 1]));
    const system = createToy(equations, { initial, periods: 3 });
    const block = compileProgram(system).steps.find((step) => step.kind === "block");
    expect(block?.kind === "block" && block.newton === undefined && block.tears.length > 40).toBe(true);
    const { value, problems } = simulate(system, { members: 2 });
    expect(problems).toEqual([]);
    expect(hashRun(value!)).toBe(hashRun(simulate(system, { engine: "interpreter", members: 2 }).value!));
    for (let i = 0; i < size; i++) {
      const at = (j: number, t = 3): number => value!.series[`x${j % size}`][t];
      const others = 0.2 * (at(7 * i + 1) + at(11 * i + 5) + at(13 * i + 3));
      const right = others + 1 / (1 + at(i, 2) * at(i + 1)) + 0.1 * at(i);
      expect(Math.abs(at(i) - right)).toBeLessThan(1e-13 * right);
    }
  });

  it("keeps lags of any depth", () => {
    const system = createToy(
      { x: "x[-1] + x[-20] * 0.01", t: "t[-1] + 1", old: "t[-30] + t[-7]" },
      { initial: { x: 1, t: 0 }, periods: 100 },
    );
    for (const engine of ["wasm", "interpreter"] as const) {
      const { value } = simulate(system, { engine });
      expect(value!.series.old[100]).toBe(70 + 93);
      expect(value!.series.old[10]).toBe(0 + 3);
      expect(value!.series.x[21]).toBeCloseTo(1 + 0.2 + 1.01 * 0.01, 12);
    }
  });

  it("stores requested outputs only", () => {
    const system = createToy({ x: "x[-1] + 1", y: "2 * x" }, { initial: { x: 0 }, periods: 3 });
    const { value } = simulate(system, { outputs: ["y"] });
    expect(Object.keys(value!.series)).toEqual(["y"]);
    expect(Array.from(value!.series.y.slice(1))).toEqual([2, 4, 6]);
  });

  it("is deterministic down to the module's bytes", () => {
    assert(
      property(integer({ min: 1, max: 3 }), (outputs) => {
        const program = compileProgram(createToy({ x: "0.5 * y", y: "exp(x)", z: "x + y" }, {}));
        const kept = [0, 1, 2].slice(0, outputs);
        expect(emitModule(program, kept).bytes).toEqual(emitModule(program, kept).bytes);
      }),
      { numRuns: 3 },
    );
  });
});

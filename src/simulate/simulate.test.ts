import { describe, expect, it } from "vitest";
import { createParameter, createToy } from "../../test/engine/toy-system.ts";
import { cutShards } from "../jobs/shard.ts";
import { compile } from "../model/index.ts";
import type { Change, Expression, System } from "../model/system.ts";
import { type Draws, drawParameters, planDraws } from "./draws.ts";
import { simulate } from "./index.ts";

const where = { file: "toy", line: 1, column: 1 };
const number = (value: number): Expression => ({ kind: "number", value });

/** Government spending of a multiplier model: Y = C + G. */
function createMultiplier(more: Partial<System> = {}): System {
  return {
    ...createToy(
      { Y: "C + G", C: "0.6 * Y + 0.1 * H[-1]", H: "H[-1] + Y - C - G", lagged: "G[-1]" },
      { parameters: { G: 20 }, initial: { H: 0, Y: 50, C: 30 }, periods: 6 },
    ),
    ...more,
  };
}

const change = (operator: Change["operator"], value: number, from: number, to = Infinity): Change => ({
  target: { kind: "parameter", index: 0 },
  operator,
  value: number(value),
  from,
  to,
  where,
});

it("what goes wrong in a run is told at the equation, not where its name is declared", () => {
  const text = "sector a, b\nflow F : a -> b\nparam p = 0\nF = 1 / p\nflow G : b -> a\n";
  const { problems } = simulate(compile(text).value!.system);
  expect(problems.map(({ code, where }) => [code, where.line, where.column])).toContainEqual([
    "not-finite",
    4,
    1,
  ]);
});

describe("scenarios", () => {
  it("change a parameter from a period on; lags read the value of their own period", () => {
    const scenarios = [{ name: "rise", label: "", changes: [change("=", 25, 3, 4)] }];
    const { value, problems } = simulate(createMultiplier({ scenarios }), { scenario: "rise" });
    expect(problems).toEqual([]);
    const g = Array.from(value!.series.Y, (income, t) => income - value!.series.C[t]);
    expect(g.slice(1).map((amount) => Math.round(amount * 1e9) / 1e9)).toEqual([20, 20, 25, 25, 20, 20]);
    expect(Array.from(value!.series.lagged.slice(1))).toEqual([20, 20, 20, 25, 25, 20]);
    expect(Object.keys(value!.series)).toEqual(["Y", "C", "H", "lagged"]);
  });

  it("replace what is set by hand, and say so", () => {
    const scenarios = [{ name: "rise", label: "", changes: [change("=", 25, 3), change("+=", 1, 5)] }];
    const { value, problems } = simulate(createMultiplier({ scenarios }), {
      scenario: "rise",
      set: { G: 10 },
    });
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "warning replaced-by-scenario",
    ]);
    expect(problems[0].values).toMatchObject({ name: "G", value: "10", scenario: "rise", period: 3 });
    expect(Array.from(value!.series.lagged.slice(2))).toEqual([10, 10, 25, 25, 26]);
  });

  it("warn of values outside a range and of changes after the end", () => {
    const scenarios = [{ name: "rise", label: "", changes: [change("=", 250, 3), change("+=", 1, 50)] }];
    const parameters = [createParameter("G", 20, { low: 0, high: 100 })];
    const { value, problems } = simulate(createMultiplier({ scenarios, parameters }), { scenario: "rise" });
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "warning parameter-outside-range",
      "warning change-after-end",
    ]);
    expect(value!.series.Y[3]).toBeGreaterThan(250);
  });

  it("can be combined, each acting on what the others made", () => {
    const scenarios = [
      { name: "more", label: "", changes: [change("+=", 5, 2)] },
      { name: "double", label: "", changes: [change("*=", 2, 3)] },
    ];
    const { value, problems } = simulate(createMultiplier({ scenarios }), { scenario: ["more", "double"] });
    expect(problems).toEqual([]);
    expect(Array.from(value!.series.lagged.slice(2))).toEqual([20, 25, 50, 50, 50]);
  });

  it("shock the equation of a variable", () => {
    const shock: Change = { ...change("+=", 10, 2, 2), target: { kind: "variable", index: 1 } };
    const scenarios = [{ name: "spree", label: "", changes: [shock] }];
    const { value } = simulate(createMultiplier({ scenarios }), { scenario: "spree" });
    expect(value!.series.C[2] - 0.6 * value!.series.Y[2] - 0.1 * value!.series.H[1]).toBeCloseTo(10, 12);
  });
});

describe("options", () => {
  const codes = (options: Parameters<typeof simulate>[1]): readonly string[] =>
    simulate(createMultiplier(), options).problems.map(({ code }) => code);

  it("with mistakes are problems, all at once, with the nearest name", () => {
    const { value, problems } = simulate(createMultiplier(), {
      scenario: "none",
      set: { g: 1, G: NaN },
      outputs: ["Z", "Y"],
      periods: 0,
      members: 1.5,
      seed: -1,
    });
    expect(value).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual([
      "unknown-scenario",
      "unknown-parameter",
      "parameter-not-finite",
      "unknown-output",
      "bad-periods",
      "bad-members",
      "bad-seed",
    ]);
    expect(problems[1].hint).toBe("G");
  });

  it("that ask for too much say how much that is", () => {
    expect(codes({ members: 1_000_000, periods: 1000 })).toEqual(["run-too-large"]);
    expect(codes({ periods: 1e9 })).toEqual(["bad-periods"]);
    const system = createMultiplier({ parameters: [createParameter("G", 20, { low: 0, high: 100 })] });
    const { problems } = simulate(system, { members: 1_000_000, periods: 1000, set: { G: 200 } });
    expect(problems.map(({ code }) => code)).toEqual(["parameter-outside-range", "run-too-large"]);
  });

  it("set parameters, with a warning outside their range", () => {
    const system = createMultiplier({ parameters: [createParameter("G", 20, { low: 0, high: 100 })] });
    const { value, problems } = simulate(system, { set: { G: 200 } });
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ["parameter-outside-range", "warning"],
    ]);
    expect(value!.series.Y[1]).toBeCloseTo(500, 9);
    expect(value!.set).toEqual({ G: 200 });
  });

  it("run long paths in windows that fit into little memory", () => {
    const system = createToy({ t: "t[-1] + 1" }, { initial: { t: 0 }, periods: 100_000 });
    const noisy: System = {
      ...system,
      noises: [{ name: "e", distribution: { kind: "uniform", low: 0, high: 1 } }],
    };
    for (const engine of ["wasm", "interpreter"] as const) {
      expect(simulate(noisy, { engine }).value!.series.t[100_000]).toBe(100_000);
      const wide = createToy(
        Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`x${i}`, `x${i}[-1] + ${i}`])),
        { initial: Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`x${i}`, 0])), periods: 200 },
      );
      expect(simulate(wide, { engine }).value!.series.x1999[200]).toBe(1999 * 200);
    }
  });
});

describe("members", () => {
  const parameters = [
    createParameter("a", 1, {
      distribution: { kind: "normal", mean: 1, deviation: 1 },
      low: 0.5,
      high: 1.25,
    }),
    createParameter("b", 2, { distribution: { kind: "uniform", low: 0, high: 4 } }),
    createParameter("c", 3),
  ];
  const system: System = { ...createToy({ x: "1" }), parameters };
  const planPlain = (of: System, seed: number, set: ReadonlyMap<number, number> = new Map()): Draws =>
    planDraws(of, { set, seed, design: { kind: "plain" } });

  it("have central parameters in member 0 and drawn ones, within their ranges, in all others", () => {
    const draws = planPlain(system, 1);
    expect(Array.from(drawParameters(draws, 0))).toEqual([1, 2, 3]);
    const all = Array.from({ length: 4000 }, (_, i) => drawParameters(draws, i + 1));
    expect(new Set(all.map(([a]) => a)).size).toBe(4000);
    expect(all.every(([a, b, c]) => a >= 0.5 && a <= 1.25 && b >= 0 && b <= 4 && c === 3)).toBe(true);
    // A quarter below the lower quartile of the distribution that is cut off.
    const mean = all.reduce((sum, [, b]) => sum + b, 0) / all.length;
    expect(Math.abs(mean - 2)).toBeLessThan(4 * (4 / Math.sqrt(12 * 4000)));
  });

  it("stay within ranges narrower than a distribution", () => {
    const narrow: System = {
      ...system,
      parameters: [
        createParameter("u", 2, { distribution: { kind: "uniform", low: 0, high: 4 }, low: 1, high: 3 }),
        createParameter("t", 2, {
          distribution: { kind: "triangular", low: 0, mode: 2, high: 4 },
          low: 1.5,
          high: 2.5,
        }),
        createParameter("l", 1, {
          distribution: { kind: "lognormal", mean: 0, deviation: 2 },
          low: 0.5,
          high: 2,
        }),
      ],
    };
    const all = Array.from({ length: 2000 }, (_, i) => drawParameters(planPlain(narrow, 4), i + 1));
    expect(all.every(([u, t, l]) => u >= 1 && u <= 3 && t >= 1.5 && t <= 2.5 && l >= 0.5 && l <= 2)).toBe(
      true,
    );
    expect(new Set(all.map(([u]) => u)).size).toBe(2000);
  });

  it("draw the same whatever else is drawn, and not what is set", () => {
    const [a] = drawParameters(planPlain(system, 9), 5);
    const turned = { ...system, parameters: [...parameters].reverse() };
    expect(drawParameters(planPlain(turned, 9), 5)[2]).toBe(a);
    expect(drawParameters(planPlain(system, 9, new Map([[0, 7]])), 5)[0]).toBe(7);
  });

  it("that fail leave the others untouched and are counted", () => {
    const toy = createToy({ x: "sqrt(p)", y: "x + 1" }, { parameters: { p: 1 }, periods: 3 });
    const drawn = createParameter("p", 1, { distribution: { kind: "uniform", low: -1, high: 1 } });
    const { value, problems } = simulate({ ...toy, parameters: [drawn] }, { members: 100, outputs: ["y"] });
    const failed = value!.failed.map(({ member }) => member);
    expect(failed.length).toBeGreaterThan(30);
    expect(problems.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 10 }, () => "not-finite"),
      "more-failures",
    ]);
    for (let member = 0; member < 100; member++) {
      expect(Number.isNaN(value!.series.y[member * 4 + 3])).toBe(failed.includes(member));
    }
  });

  it("are cut into shards of even size", () => {
    expect(cutShards(10, 7, 3)).toEqual([
      { first: 10, members: 4 },
      { first: 14, members: 3 },
    ]);
  });
});

describe("checks", () => {
  it("that fail name the first period and member", () => {
    const holds: Expression = {
      kind: "binary",
      operator: "<",
      left: { kind: "variable", index: 0, lag: 0 },
      right: number(3),
    };
    const system = createToy(
      { x: "x[-1] + 1" },
      { initial: { x: 0 }, periods: 5, checks: [{ label: "x below 3", holds, where }] },
    );
    for (const engine of ["wasm", "interpreter"] as const) {
      const { problems } = simulate(system, { engine, members: 2 });
      expect(problems.map(({ code, values }) => [code, values])).toEqual([
        ["check-broken", { label: "x below 3", period: 3, member: 0, count: 2, members: 2 }],
      ]);
    }
  });
});

describe("a steady start", () => {
  it("is the state that repeats itself", () => {
    for (const engine of ["wasm", "interpreter"] as const) {
      const { value, problems } = simulate(
        createToy(
          { Y: "C + G", T: "0.2 * Y", C: "0.6 * (Y - T) + 0.4 * H[-1]", H: "H[-1] + Y - T - C" },
          { parameters: { G: 20 }, initial: { H: 0 }, start: "steady", periods: 30 },
        ),
        { engine },
      );
      expect(problems).toEqual([]);
      // Book (Godley & Lavoie 2007, table 3.5): Y = 100, H = 80.
      expect(value!.series.Y[0]).toBeCloseTo(100, 9);
      expect(value!.series.H[0]).toBeCloseTo(80, 9);
      const drift = value!.series.Y.map((income) => Math.abs(income - value!.series.Y[0]));
      expect(Math.max(...drift)).toBeLessThan(1e-10);
    }
  });

  it("needs no initial values where the accounts or the model lead there from 0 or from 1", () => {
    for (const engine of ["wasm", "interpreter"] as const) {
      const money = createToy(
        { Y: "C + 20", T: "0.2 * Y", C: "0.6 * (Y - T) + 0.4 * H[-1]", H: "H[-1] + Y - T - C" },
        { start: "steady" },
      );
      expect(simulate(money, { engine, members: 3 }).value!.series.H[4]).toBeCloseTo(80, 9);
      const price = createToy({ p: "0.5 * p[-1] + 2 / p[-1]" }, { start: "steady" });
      const { value, problems } = simulate(price, { engine });
      expect(problems).toEqual([]);
      expect(Array.from(value!.series.p)).toEqual([2, 2]);
    }
  });

  it("is not found where the model grows", () => {
    const growing = createToy({ x: "1.02 * x[-1]" }, { initial: { x: 1 }, start: "steady" });
    const { value, problems } = simulate(growing);
    expect(problems.map(({ code }) => code)).toEqual(["no-steady-state"]);
    expect(value!.failed).toHaveLength(1);
    const creeping = simulate(createToy({ x: "x[-1] + 1" }, { initial: { x: 1 }, start: "steady" }));
    expect(creeping.problems.map(({ code }) => code)).toEqual(["no-steady-state"]);
  });
});

describe("the start", () => {
  it("follows from other initial values and parameters, in any order", () => {
    const toy = createToy({ a: "a[-1]", b: "b[-1]" }, { parameters: { p: 3 } });
    const twice = (of: Expression): Expression => ({
      kind: "binary",
      operator: "*",
      left: number(2),
      right: of,
    });
    const initial = [
      twice({ kind: "variable", index: 1, lag: 0 }),
      twice({ kind: "parameter", index: 0, lag: 0 }),
    ];
    const system = {
      ...toy,
      variables: toy.variables.map((variable, i) => ({ ...variable, initial: initial[i] })),
    };
    expect(Array.from(simulate(system).value!.series.a)).toEqual([12, 12]);
    expect(Array.from(simulate(system, { set: { p: 5 } }).value!.series.a)).toEqual([20, 20]);
  });

  it("in a circle is a problem", () => {
    const toy = createToy({ a: "a[-1]", b: "b[-1]" });
    const initial = [1, 0].map((index): Expression => ({ kind: "variable", index, lag: 0 }));
    const system = {
      ...toy,
      variables: toy.variables.map((variable, i) => ({ ...variable, initial: initial[i] })),
    };
    expect(simulate(system).problems.map(({ code }) => code)).toEqual(["circular-start"]);
  });
});

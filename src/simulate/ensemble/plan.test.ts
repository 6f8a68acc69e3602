import { describe, expect, it } from "vitest";
import { compileText, readDrawnModel } from "../../../test/fixture/drawn-model.ts";
import { planEnsemble, shardKey } from "./plan.ts";

const model = readDrawnModel();
const codes = (options: Parameters<typeof planEnsemble>[1]): readonly string[] =>
  planEnsemble(model, options).problems.map(({ code, severity, hint }) =>
    [severity, code, hint].filter(Boolean).join(" "),
  );

describe("a plan of an ensemble", () => {
  it("tells all that is wrong at once", () => {
    expect(codes({ runs: 0 })).toEqual(["error bad-runs"]);
    expect(codes({ runs: 1e9 })).toEqual(["error bad-runs"]);
    expect(codes({ runs: 2.5, scenarios: ["spendng"], outcomes: ["Yy"] })).toEqual([
      "error bad-runs",
      "error unknown-output Y",
      "error unknown-scenario spending",
    ]);
    expect(codes({ set: { thetta: 1 } })).toEqual(["error unknown-parameter theta"]);
    expect(codes({ scenarios: ["spending+cut"] })).toEqual(["error contradictory-scenarios"]);
    expect(codes({ outcomes: ["a = Y", "a = H"] })).toEqual(["error outcome-twice"]);
    expect(codes({ design: "sobol" as "plain" })).toEqual(["error unknown-design"]);
    expect(codes({ seed: -1, periods: 0 })).toEqual(["error bad-periods", "error bad-seed"]);
  });

  it("goes on with a warning where a value is outside its range, and marks it once", () => {
    const { value, problems } = planEnsemble(model, {
      set: { theta: 0.9 },
      scenarios: ["baseline", "cut"],
    });
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ["parameter-outside-range", "warning"],
    ]);
    expect(value!.drawn).toEqual(["alpha1", "alpha2", "swing"]);
  });

  it("takes scenarios that add to each other, and every labelled variable without outcomes", () => {
    const { value } = planEnsemble(model, { scenarios: ["cut+taxes"] });
    expect(value!.scenarios).toMatchObject([{ name: "cut+taxes", parts: ["cut", "taxes"] }]);
    const names = value!.outcomes.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["H", "C", "YD", "tight"]));
  });

  it("names shards by what decides their numbers alone", () => {
    const keyOf = (options: Parameters<typeof planEnsemble>[1], of = model): string => {
      const plan = planEnsemble(of, { outcomes: ["Y"], design: "plain", ...options }).value!;
      return shardKey(plan, plan.scenarios[0]);
    };
    const key = keyOf({});
    expect(keyOf({ runs: 77, scenarios: ["baseline", "cut"] })).toBe(key);
    expect(keyOf({ outcomes: ["Y"] })).toBe(key);
    const others = [
      { seed: 2 },
      { periods: 5 },
      { set: { theta: 0.2 } },
      { scenarios: ["cut"] },
      { outcomes: ["H"] },
      { design: "latin-hypercube" as const },
    ];
    expect(new Set([key, ...others.map((options) => keyOf(options))]).size).toBe(others.length + 1);
    expect(keyOf({ design: "latin-hypercube", runs: 10 })).not.toBe(
      keyOf({ design: "latin-hypercube", runs: 20 }),
    );
  });

  it("sees through comments, labels and sources, not through numbers", () => {
    const text = (label: string, number: string): string =>
      `sector a, b\n${label}\nparam k = ${number} ~ uniform(1, 2)\nflow G : a -> b = k\nflow C : b -> a`;
    const hash = (label: string, number: string): string =>
      planEnsemble(compileText(text(label, number)), { outcomes: ["G"] }).value!.modelHash;
    expect(hash('source "x"', "1")).toBe(hash("# nothing", "1"));
    expect(hash("# nothing", "1")).not.toBe(hash("# nothing", "1.5"));
  });

  it("keeps results valid when other scenarios are added or changed, not those of a changed one", () => {
    const text = (scenarios: string): string =>
      `period year for 9\nsector a, b\nparam k = 1\nflow G : a -> b = k\nflow C : b -> a\n${scenarios}`;
    const key = (scenarios: string, name: string): string => {
      const plan = planEnsemble(compileText(text(scenarios)), { outcomes: ["G"], scenarios: [name] }).value!;
      return shardKey(plan, plan.scenarios[0]);
    };
    const [up, down] = ['scenario up "up": k = 2 from 3', 'scenario down "down": k = 0.5 from 3'];
    expect(key(`${up}\n${down}`, "up")).toBe(key(up, "up"));
    expect(key(up.replace('"up"', '"more"'), "up")).toBe(key(up, "up"));
    expect(key(up.replace("2", "4"), "up")).not.toBe(key(up, "up"));
    expect(key(up, "baseline")).toBe(key("", "baseline"));
  });
});

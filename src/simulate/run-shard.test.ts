import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { compileText, readDrawnModel } from "../../test/fixture/drawn-model.ts";
import { type EnsembleOptions, type EnsemblePlan, planEnsemble } from "./ensemble/plan.ts";
import { readParameters, runShard } from "./run-shard.ts";
import { simulate } from "./simulate.ts";

const model = readDrawnModel();
const planOf = (options: EnsembleOptions): EnsemblePlan =>
  planEnsemble(model, { runs: 40, outcomes: ["Y", "fall = drawdown(Y)"], ...options }).value!;
const baseline = { parts: [] };

describe("a shard", () => {
  it("does not depend on where an ensemble is cut", () => {
    const plan = planOf({});
    const whole = runShard(model.system, plan, baseline, { first: 0, members: 41 });
    assert(
      property(integer({ min: 0, max: 40 }), integer({ min: 1, max: 41 }), (first, wanted) => {
        const members = Math.min(wanted, 41 - first);
        const part = runShard(model.system, plan, baseline, { first, members });
        const length = plan.periods + 1;
        expect(part.columns["Y"]).toEqual(
          whole.columns["Y"].subarray(first * length, (first + members) * length),
        );
        expect(part.columns["fall"]).toEqual(whole.columns["fall"].subarray(first, first + members));
      }),
      { numRuns: 30 },
    );
  });

  it("of a plain design is what simulate gives", () => {
    const plan = planOf({ design: "plain", seed: 5 });
    const shard = runShard(model.system, plan, baseline, { first: 0, members: 20 });
    const run = simulate(model.system, { members: 20, seed: 5, outputs: ["Y"] }).value!;
    expect(shard.columns["Y"]).toEqual(run.series["Y"]);
  });

  it("of a Latin hypercube fills every assumption evenly, the same in all scenarios", () => {
    const plan = planOf({ scenarios: ["baseline", "spending"] });
    const parametersOf = readParameters(model.system, plan);
    const draws = Array.from({ length: 40 }, (_, run) => parametersOf(run + 1)("alpha1"));
    const strips = draws.map((value) => Math.floor(((value - 0.4) / 0.4) * 40));
    expect(strips.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, strip) => strip));
    expect(parametersOf(0)("alpha1")).toBe(0.6);
    // Until the scenario begins both have the same numbers: same assumptions, same noise.
    const [here, there] = plan.scenarios.map(
      (scenario) => runShard(model.system, plan, scenario, { first: 0, members: 41 }).columns["Y"],
    );
    const length = plan.periods + 1;
    for (let member = 0; member < 41; member++) {
      const of = (column: Float64Array): readonly number[] => [
        ...column.subarray(member * length, member * length + 5),
      ];
      expect(of(there)).toEqual(of(here));
      expect(there[member * length + 10]).toBeGreaterThan(here[member * length + 10]);
    }
  });

  it("has no number of a member that failed, and says which", () => {
    const failing = compileText(
      "period year for 5\nsector a, b\nparam k = 1 ~ uniform(-1, 1)\nflow G : a -> b = sqrt(k)\nflow C : b -> a",
    );
    const plan = planEnsemble(failing, { runs: 50, outcomes: ["last(G)", "k2 = k"] }).value!;
    const { columns, notes } = runShard(failing.system, plan, baseline, { first: 0, members: 51 });
    expect(notes.failed.length).toBeGreaterThan(10);
    expect(notes.failed[0].variable).toBe("G");
    const failed = notes.failed.map(({ member }) => member);
    columns["last(G)"].forEach((value, member) => expect(Number.isNaN(value)).toBe(failed.includes(member)));
    columns["k2"].forEach((value, member) => expect(Number.isNaN(value)).toBe(failed.includes(member)));
  });
});

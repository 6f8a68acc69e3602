import { describe, expect, it } from "vitest";
import { compileText, readDrawnModel } from "../../../test/fixture/drawn-model.ts";
import type { Model } from "../../model/index.ts";
import { readParameters, runShard } from "../run-shard.ts";
import { discoverBox, planDiscovery } from "./discovery.ts";
import type { EnsemblePlan } from "./plan.ts";
import { analyseSensitivity, planSensitivity } from "./sensitivity.ts";

/** Three assumptions, one of them without effect, and noise that outweighs them all. */
const linear = compileText(`period year for 3
sector a, b
param x = 0.5 ~ uniform(0, 1)
param y = 0.5 ~ uniform(0, 1)
param idle = 0.5 ~ uniform(0, 1)
param spread = 10
noise eps ~ normal(0, 1)
flow G : a -> b = 10 + x + 2 * y + spread * eps
flow C : b -> a`);

function outputsOf(model: Model, plan: EnsemblePlan): Float64Array {
  const range = { first: 1, members: plan.runs };
  return runShard(model.system, plan, plan.scenarios[0], range).columns[plan.outcomes[0].name];
}

describe("sensitivity of a model", () => {
  it("by Morris is not blurred by noise, which is the same along a walk", () => {
    const plan = planSensitivity(linear, { output: "last(G)", method: "morris" }).value!;
    expect(plan.runs).toBe(20 * 4);
    const { effects, leftOut } = analyseSensitivity(plan, outputsOf(linear, plan));
    expect(effects.map(({ name }) => name)).toEqual(["y", "x", "idle"]);
    // The grid spans 99 % of each range.
    expect(effects[0].strength).toBeCloseTo(2 * 0.99, 9);
    expect(effects[1].strength).toBeCloseTo(0.99, 9);
    expect(effects[2].strength).toBeLessThan(1e-12);
    expect(leftOut).toBe(0);
  });

  it("by Sobol agrees with the shares of a linear model", () => {
    const still = { output: "last(G)", method: "sobol", runs: 5000, set: { spread: 0 } } as const;
    const plan = planSensitivity(linear, still).value!;
    const { indices } = analyseSensitivity(plan, outputsOf(linear, plan));
    // Var = 1/12 + 4/12: shares 0.8 and 0.2, tolerance about four standard errors at base 1000.
    expect(indices.map(({ name }) => name)).toEqual(["y", "x", "idle"]);
    expect(Math.abs(indices[0].first - 0.8)).toBeLessThan(0.12);
    expect(Math.abs(indices[0].total - 0.8)).toBeLessThan(0.12);
    expect(Math.abs(indices[1].total - 0.2)).toBeLessThan(0.05);
    expect(indices[2].total).toBe(0);
  });

  it("leaves out walks with a run that failed", () => {
    const failing = compileText(`period year for 2
sector a, b
param k = 1 ~ uniform(-0.2, 1)
param m = 1 ~ uniform(0, 1)
flow G : a -> b = sqrt(k) + m
flow C : b -> a`);
    const plan = planSensitivity(failing, { output: "last(G)", method: "morris", runs: 300 }).value!;
    const { effects, leftOut } = analyseSensitivity(plan, outputsOf(failing, plan));
    expect(leftOut).toBeGreaterThan(20);
    expect(leftOut).toBeLessThan(80);
    expect(effects.find(({ name }) => name === "m")!.strength).toBeCloseTo(0.99, 9);
  });

  it("tells what is wrong with the question", () => {
    const model = readDrawnModel();
    const codes = (options: Parameters<typeof planSensitivity>[1]): readonly string[] =>
      planSensitivity(model, options).problems.map(({ code }) => code);
    expect(codes({ output: "Y" })).toEqual(["outcome-shape"]);
    expect(codes({ output: "peak(Y)", runs: 5 })).toEqual(["bad-runs"]);
    expect(codes({ output: "peak(Y)", runs: 1e9 })).toEqual(["bad-runs"]);
    expect(codes({ output: "peak(Z)", scenario: "cuts" })).toEqual(["unknown-output", "unknown-scenario"]);
    const set = { theta: 0.2, alpha1: 0.6, alpha2: 0.4, swing: 0.05 };
    expect(codes({ output: "peak(Y)", set })).toEqual(["nothing-drawn"]);
  });
});

describe("scenario discovery", () => {
  it("finds the corner in which a condition holds, and nothing else", () => {
    const condition = "x > 0.7 and y > 0.4";
    const plan = planDiscovery(linear, { condition, runs: 1000 }).value!;
    const found = discoverBox(plan, outputsOf(linear, plan), readParameters(linear.system, plan));
    expect(found.share).toBeCloseTo(0.18, 1);
    const limits = new Map(found.box.limits.map((limit) => [limit.parameter, limit]));
    expect(limits.get("x")!.low).toBeCloseTo(0.7, 1);
    expect(limits.get("y")!.low).toBeCloseTo(0.4, 1);
    expect(limits.get("x")!.chance).toBeLessThan(1e-6);
    expect(limits.get("idle")?.chance ?? 1).toBeGreaterThan(0.05);
    const chances = found.box.limits.map(({ chance }) => chance);
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    expect(found.box.density).toBeGreaterThan(0.9);
    expect(found.box.coverage).toBeGreaterThan(0.8);
    expect(found.boxes.length).toBeGreaterThan(10);
  });

  it("wants a condition, enough runs and something drawn", () => {
    const codes = (options: Parameters<typeof planDiscovery>[1]): readonly string[] =>
      planDiscovery(linear, options).problems.map(({ code }) => code);
    expect(codes({ condition: "last(G)" })).toEqual(["outcome-condition"]);
    expect(codes({ condition: "G > 3" })).toEqual(["outcome-shape"]);
    expect(codes({ condition: "last(G) > 3", runs: 10 })).toEqual(["bad-runs"]);
  });
});

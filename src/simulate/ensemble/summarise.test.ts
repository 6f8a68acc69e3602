import { array, assert, double, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { readDrawnModel } from "../../../test/fixture/drawn-model.ts";
import { quantile } from "../../core/quantile.ts";
import { readParameters, runShard } from "../run-shard.ts";
import { NumberCollector, sketchAccuracy, spreadShares } from "./number-collector.ts";
import { planEnsemble } from "./plan.ts";
import { EnsembleSummariser } from "./summarise.ts";
import type { EnsembleSummary } from "./summary.ts";

const model = readDrawnModel();
const runs = 400;
const plan = planEnsemble(model, {
  runs,
  scenarios: ["baseline", "spending"],
  outcomes: ["Y", "fall = drawdown(Y)", "crash = drawdown(Y) > 0.2", "rise = first(Y > 130)"],
}).value!;
const range = { first: 0, members: runs + 1 };
const results = plan.scenarios.map((scenario) => runShard(model.system, plan, scenario, range));
const parametersOf = readParameters(model.system, plan);

function summarise(cuts: readonly number[]): EnsembleSummary {
  const summariser = new EnsembleSummariser(plan, {
    calendar: model.calendar,
    parametersOf,
    by: ["alpha1"],
  });
  const ends = [0, ...cuts, runs + 1];
  ends.slice(1).forEach((end, place) => {
    const part = { first: ends[place], members: end - ends[place] };
    summariser.add(
      part,
      plan.scenarios.map((scenario) => runShard(model.system, plan, scenario, part)),
    );
  });
  return summariser.finish();
}

const summary = summarise([]);
const [baseline, spending] = summary.scenarios;
/** The drawn runs of an outcome that is one number. */
const numbers = (scenario: number, name: string): readonly number[] => [
  ...results[scenario].columns[name].subarray(1),
];

describe("a summary of an ensemble", () => {
  it("has the exact quantiles of the drawn runs, and the central run apart", () => {
    const fall = baseline.amounts.find(({ name }) => name === "fall")!;
    const sorted = [...numbers(0, "fall")].sort((a, b) => a - b);
    expect(fall.quantiles).toEqual(spreadShares.map((share) => quantile(sorted, share)));
    expect(fall.count).toBe(runs);
    expect(fall.central).toBe(results[0].columns["fall"][0]);
    const fan = baseline.paths[0];
    const length = plan.periods + 1;
    const last = numbers(0, "Y")
      .slice(length - 1)
      .filter((_, place) => place % length === length - 1)
      .sort((a, b) => a - b);
    expect(last.length).toBe(runs);
    expect(fan.periods[plan.periods].quantiles[3]).toBe(quantile(last, 0.5));
    expect(fan.samples.length).toBe(20);
    expect(summary.accuracy).toBe(0);
    expect(summary.dates.at(-1)).toBe("2035Q4");
  });

  it("counts how often and when", () => {
    const hits = numbers(0, "crash").filter((value) => value === 1).length;
    expect(baseline.conditions[0].frequency).toMatchObject({ hits, runs });
    const dates = numbers(0, "rise").filter((value) => !Number.isNaN(value));
    const [rise] = baseline.firstPassages;
    expect(rise.frequency).toMatchObject({ hits: dates.length, runs });
    expect(rise.dates[0]).toBe(summary.dates[Math.min(...dates)]);
  });

  it("splits a condition into bands of the strongest assumption and of those asked for", () => {
    const [{ bands, correlations, frequency }] = baseline.conditions;
    expect(correlations[0].parameter).toBe("theta");
    expect(bands.map(({ parameter }) => parameter)).toEqual(["theta", "alpha1"]);
    for (const { bands: list } of bands) {
      expect(list.reduce((sum, band) => sum + band.frequency.runs, 0)).toBe(runs);
      expect(list.reduce((sum, band) => sum + band.frequency.hits, 0)).toBe(frequency.hits);
      list.slice(1).forEach(({ low }, place) => expect(low).toBeGreaterThanOrEqual(list[place].high));
    }
  });

  it("compares scenarios run by run", () => {
    const [difference] = summary.differences;
    const [here, there] = [1, 0].map((scenario) => numbers(scenario, "fall"));
    const pairs = here.map((value, run) => value - there[run]).sort((a, b) => a - b);
    const fall = difference.amounts.find(({ name }) => name === "fall")!;
    expect(fall.quantiles).toEqual(spreadShares.map((share) => quantile(pairs, share)));
    expect(fall.less.hits).toBe(pairs.filter((value) => value < 0).length);
    const [{ here: only, there: other }] = difference.conditions;
    expect(only.hits - other.hits).toBe(
      spending.conditions[0].frequency.hits - baseline.conditions[0].frequency.hits,
    );
    expect(difference.paths[0].periods[0].quantiles).toEqual(spreadShares.map(() => 0));
  });

  it("is the same wherever the ensemble is cut", () => {
    assert(
      property(array(integer({ min: 1, max: runs }), { maxLength: 4 }), (cuts) => {
        const ordered = [...new Set(cuts)].sort((a, b) => a - b);
        expect(summarise(ordered)).toEqual(summary);
      }),
      { numRuns: 6 },
    );
  });
});

describe("a collector of numbers", () => {
  it("beyond its exact size is within the accuracy it states", () => {
    const lists = array(double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 });
    assert(
      property(lists, (list) => {
        const many = Array.from({ length: 50 }, () => list).flat();
        const rough = new NumberCollector(0);
        const exact = new NumberCollector(many.length);
        for (const value of many) {
          rough.add(value);
          exact.add(value);
        }
        const sorted = [...many].sort((a, b) => a - b);
        expect(exact.spread().quantiles).toEqual(spreadShares.map((share) => quantile(sorted, share)));
        const { quantiles, mean, count } = rough.spread();
        expect([mean, count]).toEqual([exact.spread().mean, many.length]);
        quantiles.forEach((value, place) => {
          const rank = spreadShares[place] * (many.length - 1);
          const slack = 1.001 * sketchAccuracy;
          const [low, high] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
          expect(value).toBeGreaterThanOrEqual(low - slack * Math.abs(low) - 1e-9);
          expect(value).toBeLessThanOrEqual(high + slack * Math.abs(high) + 1e-9);
        });
      }),
      { numRuns: 40 },
    );
  });

  it("passes over what is no number", () => {
    const collector = new NumberCollector(10);
    expect(collector.spread().quantiles[0]).toBeNaN();
    for (const value of [NaN, 2, NaN]) collector.add(value);
    expect(collector.spread()).toEqual({ count: 1, mean: 2, quantiles: spreadShares.map(() => 2) });
  });
});

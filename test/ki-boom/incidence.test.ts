import { describe, expect, it } from "vitest";
import { incidence, type Run, simulate } from "../../src/simulate/index.ts";
import { compileBoom, scenarioNames } from "./boom.ts";
import { quarterOf } from "./readings.ts";

const model = compileBoom();

function run(scenario: string): Run {
  const { value } = simulate(model.system, { scenario, set: { sw: 0 } });
  if (!value) throw new Error("the run failed");
  return value;
}

describe("who pays in the boom", () => {
  const against = run("muddle");
  const window = { from: quarterOf("2027Q1"), to: quarterOf("2030Q4") };

  it.each(scenarioNames)("adds rows to zero and columns to net worth under %s", (scenario) => {
    const { value } = incidence(model, { scenario: run(scenario), against }, window);
    for (const { kind, label, total, values } of value?.rows ?? []) {
      if (kind === "real" || kind === "worth" || kind === "variable") continue;
      const size = Math.max(1, ...values.map(Math.abs));
      expect(Math.abs(total) / size, label.en).toBeLessThan(1e-9);
    }
    expect(value?.gap).toBeLessThan(1e-9);
  });

  it("tells jobs, wages, transfers and bail-out as the series do", () => {
    const scenario = run("bailaus");
    const { value } = incidence(model, { scenario, against }, { ...window, variables: ["work"] });
    const sum = (name: string): number => {
      let gap = 0;
      for (let at = window.from; at <= window.to; at++)
        gap += scenario.series[name][at] - against.series[name][at];
      return gap;
    };
    const cell = (label: string, column: string): number => {
      const place = value?.columns.findIndex(({ id }) => id === column) ?? -1;
      return value?.rows.find((row) => row.label.en === label)?.values[place] ?? NaN;
    };
    expect(cell("bail-out", "state")).toBeCloseTo(-sum("bo"), 6);
    expect(cell("bail-out", "banks")).toBeCloseTo(sum("bo"), 6);
    expect(cell("transfers", "households[workers]")).toBeCloseTo(sum("transfersW"), 6);
    expect(cell("wages", "households[workers]")).toBeCloseTo(0.88 * sum("WB"), 6);
    expect(value?.rows.at(-1)?.total).toBeCloseTo(sum("work"), 9);
    expect(sum("work")).toBeLessThan(-20);
  });
});

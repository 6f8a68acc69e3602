import { describe, expect, it } from "vitest";
import { simulate } from "../../../src/simulate/index.ts";
import { createSystem, readRuns, toleranceOf } from "./runs.ts";

describe.each(["interpreter", "wasm"] as const)("the reference runs of other programs, %s", (engine) => {
  it.each(readRuns().map((run) => [run.name, run] as const))("%s", (_, run) => {
    const system = createSystem(run);
    const outcome = simulate(system, { scenario: "reference", engine });
    expect(outcome.problems).toEqual([]);
    const tolerance = toleranceOf(run);
    for (const [name, expected] of Object.entries(run.series)) {
      const series = outcome.value!.series[name];
      run.keep.forEach((row, i) => {
        const deviation = Math.abs(series[row] - expected[i]);
        expect(deviation, `${name} in row ${row}`).toBeLessThanOrEqual(tolerance * run.scale[name]);
      });
    }
  });
});

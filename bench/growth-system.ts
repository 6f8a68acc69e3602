import type { System } from "../src/model/system.ts";
import { createSystem, readRuns } from "../test/reference/sfc/runs.ts";

/** GROWTH of Godley & Lavoie (2007), ch. 11, as in sfcr: 116 equations, parameters at their baseline values. */
export function createGrowth(): System {
  const run = readRuns().find(({ name }) => name === "GROWTH-sfcr-growth");
  if (run === undefined) throw new Error("the reference runs hold no GROWTH");
  const system = createSystem(run);
  const parameters = system.parameters.map((parameter) => {
    const last = run.exogenous[parameter.name].at(-1);
    return { ...parameter, value: last === undefined ? parameter.value : last[1] };
  });
  return { ...system, parameters, scenarios: [], periods: 100 };
}

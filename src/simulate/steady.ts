import { quantileOf } from "../core/random.ts";
import type { Failure } from "../model/interpret/failure.ts";
import type { System } from "../model/system.ts";
import type { Machine } from "./machine.ts";
import { settlingWindow } from "./prepared.ts";
import type { StartValues } from "./start-values.ts";

/** Largest change a period, as a share of the largest value so far, at which a state repeats itself. */
const still = 2 ** -44;
const longest = 20_000;

/** A state that repeats itself, or why none was found. */
export type Settled = { readonly rows: StartValues } | { readonly failure: Failure };

/**
 * The steady state a model runs into from its initial values, with the period standing still and noises at their medians,
 * for the members loaded into the machine's lanes. A state counts as steady when no variable moves by more than 6e-14 of
 * its largest value so far; a model that grows, swings or creeps has none.
 */
export function settle(machine: Machine, system: System, loaded: number): readonly Settled[] {
  const { layout, memory, lanes } = machine;
  const settled: (Settled | undefined)[] = Array.from({ length: loaded }, () => undefined);
  const scale = settled.map(() => new Float64Array(layout.variables));
  system.noises.forEach((noise, index) => {
    const median = quantileOf(noise.distribution, 0.5);
    for (let t = 0; t < settlingWindow; t++) {
      for (let lane = 0; lane < lanes; lane++) {
        memory[machine.noiseAt(lane) + (t * system.noises.length + index) * lanes] = median;
      }
    }
  });
  let moving = settled.map(() => ({ variable: 0, change: Infinity }));
  for (let from = 1; from < longest && settled.includes(undefined); from += settlingWindow) {
    const to = from + settlingWindow - 1;
    for (const { lane, failure } of machine.run(from, to)) settled[lane] = { failure };
    moving = settled.map((done, lane) => {
      if (done !== undefined) return moving[lane];
      const rows = machine.read(lane, to);
      const worst = largestChange(rows, scale[lane]);
      if (worst.change <= still) {
        settled[lane] = { rows: rows.map(() => rows[0]) };
        machine.unload(lane);
      }
      return worst;
    });
  }
  return settled.map(
    (done, lane) => done ?? { failure: { kind: "unsettled", periods: longest, ...moving[lane] } },
  );
}

function largestChange(
  rows: StartValues,
  scale: Float64Array,
): { readonly variable: number; readonly change: number } {
  let variable = 0;
  let change = 0;
  rows[0].forEach((value, index) => {
    scale[index] = Math.max(scale[index], Math.abs(value));
    const moved = value === rows[1][index] ? 0 : Math.abs(value - rows[1][index]) / scale[index];
    if (moved <= change) return;
    change = moved;
    variable = index;
  });
  return { variable, change };
}

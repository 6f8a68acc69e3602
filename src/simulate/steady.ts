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

/** What a member starts from. */
export interface MemberStart {
  readonly parameters: Float64Array;
  readonly rows: StartValues;
}

/**
 * The steady state a model runs into from its initial values, with the period standing still and noises at their medians,
 * for members side by side. Variables without an initial value start from 0, or, where that leads nowhere (a price is
 * divided by), from 1. A state counts as steady when no variable moves by more than 6e-14 of its largest value so far; a
 * model that grows, swings or creeps has none.
 */
export function settle(
  machine: Machine,
  system: System,
  members: readonly MemberStart[],
): readonly Settled[] {
  fillNoise(machine, system);
  const settled: (Settled | undefined)[] = members.map(() => undefined);
  for (const missing of [0, 1]) {
    const open = members.map((_, lane) => {
      const known = settled[lane];
      return known === undefined || ("failure" in known && known.failure.kind !== "unsettled");
    });
    for (let lane = 0; lane < machine.lanes; lane++) {
      if (!open[lane]) {
        machine.unload(lane);
        continue;
      }
      const { parameters, rows } = members[lane];
      const filled = rows.map((row) => row.map((value) => (Number.isNaN(value) ? missing : value)));
      machine.load(lane, parameters, filled);
    }
    if (open.includes(true)) {
      runUntilStill(machine, open).forEach((found, lane) => {
        if (found !== undefined) settled[lane] = found;
      });
    }
  }
  return settled as readonly Settled[];
}

/** Runs the open lanes until their states repeat themselves. */
function runUntilStill(machine: Machine, open: readonly boolean[]): readonly (Settled | undefined)[] {
  const settled: (Settled | undefined)[] = open.map(() => undefined);
  const isDone = (lane: number): boolean => !open[lane] || settled[lane] !== undefined;
  const scale = open.map(() => new Float64Array(machine.layout.variables));
  const moving = open.map(() => ({ variable: 0, change: Infinity }));
  for (let from = 1; from < longest && !open.every((_, lane) => isDone(lane)); from += settlingWindow) {
    const to = from + settlingWindow - 1;
    for (const { lane, failure } of machine.run(from, to)) settled[lane] = { failure };
    for (let lane = 0; lane < open.length; lane++) {
      if (isDone(lane)) continue;
      const rows = machine.read(lane, to);
      moving[lane] = largestChange(rows, scale[lane]);
      if (moving[lane].change > still) continue;
      settled[lane] = { rows: rows.map(() => rows[0]) };
      machine.unload(lane);
    }
  }
  return open.map((isOpen, lane) => {
    if (!isOpen) return undefined;
    return settled[lane] ?? { failure: { kind: "unsettled", periods: longest, ...moving[lane] } };
  });
}

function fillNoise(machine: Machine, { noises }: System): void {
  const { memory, lanes } = machine;
  noises.forEach((noise, index) => {
    const median = quantileOf(noise.distribution, 0.5);
    for (let t = 0; t < settlingWindow; t++) {
      for (let lane = 0; lane < lanes; lane++)
        memory[machine.noiseAt(lane) + (t * noises.length + index) * lanes] = median;
    }
  });
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

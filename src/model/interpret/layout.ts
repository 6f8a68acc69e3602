import type { Program } from "../program/program.ts";

/**
 * Where everything lies in the memory of a machine, in rows of one number a lane: frames of variables (a ring: this
 * period, the last one, …), parameters, monitors, a mask of lanes still counted, the matrix of a block, spilled
 * intermediate values; then, from `rows` on, noise and stored outputs, period by period.
 */
export interface Layout {
  readonly lanes: 1 | 2;
  readonly variables: number;
  readonly frames: number;
  readonly parameterRow: number;
  readonly monitorRow: number;
  readonly liveRow: number;
  readonly matrixRow: number;
  readonly spillRow: number;
  readonly rows: number;
}

/** Lays out the memory of a program for one or two members side by side. */
export function createLayout(program: Program, lanes: 1 | 2, spills = 0): Layout {
  const variables = program.system.variables.length;
  const { system, frames, steps } = program;
  let tears = 0;
  for (const step of steps) {
    if (step.kind === "block" && step.newton !== undefined) tears = Math.max(tears, step.tears.length);
  }
  const parameterRow = variables * frames;
  const monitorRow = parameterRow + system.parameters.length;
  const liveRow = monitorRow + system.balances.length + system.checks.length;
  const matrixRow = liveRow + 1;
  const spillRow = matrixRow + tears * (tears + 1);
  const rows = spillRow + spills;
  return { lanes, variables, frames, parameterRow, monitorRow, liveRow, matrixRow, spillRow, rows };
}

/** First row of the variables as they were `lag` periods before `period`. */
export function frameRow(layout: Layout, period: number, lag: number): number {
  const { frames, variables } = layout;
  return ((((period - lag) % frames) + frames) % frames) * variables;
}

import { CompiledProgram } from "../model/emit-wasm/instance.ts";
import { compileProgram, type Program } from "../model/program/program.ts";
import { applyScenario } from "../model/scenario.ts";
import type { System } from "../model/system.ts";
import type { Choices } from "./choices.ts";
import { Machine } from "./machine.ts";
import { orderStart } from "./start-values.ts";

/** A system made ready to run: compiled once, run for many parameters and seeds. */
export interface Prepared {
  readonly program: Program;
  /** Order in which initial values follow from each other. */
  readonly startOrder: readonly number[];
  readonly machine: Machine;
  /** Runs the model with the period standing still; only where the start is a steady state. */
  readonly settling: Machine | undefined;
}

/** Kept for each system, so that the next position of a slider runs at once. */
const known = new WeakMap<System, Map<string, Prepared>>();
const keptPerSystem = 8;
/** Periods of a steady-state search between two looks. */
export const settlingWindow = 50;

/** Compiles a system under the chosen scenarios, or finds it compiled. Throws `CircularStart`. */
export function prepare(system: System, choices: Choices): Prepared {
  const { scenarios, outputs, periods, engine } = choices;
  const key = JSON.stringify([scenarios.map((scenario) => scenario.name), outputs, periods, engine]);
  const all = known.get(system) ?? new Map<string, Prepared>();
  known.set(system, all);
  const found = all.get(key);
  if (found !== undefined) return found;

  let changed = system;
  for (const scenario of scenarios) changed = applyScenario(changed, scenario);
  const startOrder = orderStart(changed);
  const program = compileProgram(changed);
  const compiled = engine === "wasm" ? new CompiledProgram(program, outputs) : undefined;
  const machine = new Machine(program, periods, outputs, compiled);
  const prepared = { program, startOrder, machine, settling: settlingMachine(changed, engine) };
  const oldest = all.size >= keptPerSystem ? all.keys().next().value : undefined;
  if (oldest !== undefined) all.delete(oldest);
  all.set(key, prepared);
  return prepared;
}

function settlingMachine(system: System, engine: Choices["engine"]): Machine | undefined {
  if (system.start !== "steady") return undefined;
  const program = compileProgram(system, 0);
  const compiled = engine === "wasm" ? new CompiledProgram(program, []) : undefined;
  return new Machine(program, settlingWindow, [], compiled);
}

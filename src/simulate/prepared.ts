import { CompiledProgram } from "../model/emit-wasm/instance.ts";
import { compileProgram, type Program } from "../model/program/program.ts";
import { applyChanges } from "../model/scenario.ts";
import type { Scenario, System } from "../model/system.ts";
import type { Choices } from "./choices.ts";
import { Machine } from "./machine.ts";
import { planStart, type StartPlan } from "./start-values.ts";

/** A system made ready to run: compiled once, run for many parameters and seeds. */
export interface Prepared {
  readonly program: Program;
  readonly startPlan: StartPlan;
  readonly machine: Machine;
  /** Runs the model with the period standing still; only where the start is a steady state. */
  readonly settling: Machine | undefined;
}

/** Kept for each system, so that the next position of a slider runs at once. */
const known = new WeakMap<System, Map<string, Prepared>>();
const keptPerSystem = 8;
/** Periods of a steady-state search between two looks. */
export const settlingWindow = 50;

const programs = new WeakMap<System, Map<string, Program>>();

/** The program of a system under scenarios, or the one known already. */
export function compileScenarios(system: System, scenarios: readonly Scenario[]): Program {
  const key = JSON.stringify(scenarios.map((scenario) => scenario.name));
  const all = programs.get(system) ?? new Map<string, Program>();
  programs.set(system, all);
  let program = all.get(key);
  if (program === undefined) {
    program = compileProgram(
      applyChanges(
        system,
        scenarios.flatMap((scenario) => scenario.changes),
      ),
    );
    all.set(key, program);
  }
  return program;
}

/** Compiles a system under the chosen scenarios, or finds it compiled. Throws `CircularStart`. */
export function prepare(system: System, choices: Choices): Prepared {
  const { scenarios, outputs, periods, engine } = choices;
  const key = JSON.stringify([scenarios.map((scenario) => scenario.name), outputs, periods, engine]);
  const all = known.get(system) ?? new Map<string, Prepared>();
  known.set(system, all);
  const found = all.get(key);
  if (found !== undefined) return found;

  const program = compileScenarios(system, scenarios);
  const changed = program.system;
  const startPlan = planStart(changed);
  const compiled = engine === "wasm" ? new CompiledProgram(program, outputs) : undefined;
  const machine = new Machine(program, periods, outputs, compiled);
  const prepared = { program, startPlan, machine, settling: settlingMachine(changed, engine) };
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

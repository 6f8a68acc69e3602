import { hasErrors, type Outcome, type Problem } from "../core/problem.ts";
import { engineVersion } from "../core/version.ts";
import { CompiledProgram } from "../model/emit-wasm/instance.ts";
import { applyScenario } from "../model/scenario.ts";
import { compileProgram, type Program } from "../model/program/program.ts";
import type { System } from "../model/system.ts";
import { createProblem } from "../text/problem.ts";
import { type Choices, resolveChoices } from "./choices.ts";
import { drawNoise, drawParameters } from "./draws.ts";
import { Machine } from "./machine.ts";
import { type Monitors, describeRun } from "./findings.ts";
import type { MemberFailure, Run, SimulateOptions } from "./run.ts";
import { CircularStart, computeStart, orderStart, type StartValues } from "./start-values.ts";

/**
 * Runs a model: the same input and seed give the same bits on every engine. What goes wrong in a period of a member is a
 * problem that names it; the series are NaN from there on.
 */
export function simulate(system: System, options: SimulateOptions = {}): Outcome<Run> {
  const { choices, problems } = resolveChoices(system, options);
  if (hasErrors(problems)) return { value: undefined, problems };
  let changed = system;
  for (const scenario of choices.scenarios) changed = applyScenario(changed, scenario);
  const program = compileProgram(changed);
  let order: readonly number[];
  try {
    order = orderStart(changed);
  } catch (error) {
    if (!(error instanceof CircularStart)) throw error;
    const { name, where } = changed.variables[error.variable];
    return {
      value: undefined,
      problems: [...problems, createProblem("circular-start", where, { variable: name })],
    };
  }
  const ensemble = runMembers(program, order, choices);
  const described = describeRun(program, choices, ensemble);
  const run: Run = {
    model: system.name,
    scenarios: choices.scenarios.map((scenario) => scenario.name),
    set: options.set ?? {},
    seed: choices.seed,
    engineVersion,
    periods: choices.periods,
    members: choices.members,
    first: choices.first,
    series: ensemble.series,
    failed: ensemble.failed,
    ...described.parts,
  };
  return { value: run, problems: [...problems, ...ensemble.problems, ...described.problems] };
}

/** What running all members yields. */
export interface Ensemble {
  readonly series: Readonly<Record<string, Float64Array>>;
  readonly failed: readonly MemberFailure[];
  readonly monitors: Monitors;
  readonly problems: readonly Problem[];
  readonly counts: { readonly evaluations: number; readonly rescued: number };
}

function runMembers(program: Program, order: readonly number[], choices: Choices): Ensemble {
  const { system } = program;
  const { outputs, periods, members, first, seed, set } = choices;
  const compiled = choices.engine === "wasm" ? new CompiledProgram(program, outputs) : undefined;
  const machine = new Machine(program, periods, outputs, compiled);
  const { lanes, memory, window } = machine;
  const length = periods + 1;
  const series = outputs.map(() => new Float64Array(members * length));
  const monitors = newMonitors(system, members);
  const failed: MemberFailure[] = [];
  const problems: Problem[] = [];
  for (let member = 0; member < members; member += lanes) {
    const loaded = Math.min(lanes, members - member);
    for (let lane = 0; lane < lanes; lane++) {
      if (lane >= loaded) {
        machine.unload(lane);
        continue;
      }
      const parameters = drawParameters(system, set, seed, first + member + lane);
      const start = computeStart(system, order, parameters, program.frames);
      if (member + lane === 0) problems.push(...checkStart(system, start));
      machine.load(lane, parameters, start);
      series.forEach((values, output) => (values[(member + lane) * length] = start[0][outputs[output]]));
    }
    for (let from = 1; from <= periods; from += window) {
      const to = Math.min(periods, from + window - 1);
      for (let lane = 0; lane < loaded && system.noises.length > 0; lane++) {
        const place = { seed, member: first + member + lane, from, to };
        drawNoise(system, place, memory, machine.noiseAt(lane), lanes);
      }
      for (const { lane, period, failure } of machine.run(from, to)) {
        failed.push({ member: first + member + lane, period, failure });
      }
      for (let lane = 0; lane < loaded; lane++) {
        const offset = (member + lane) * length + from;
        series.forEach((values, output) => {
          for (let t = 0; t <= to - from; t++) {
            const value = memory[machine.outputAt(t, output, lane)];
            // One NaN, whatever bits an engine gave it.
            values[offset + t] = Number.isNaN(value) ? NaN : value;
          }
        });
      }
    }
    for (let lane = 0; lane < loaded; lane++) {
      monitors.forEach(
        (values, monitor) => (values[member + lane] = memory[machine.monitorAt(monitor, lane)]),
      );
    }
  }
  failed.sort((a, b) => a.member - b.member);
  const named = Object.fromEntries(
    outputs.map((variable, i) => [system.variables[variable].name, series[i]]),
  );
  return { series: named, failed, monitors, problems, counts: machine.counts };
}

function newMonitors(system: System, members: number): Monitors {
  return Array.from(
    { length: system.balances.length + system.checks.length },
    () => new Float64Array(members),
  );
}

/** Initial values that were written but are no finite numbers. */
function checkStart(system: System, start: StartValues): readonly Problem[] {
  return system.variables.flatMap(({ name, where, initial }, index) => {
    const value = start[0][index];
    if (initial === undefined || Number.isFinite(value)) return [];
    return [createProblem("start-not-finite", where, { variable: name, value: String(value) })];
  });
}

import { hasErrors, type Outcome, type Problem } from "../core/problem.ts";
import { engineVersion } from "../core/version.ts";
import { mostTears } from "../model/program/tearing.ts";
import type { System, Variable } from "../model/system.ts";
import { createProblem } from "../text/problem.ts";
import { type Choices, resolveChoices } from "./choices.ts";
import { drawNoise, drawParameters, type Draws, planDraws } from "./draws.ts";
import { describeRun } from "./findings.ts";
import { type Ensemble, joinParts, type Monitors } from "./ensemble.ts";
import type { Machine } from "./machine.ts";
import { compileScenarios, type Prepared, prepare } from "./prepared.ts";
import type { MemberFailure, Run, SimulateOptions } from "./run.ts";
import { CircularStart, computeStart, orderStart, type StartValues } from "./start-values.ts";
import { settle } from "./steady.ts";

/**
 * Runs a model: the same input and seed give the same bits on every engine. What goes wrong in a period of a member is a
 * problem that names it; the series are NaN from there on.
 *
 * @example
 * import { compile } from "kreislauf/model";
 * import { simulate } from "kreislauf/simulate";
 * const text = "sector a, b\nasset H : a owes b\nflow G : a -> b = 20\nflow C : b -> a = 0.5 * H[-1]\ninit H = 0";
 * const { value, problems } = simulate(compile(text).value.system, { periods: 3 });
 * [...value.series.H]; // → [0, 20, 30, 35]
 * value.balance.maxResidual; // → 0
 * problems; // → []
 */
export function simulate(system: System, options: SimulateOptions = {}): Outcome<Run> {
  const { choices, problems } = checkOptions(system, options);
  if (hasErrors(problems)) return { value: undefined, problems };
  return finishRun(system, choices, problems, [runMembers(prepare(system, choices), choices)]);
}

/** Runs a part of an ensemble whose options are known to be sound. */
export function simulateShard(system: System, options: SimulateOptions): Ensemble {
  const { choices } = resolveChoices(system, options);
  return runMembers(prepare(system, choices), choices);
}

/** Everything that can be wrong before the first period. */
export function checkOptions(
  system: System,
  options: SimulateOptions = {},
): { readonly choices: Choices; readonly problems: readonly Problem[] } {
  const { choices, problems } = resolveChoices(system, options);
  return {
    choices,
    problems: [...problems, ...checkStartOrder(system), ...checkBlocks(system, choices)],
  };
}

/** A run from the parts of its ensemble in the order of members: cut anywhere, computed anywhere. */
export function finishRun(
  system: System,
  choices: Choices,
  problems: readonly Problem[],
  parts: readonly Ensemble[],
): Outcome<Run> {
  const ensemble = joinParts(parts);
  const described = describeRun(compileScenarios(system, choices.scenarios), choices, ensemble);
  const set = [...choices.set].map(([index, value]) => [system.parameters[index].name, value]);
  const run: Run = {
    model: system.name,
    scenarios: choices.scenarios.map((scenario) => scenario.name),
    set: Object.fromEntries(set) as Record<string, number>,
    seed: choices.seed,
    engineVersion,
    engine: choices.engine,
    periods: choices.periods,
    members: choices.members,
    first: choices.first,
    series: ensemble.series,
    failed: ensemble.failed,
    ...described.parts,
  };
  return { value: run, problems: [...problems, ...ensemble.problems, ...described.problems] };
}

function checkStartOrder(system: System): readonly Problem[] {
  try {
    orderStart(system);
    return [];
  } catch (error) {
    if (!(error instanceof CircularStart)) throw error;
    const { name, where } = system.variables[error.variable];
    return [createProblem("circular-start", where, { variable: name })];
  }
}

/** Blocks that would take minutes to solve. */
function checkBlocks(system: System, { scenarios }: Choices): readonly Problem[] {
  return compileScenarios(system, scenarios).steps.flatMap((step) => {
    if (step.kind !== "block" || step.tears.length <= mostTears) return [];
    const first = [...step.variables].map((variable) => system.variables[variable]).sort(byPlace);
    const values = {
      count: first.length,
      variables: first
        .slice(0, namesTold)
        .map(({ name }) => name)
        .join(", "),
      limit: mostTears,
    };
    return [createProblem("block-too-large", first[0].where, values)];
  });
}

const namesTold = 6;

function byPlace({ where: a, name }: Variable, { where: b, name: other }: Variable): number {
  return a.line - b.line || a.column - b.column || (name < other ? -1 : 1);
}

function runMembers(prepared: Prepared, choices: Choices): Ensemble {
  const { program, machine } = prepared;
  const { system } = program;
  const { outputs, periods, members, first } = choices;
  const { lanes, memory } = machine;
  const length = periods + 1;
  const series = outputs.map(() => new Float64Array(members * length));
  const monitors = newMonitors(system, members);
  machine.resetCounts();
  const draws = planDraws(system, choices);
  const central = computeStart(system, prepared.startPlan.order, draws.central, program.frames);
  const failed: MemberFailure[] = [];
  const problems: Problem[] = [];
  for (let member = 0; member < members; member += lanes) {
    const loaded = Math.min(lanes, members - member);
    const starts = loadMembers(prepared, { draws, central }, { member: first + member, loaded }, failed);
    if (member === 0) problems.push(...checkStart(system, starts[0]));
    starts.forEach((start, lane) => {
      const offset = (member + lane) * length;
      series.forEach((values, output) => (values[offset] = start[0][outputs[output]]));
    });
    for (let from = 1; from <= periods; from += machine.window) {
      const to = Math.min(periods, from + machine.window - 1);
      runWindow(machine, draws, { seed: choices.seed, member: first + member, loaded, from, to }, failed);
      for (let lane = 0; lane < loaded; lane++) {
        copyWindow(machine, series, (member + lane) * length + from, to - from, lane);
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

/** Members side by side. */
interface Loaded {
  readonly seed: number;
  /** Number of the one in lane 0. */
  readonly member: number;
  readonly loaded: number;
}

/** Loads members into the lanes, from their initial values or from the steady state these lead to. */
function loadMembers(
  { program, machine, settling, startPlan }: Prepared,
  { draws, central }: { readonly draws: Draws; readonly central: StartValues },
  { member, loaded }: Omit<Loaded, "seed">,
  failed: MemberFailure[],
): readonly StartValues[] {
  const { system, frames } = program;
  const members = Array.from({ length: loaded }, (_, lane) => {
    const parameters = drawParameters(draws, member + lane);
    const rows =
      startPlan.drawn.length === 0
        ? central
        : computeStart(system, startPlan.drawn, parameters, frames, central);
    return { parameters, rows };
  });
  const settled = settling === undefined ? undefined : settle(settling, system, members);
  const starts = members.map(({ parameters, rows }, lane) => {
    const found = settled?.[lane] ?? { rows };
    const start = "failure" in found ? rows : found.rows;
    machine.load(lane, parameters, start);
    if ("failure" in found) {
      failed.push({ member: member + lane, period: 0, failure: found.failure });
      machine.fail(lane);
    }
    return start;
  });
  for (let lane = loaded; lane < machine.lanes; lane++) machine.unload(lane);
  return starts;
}

function runWindow(
  machine: Machine,
  draws: Draws,
  { seed, member, loaded, from, to }: Loaded & { readonly from: number; readonly to: number },
  failed: MemberFailure[],
): void {
  for (let lane = 0; lane < loaded && draws.noises.length > 0; lane++) {
    const place = { seed, member: member + lane, from, to };
    drawNoise(draws, place, machine.memory, machine.noiseAt(lane), machine.lanes);
  }
  for (const { lane, period, failure } of machine.run(from, to)) {
    failed.push({ member: member + lane, period, failure });
  }
}

/** Copies what a lane stored in a window to its place in the series. */
function copyWindow(
  machine: Machine,
  series: readonly Float64Array[],
  offset: number,
  length: number,
  lane: number,
): void {
  const { memory, lanes } = machine;
  const stride = series.length * lanes;
  for (let output = 0; output < series.length; output++) {
    const values = series[output];
    for (let t = 0, at = machine.outputAt(0, output, lane); t <= length; t++, at += stride) {
      const value = memory[at];
      // One NaN, whatever bits an engine gave it.
      values[offset + t] = Number.isNaN(value) ? NaN : value;
    }
  }
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

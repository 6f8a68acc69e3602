import type { System } from "../model/system.ts";
import { drawParameters, planDraws } from "./draws.ts";
import { evaluateOutcome, type MemberPath } from "./ensemble/evaluate-outcome.ts";
import type { OutcomeRule } from "./ensemble/outcome.ts";
import type { EnsemblePlan, PlannedScenario } from "./ensemble/plan.ts";
import type { MemberFailure, SimulateOptions } from "./run.ts";
import { simulateShard } from "./simulate.ts";

/** Members `first` … `first + members − 1`. */
export interface MemberRange {
  readonly first: number;
  readonly members: number;
}

/** What a shard yields besides numbers. */
export interface ShardNotes {
  readonly failed: readonly { readonly member: number; readonly period: number; readonly variable: string }[];
  /** Largest residual of a balance over its turnover. */
  readonly maxResidual: number;
  /** Members that break a check of the model, by its label. */
  readonly brokenChecks: Readonly<Record<string, number>>;
}

/** Numbers of a range of members: of a path `periods + 1` a member, otherwise one a member; NaN of members that failed. */
export interface ShardResult {
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly notes: ShardNotes;
}

/** What a shard needs to know of a plan. */
export type ShardPlan = Pick<EnsemblePlan, "set" | "periods" | "seed" | "design" | "outcomes">;

/** Runs a range of members of one scenario: a pure function of model, plan and range. */
export function runShard(
  system: System,
  plan: ShardPlan,
  scenario: Pick<PlannedScenario, "parts">,
  range: MemberRange,
): ShardResult {
  const { set, periods, seed, design, outcomes } = plan;
  const outputs = [...new Set(outcomes.flatMap(({ variables }) => variables))];
  const choices: SimulateOptions = { scenario: scenario.parts, set, periods, seed, design, outputs };

  const { series, failed, monitors } = simulateShard(system, { ...choices, ...range });
  const parametersOf = readParameters(system, plan);
  const lost = new Set(failed.map(({ member }) => member));
  const columns = Object.fromEntries(
    outcomes.map((outcome) => [
      outcome.name,
      outcomeColumn(outcome, { range, periods, series, lost, parametersOf }),
    ]),
  );
  const balances = monitors.slice(0, system.balances.length);
  return {
    columns,
    notes: {
      failed: failed.map((failure) => describeFailure(system, failure)),
      maxResidual: balances.reduce((most, residuals) => residuals.reduce((a, b) => Math.max(a, b), most), 0),
      brokenChecks: Object.fromEntries(
        system.checks.flatMap(({ label }, index) => {
          const broken = monitors[system.balances.length + index].filter((period) => period > 0).length;
          return broken === 0 ? [] : [[label, broken]];
        }),
      ),
    },
  };
}

/** Parameters of a member by name, as drawn; what a scenario changes later is not in it. */
export function readParameters(
  system: System,
  { set, design, seed }: Pick<ShardPlan, "set" | "design" | "seed">,
): (member: number) => (name: string) => number {
  const places = new Map(system.parameters.map(({ name }, index) => [name, index]));
  const chosen = new Map(Object.entries(set).map(([name, value]) => [places.get(name) as number, value]));
  const draws = planDraws(system, { set: chosen, design, seed });
  return (member) => {
    const values = drawParameters(draws, member);
    return (name) => values[places.get(name) as number];
  };
}

interface Material {
  readonly range: MemberRange;
  readonly periods: number;
  readonly series: Readonly<Record<string, Float64Array>>;
  readonly lost: ReadonlySet<number>;
  readonly parametersOf: (member: number) => (name: string) => number;
}

function outcomeColumn(
  { node, shape, parameters }: OutcomeRule,
  { range, periods, series, lost, parametersOf }: Material,
): Float64Array {
  const length = periods + 1;
  const width = shape === "path" ? length : 1;
  const column = new Float64Array(range.members * width).fill(NaN);
  for (let place = 0; place < range.members; place++) {
    const member = range.first + place;
    if (lost.has(member)) continue;
    const path: MemberPath = {
      periods,
      variable: (name) => series[name].subarray(place * length, (place + 1) * length),
      parameter: parameters.length > 0 ? parametersOf(member) : noParameter,
    };
    const value = evaluateOutcome(node, path);
    if (typeof value === "number") column.fill(finite(value), place * width, (place + 1) * width);
    else value.forEach((number, period) => (column[place * width + period] = finite(number)));
  }
  return column;
}

/** What is no finite number is no result; one NaN, whatever bits an engine gave it. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}

function noParameter(name: string): number {
  throw new Error(`the outcome did not name ${name}`);
}

function describeFailure(
  system: System,
  { member, period, failure }: MemberFailure,
): ShardNotes["failed"][number] {
  return { member, period, variable: system.variables[failure.variable]?.name ?? "" };
}

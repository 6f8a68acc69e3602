import { hasErrors, type Outcome, type Problem, type Where } from "../../core/problem.ts";
import type { Model } from "../../model/compile.ts";
import { createProblem } from "../../text/problem.ts";
import { type MorrisEffect, morrisEffects, planMorris } from "./morris.ts";
import type { OutcomeRule } from "./outcome.ts";
import { ensembleLimits, type EnsemblePlan, planEnsemble } from "./plan.ts";
import { planSobol, type SobolIndex, sobolIndices } from "./sobol-indices.ts";

export type SensitivityMethod = "morris" | "sobol";

/** What can be chosen for a sensitivity analysis. */
export interface SensitivityOptions {
  /** One number a run: an outcome in the words of `readOutcome`. */
  readonly output: string;
  /** `morris` screens cheaply, `sobol` tells shares of the variance. */
  readonly method?: SensitivityMethod;
  /** Runs at most; without it 20 walks of Morris or a base of 256 for Sobol. */
  readonly runs?: number;
  /** Scenarios joined by `+`. */
  readonly scenario?: string;
  readonly set?: Readonly<Record<string, number>>;
  readonly seed?: number;
  readonly periods?: number;
}

/** An ensemble whose members follow a plan of sensitivity analysis; members 1 … runs, without the central one. */
export interface SensitivityPlan extends EnsemblePlan {
  readonly method: SensitivityMethod;
}

/** How much each drawn parameter decides an outcome, the strongest first. */
export interface Sensitivity {
  readonly plan: SensitivityPlan;
  readonly method: SensitivityMethod;
  readonly output: string;
  readonly runs: number;
  /** Walks of Morris or rows of Sobol that were left out because a run in them failed. */
  readonly leftOut: number;
  /** By `morris`. Noise is the same along a walk. */
  readonly effects: readonly MorrisEffect[];
  /** By `sobol`. Noise is the same along a row, so that it blurs no index. */
  readonly indices: readonly SobolIndex[];
}

const usual = { morris: 20, sobol: 256 } as const;
const least = { morris: 4, sobol: 16 } as const;

/** Plans a sensitivity analysis over the parameters that the model draws; all problems at once. */
export function planSensitivity(model: Model, options: SensitivityOptions): Outcome<SensitivityPlan> {
  const { output, method = "sobol", scenario, set, seed, periods } = options;
  const planned = planEnsemble(model, {
    runs: 1,
    outcomes: [output],
    ...(scenario !== undefined && { scenarios: [scenario] }),
    ...(set !== undefined && { set }),
    ...(seed !== undefined && { seed }),
    ...(periods !== undefined && { periods }),
  });
  const problems: Problem[] = [...planned.problems];
  const plan = planned.value;
  if (plan === undefined) return { value: undefined, problems };
  const where: Where = { file: model.name, line: 0, column: 0 };
  checkNumber(plan.outcomes[0], problems);
  if (plan.drawn.length === 0) problems.push(createProblem("nothing-drawn", where));
  const runsEach = plan.drawn.length + (method === "morris" ? 1 : 2);
  const runs = options.runs ?? usual[method] * runsEach;
  const size = Math.floor(runs / runsEach);
  if (!Number.isInteger(runs) || size < least[method] || runs > ensembleLimits.runs) {
    const values = { value: String(runs), least: least[method] * runsEach, limit: ensembleLimits.runs };
    problems.push(createProblem("bad-runs", where, values));
  }
  if (hasErrors(problems)) return { value: undefined, problems };
  const design =
    method === "morris" ? { kind: method, walks: size } : ({ kind: method, base: size } as const);
  return { value: { ...plan, method, design, runs: size * runsEach }, problems };
}

/** An outcome that is one number a run; a path is a problem. */
export function checkNumber({ shape, text }: OutcomeRule, problems: Problem[]): void {
  if (shape === "path") {
    problems.push(createProblem("outcome-shape", { file: text, line: 1, column: 1 }, { name: text }));
  }
}

/**
 * What the outputs of a plan's runs say, in the order of its members. What never happened counts as happening one period
 * after the end; walks or rows with a failed run are left out.
 */
export function analyseSensitivity(plan: SensitivityPlan, outputs: ArrayLike<number>): Sensitivity {
  const { method, drawn, seed, design, periods } = plan;
  const { reading, text } = plan.outcomes[0];
  const never = reading === "date" ? periods + 1 : NaN;
  const values = Float64Array.from(outputs, (value) => (Number.isNaN(value) ? never : value));
  const common = { plan, method, output: text, runs: plan.runs };
  if (design.kind === "morris") {
    const length = drawn.length + 1;
    const whole = planMorris(drawn, design.walks, seed);
    const kept = wholeGroups(design.walks, (walk) => values.subarray(walk * length, (walk + 1) * length));
    const chosen = {
      ...whole,
      walks: kept.length,
      runs: kept.length * length,
      point: (run: number) => whole.point(kept[Math.floor(run / length)] * length + (run % length)),
    };
    const found = kept.flatMap((walk) => [...values.subarray(walk * length, (walk + 1) * length)]);
    const effects = [...morrisEffects(chosen, found)].sort((a, b) => b.strength - a.strength);
    return { ...common, leftOut: design.walks - kept.length, effects, indices: [] };
  }
  const base = design.kind === "sobol" ? design.base : 0;
  const blocks = drawn.length + 2;
  const at = (block: number, row: number): number => values[block * base + row];
  const kept = wholeGroups(base, (row) => Array.from({ length: blocks }, (_, block) => at(block, row)));
  const found = Array.from({ length: blocks }, (_, block) => kept.map((row) => at(block, row))).flat();
  const reduced = { ...planSobol(drawn, base, seed), base: kept.length, runs: kept.length * blocks };
  const indices = [...sobolIndices(reduced, found)].sort((a, b) => b.total - a.total);
  return { ...common, leftOut: base - kept.length, effects: [], indices };
}

function wholeGroups(count: number, valuesOf: (group: number) => ArrayLike<number>): readonly number[] {
  return Array.from({ length: count }, (_, group) => group).filter(
    (group) => !Array.from(valuesOf(group)).some((value) => Number.isNaN(value)),
  );
}

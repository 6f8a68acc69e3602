import type { Outcome, Problem } from "../core/problem.ts";
import { quantile } from "../core/quantile.ts";
import type { Model } from "../model/index.ts";
import { incidence, type Incidence, type IncidenceOptions, type IncidenceRow } from "./incidence.ts";
import type { Run, SimulateOptions } from "./run.ts";
import { simulate } from "./simulate.ts";

/** What a tenth of the members stays below, half of them, and nine tenths. */
export interface CellRange {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** A row over the members of an ensemble; its values are means, which add as those of each member do. Ranges need not add. */
export interface RangedRow extends IncidenceRow {
  /** In the order of the columns. */
  readonly ranges: readonly CellRange[];
  readonly totalRange: CellRange;
}

/** Who pays over an ensemble of paired members. */
export interface RangedIncidence extends Omit<Incidence, "rows"> {
  readonly rows: readonly RangedRow[];
  /** Members that failed in one of the runs and are left out. */
  readonly failed: number;
}

export interface IncidenceEnsemble extends Pick<SimulateOptions, "set" | "seed" | "design"> {
  readonly scenario?: string | readonly string[];
  readonly against?: string | readonly string[];
  readonly members: number;
  /** Number of the first member; 0, the central one, without it. */
  readonly first?: number;
}

/** Members simulated at once: what is kept of them is small, the paths are not. */
const chunk = 16;

/**
 * Who pays member by member: the same draws under the scenario and against it. Rows of payments, gains and losses add to zero
 * in each member. Members with failures are left out; memory does not grow with the paths.
 *
 * @example
 * import { compile } from "kreislauf/model";
 * import { incidenceMembers, rangeIncidence } from "kreislauf/simulate";
 * const text = "sector a, b\nasset H : a owes b\nparam g = 2 ~ uniform(1, 3)\nflow G : a -> b = g * k\nparam k = 1\ninit H = 0\nscenario twice : k = 2";
 * const model = compile(text).value;
 * const { value } = incidenceMembers(model, { scenario: "twice", members: 50 }, { to: 4 });
 * value.length; // → 50
 * const [payment] = rangeIncidence(value).rows;
 * payment.values[0] + payment.values[1]; // → 0
 * payment.ranges[1].low < payment.ranges[1].high; // → true
 */
export function incidenceMembers(
  model: Model,
  ensemble: IncidenceEnsemble,
  options: IncidenceOptions = {},
): Outcome<readonly Incidence[]> {
  const { scenario = [], against = [], members, first = 0, ...shared } = ensemble;
  const found: Incidence[] = [];
  const problems = new Map<string, Problem>();
  for (let done = 0; done < members; done += chunk) {
    const part = { ...shared, members: Math.min(chunk, members - done), first: first + done };
    const runs = [scenario, against].map((names) => simulate(model.system, { ...part, scenario: names }));
    for (const { problems: told } of runs) {
      for (const problem of told) problems.set(JSON.stringify([problem.code, problem.where]), problem);
    }
    const [changed, base] = runs.map(({ value }) => value);
    if (!changed || !base) return { value: undefined, problems: [...problems.values()] };
    const failed = new Set([...changed.failed, ...base.failed].map(({ member }) => member));
    for (let member = 0; member < part.members; member++) {
      if (failed.has(part.first + member)) continue;
      const pair = { scenario: memberOf(changed, member), against: memberOf(base, member) };
      const { value, problems: wrong } = incidence(model, pair, options);
      if (!value) return { value: undefined, problems: [...problems.values(), ...wrong] };
      found.push(value);
    }
  }
  return { value: found, problems: [...problems.values()] };
}

/** One member of a run, as a view of its series. */
function memberOf(run: Run, member: number): Run {
  const length = run.periods + 1;
  const series = Object.fromEntries(
    Object.entries(run.series).map(([name, values]) => [
      name,
      values.subarray(member * length, (member + 1) * length),
    ]),
  );
  return { ...run, members: 1, first: run.first + member, series };
}

/** Means and ranges of the cells over members of `incidenceMembers`; at least one. */
export function rangeIncidence(members: readonly Incidence[], asked = members.length): RangedIncidence {
  const [head] = members;
  const rows = head.rows.map((row, place): RangedRow => {
    const cells = head.columns.map((_, column) => members.map(({ rows: own }) => own[place].values[column]));
    const totals = members.map(({ rows: own }) => own[place].total);
    return {
      ...row,
      values: cells.map(mean),
      total: mean(totals),
      ranges: cells.map(rangeOf),
      totalRange: rangeOf(totals),
    };
  });
  const gap = members.reduce((most, { gap: own }) => Math.max(most, own), 0);
  return { ...head, members: members.length, rows, gap, failed: asked - members.length };
}

/** Range of a number over members. */
export function rangeOf(numbers: readonly number[]): CellRange {
  const sorted = Float64Array.from(numbers).sort();
  return { low: quantile(sorted, 0.1), median: quantile(sorted, 0.5), high: quantile(sorted, 0.9) };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}

import type { LinearProgram } from "../solve/linear-program.ts";
import type { Solution, SolveOptions, SolverSession } from "../solve/solver.ts";
import type { Programme } from "./draft.ts";
import type { ColumnKind, Label, RowKind, Rule } from "./label.ts";
import { mostRelaxed, programOfStage } from "./objective.ts";

/** A rule that takes part in a conflict, and the years in which it does. */
export interface ConflictingRule {
  readonly rule: Rule;
  readonly years: readonly number[];
}

/** A fact that nobody voted on and that makes the rules clash: plant that is not there yet, work that cannot spread. */
export interface Obstacle {
  readonly label: Label<RowKind>;
  readonly weight: number;
}

export interface Conflict {
  /** Leaving out any one of the rules lets the others hold; false if that search was cut short. */
  readonly irreducible: boolean;
  /** Empty if facts alone clash. */
  readonly rules: readonly ConflictingRule[];
  readonly obstacles: readonly Obstacle[];
}

/** A way out: by which share of itself each rule gives way. */
export interface Relaxation {
  readonly kind: "single" | "targets" | "limits" | "together";
  readonly shares: readonly { readonly rule: Rule; readonly share: number }[];
  readonly size: number;
}

/** Less than this is rounding. */
const nothing = 1e-7;
const forbidden = 1000;
/** Price of a whole rule in the search: so much above the solver's tolerance that what is small in it is nothing. */
const dear = 1000;
/** A clash, or a rule's part in it, of less than a millionth of a rule is rounding. */
const faint = dear * 1e-6;
const smallProgram = 2000;
const mostTried = 5;
/** Steps of the solver after which the search for superfluous rules ends. */
const mostSteps = 5000;
const factKinds: ReadonlySet<RowKind> = new Set<RowKind>([
  "capacity",
  "technique-spread",
  "technique-share",
  "shrinking",
  "import-ceiling",
  "import-floor",
  "stock",
  "terminal-capacity",
  "terminal-total",
]);

/** Which fact a bound of a column states. */
const boundKinds: Partial<Record<ColumnKind, RowKind>> = {
  output: "shrinking",
  technique: "technique-spread",
  build: "stock",
};

/**
 * The smallest set of wishes and limits that cannot hold together. Every rule may be relaxed at a price; the duals of
 * the cheapest repair name an infeasible set (Farkas), and a deletion filter makes it irreducible: each rule in turn is
 * let go, and stays out if the others still clash (Chinneck & Dravnieks 1991, doi:10.1287/ijoc.3.2.157). Rows of plain
 * bookkeeping never enter, so the set stays short enough to read.
 */
export function findConflict(
  session: SolverSession,
  programme: Programme,
  least: readonly number[],
  options: SolveOptions = {},
): Conflict | undefined {
  const { rules } = programme;
  const base = hardProgram(programme, least);
  const solve = (priced: ReadonlySet<Rule>, start: SolveOptions = options): Solution => {
    // Rights go last; a rule without a price is let go.
    session.update(
      elasticProgram(base, rules, (rule) =>
        !priced.has(rule) ? 0 : rule.kind === "floor" ? 10 * dear : dear,
      ),
    );
    return session.solve(start);
  };
  let solution = solve(new Set(rules), startOf(programme, options));
  if (solution.status === "infeasible") return factsOnly(session, programme, base);
  if (solution.status !== "optimal" || solution.objective <= faint) return undefined;
  const involved = rules.filter((rule) => pull(rule, base, solution) > faint);
  let kept = new Set(involved);
  const home = session.corner();
  // A wish that cannot hold even alone is the smallest conflict there is, and hides behind larger ones.
  const repaired = solution.primal;
  for (const rule of involved.filter((one) => isWish(one) && repaired[one.column] > nothing)) {
    const alone = solve(new Set([rule]));
    if (alone.status === "optimal" && alone.objective > faint) {
      return { ...describeConflict(programme, new Set([rule]), alone), irreducible: true };
    }
  }
  let steps = 0;
  const needed = new Set<Rule>();
  // Light rules first, limits last: they are few, and people ask for them first.
  const rank = (rule: Rule): number => (isWish(rule) ? 0 : dear * dear) + pull(rule, base, solution);
  for (const rule of spareWishes(kept, base, solution)) kept.delete(rule);
  for (;;) {
    const left = [...kept].filter((rule) => !needed.has(rule)).sort((a, b) => rank(a) - rank(b));
    const [tried] = left;
    if (!tried || kept.size === 1 || steps > mostSteps) {
      return { ...describeConflict(programme, kept, solution), irreducible: !tried || kept.size === 1 };
    }
    const without = new Set([...kept].filter((rule) => rule !== tried));
    // Prices alone differ: the first try goes back to the corner that showed the clash, each further one goes on.
    const attempt = solve(without, steps === 0 ? { ...options, start: home, startHolds: true } : options);
    steps += attempt.iterations;
    if (attempt.status !== "optimal") return undefined;
    if (attempt.objective <= faint) {
      needed.add(tried);
      continue;
    }
    solution = attempt;
    kept = new Set([...without].filter((rule) => pull(rule, base, attempt) > faint));
    for (const rule of spareWishes(kept, base, attempt)) kept.delete(rule);
  }
}

/** Goals and rights ask for at least something; limits for at most. */
function isWish({ kind }: Rule): boolean {
  return kind === "target" || kind === "floor";
}

/** What a rule adds to the clash: its duals times what it asks for. */
function pull({ column }: Rule, { start, row, value }: LinearProgram, { dual }: Solution): number {
  let sum = 0;
  for (let k = start[column]; k < start[column + 1]; k++) sum += Math.abs(value[k] * dual[row[k]]);
  return sum;
}

/**
 * Wishes without which the others clash as well, lightest first. With the duals of a wish put to nothing the duals
 * still prove a clash, less what the wish added to it: what is consumed for it has no other row. So as long as
 * something is left of the clash, no program has to be solved.
 */
function spareWishes(kept: ReadonlySet<Rule>, base: LinearProgram, solution: Solution): readonly Rule[] {
  const wishes = [...kept].filter(isWish).map((rule) => ({ rule, adds: pull(rule, base, solution) }));
  let left = solution.objective;
  return wishes
    .sort((a, b) => a.adds - b.adds)
    .filter(({ adds }) => (left -= adds) > faint)
    .map(({ rule }) => rule);
}

function describeConflict(
  programme: Programme,
  kept: ReadonlySet<Rule>,
  solution: Solution,
): Omit<Conflict, "irreducible"> {
  return {
    rules: programme.rules
      .filter((rule) => kept.has(rule))
      .map((rule) => ({
        rule,
        years: rule.rows
          .filter((row) => Math.abs(solution.dual[row]) > nothing)
          .map((row) => programme.rowLabels[row].year),
      })),
    obstacles: obstaclesOf(programme, solution),
  };
}

/**
 * Smallest ways out of a conflict, the smallest first: one rule alone, all targets alike, several limits, several
 * rules together.
 */
export function findRelaxations(
  session: SolverSession,
  programme: Programme,
  least: readonly number[],
  conflict: Conflict,
  options: SolveOptions = {},
): readonly Relaxation[] {
  const start = startOf(programme, options);
  const base = hardProgram(programme, least);
  const movable = programme.rules.filter(({ kind }) => kind !== "floor");
  const found: Relaxation[] = [];
  const tryWith = (kind: Relaxation["kind"], allowed: readonly Rule[]): void => {
    // Others may give way only at a price that no repair is worth; the program then always has an answer.
    session.update(elasticProgram(base, programme.rules, (rule) => (allowed.includes(rule) ? 1 : forbidden)));
    const solution = session.solve(start);
    if (solution.status !== "optimal") return;
    const shares = programme.rules
      .map((rule) => ({ rule, share: solution.primal[rule.column] }))
      .filter(({ share }) => share > nothing);
    if (shares.length === 0 || shares.some(({ rule }) => !allowed.includes(rule))) return;
    found.push({ kind, shares, size: shares.reduce((sum, { share }) => sum + share, 0) });
  };
  // Limits first: there are few, and people ask for them first.
  const single = conflict.rules
    .map(({ rule }) => rule)
    .filter((rule) => movable.includes(rule))
    .sort((a, b) => Number(a.kind === "target") - Number(b.kind === "target"));
  for (const rule of single.slice(0, mostTried)) tryWith("single", [rule]);
  const common = commonCut(session, programme, base, start);
  if (common !== undefined && common > nothing) {
    const targets = movable.filter(({ kind }) => kind === "target");
    const shares = targets.map((rule) => ({ rule, share: common }));
    found.push({ kind: "targets", shares, size: common * Math.max(1, conflict.rules.length) });
  }
  const limits = movable.filter(({ kind }) => kind !== "target");
  if (found.length < 3) tryWith("limits", limits);
  if (found.length < 3) tryWith("together", movable);
  return found.sort((a, b) => a.size - b.size).slice(0, 3);
}

/** The programme with a relaxation put in: its rules give way by exactly that share. */
export function relaxProgramme(programme: Programme, { shares }: Relaxation): Programme {
  const columnLower = programme.program.columnLower.slice();
  const columnUpper = programme.program.columnUpper.slice();
  for (const { rule, share } of shares) {
    // A hair more than the least, or the next solve stands on the edge of the possible.
    const given = share * (1 + 1e-6) + 1e-9;
    columnLower[rule.column] = given;
    columnUpper[rule.column] = given;
  }
  return { ...programme, program: { ...programme.program, columnLower, columnUpper } };
}

/** Far from any known basis the interior way to a corner is the shortest. */
function startOf({ rowLabels }: Programme, options: SolveOptions): SolveOptions {
  return rowLabels.length > smallProgram ? { ...options, method: "interior", crossover: true } : options;
}

function hardProgram(programme: Programme, least: readonly number[]): LinearProgram {
  return programOfStage(programme, {
    cost: new Float64Array(programme.program.cost.length),
    least,
    pulled: least.map(() => false),
  });
}

/** Every rule may give way at its price for each whole of itself. */
function elasticProgram(
  base: LinearProgram,
  rules: readonly Rule[],
  priceOf: (rule: Rule) => number,
): LinearProgram {
  const cost = base.cost.slice();
  const columnUpper = base.columnUpper.slice();
  for (const rule of rules) {
    columnUpper[rule.column] = mostRelaxed(rule);
    cost[rule.column] = priceOf(rule);
  }
  return { ...base, cost, columnUpper };
}

function commonCut(
  session: SolverSession,
  programme: Programme,
  base: LinearProgram,
  options: SolveOptions,
): number | undefined {
  const { columns, rules } = programme;
  const stage = programOfStage(programme, {
    cost: base.cost,
    least: columns.fulfilment.map(() => 0),
    pulled: columns.fulfilment.map(() => true),
    mostCommon: 1,
  });
  const cost = base.cost.slice();
  cost[columns.common] = -1;
  session.update(elasticProgram({ ...stage, cost }, rules, () => forbidden));
  const { status, primal } = session.solve(options);
  if (status !== "optimal" || rules.some(({ column }) => primal[column] > nothing)) return undefined;
  return 1 - primal[columns.common];
}

function factsOnly(session: SolverSession, programme: Programme, base: LinearProgram): Conflict | undefined {
  session.update(elasticProgram(base, programme.rules, () => 0));
  session.solve();
  const found = session.findConflict();
  if (!found) return { irreducible: false, rules: [], obstacles: [] };
  const obstacles = found.rows.map((row) => ({ label: programme.rowLabels[row], weight: 1 }));
  return {
    irreducible: true,
    rules: [],
    obstacles: obstacles.filter(({ label }) => factKinds.has(label.kind)),
  };
}

/** Facts whose duals weigh most, by kind, product and first year: rows, and bounds of the first year. */
function obstaclesOf(programme: Programme, { dual, primal, reduced }: Solution): readonly Obstacle[] {
  const { start, row, value } = programme.program;
  const flow = new Float64Array(dual.length);
  for (let j = 0; j < primal.length; j++) {
    for (let k = start[j]; k < start[j + 1]; k++) {
      flow[row[k]] = Math.max(flow[row[k]], Math.abs(value[k] * primal[j]));
    }
  }
  const found = new Map<string, Obstacle>();
  const note = (label: Label<RowKind>, weight: number): void => {
    if (!factKinds.has(label.kind) || !(weight > nothing)) return;
    const key = `${label.kind} ${label.product ?? ""} ${label.technique ?? ""} ${label.stock ?? ""}`;
    const known = found.get(key);
    found.set(key, { label: known?.label ?? label, weight: weight + (known?.weight ?? 0) });
  };
  programme.rowLabels.forEach((label, i) => note(label, Math.abs(dual[i]) * flow[i]));
  programme.columnLabels.forEach((label, j) => {
    const kind = boundKinds[label.kind];
    if (kind) note({ ...label, kind }, Math.abs(reduced[j] * primal[j]));
  });
  return [...found.values()].sort((a, b) => b.weight - a.weight).slice(0, 4);
}

import { nearestName } from "../../core/nearest-name.ts";
import { type Outcome, type Problem, sortProblems } from "../../core/problem.ts";
import { readYaml } from "../../dossier/yaml-document.ts";
import { createProblem } from "../../text/problem.ts";
import type { Economy } from "../economy/economy.ts";
import { type GoalsRecord, goalsSchema, type ObjectiveName } from "./goals-schema.ts";
import type { Setting } from "./parameter.ts";
import type { Planning, PlanningSource } from "./planning.ts";

/** A level that moves in a straight line from 1 (base year) at year `from` to `level` at year `by` and stays there. */
export interface Path {
  readonly level: number;
  readonly from: number;
  readonly by: number;
  /** Factor on the whole path, where it gives way to end a conflict; 1 if missing. */
  readonly scale?: number;
}

/** What is wanted of one need. */
export interface Target extends Path {
  readonly floor: number;
  readonly tier: number;
  readonly weight: number;
}

/** Goals put against an economy: every need has a target, every limit a path. */
export interface Goals {
  readonly years: number;
  readonly objective: ObjectiveName;
  readonly weights: NonNullable<GoalsRecord["weights"]>;
  /** In the order of `planning.needs`. */
  readonly targets: readonly Target[];
  readonly targetGrowth: number;
  /** Path of the working week relative to the base year. */
  readonly week: Path | undefined;
  /** By number of the account. */
  readonly accounts: ReadonlyMap<number, Path>;
  readonly hazard: Path | undefined;
  readonly imports: Path;
  readonly techniques: { readonly assisted: boolean; readonly greener: boolean };
  readonly discount: number;
}

export const goalsDefaults = { years: 8, objective: "hours" } as const satisfies Partial<Goals>;

interface WrittenPath {
  readonly level: number;
  readonly by?: number | undefined;
  readonly from?: number | undefined;
  readonly give?: number | undefined;
}

type At = (path: readonly PropertyKey[]) => Problem["where"];

/** A goals text read, before it is put against an economy. */
export interface GoalsReading {
  readonly record: GoalsRecord;
  readonly where: At;
}

/** Reads `goals.yaml`: syntax and shape. */
export function readGoals({ file, text }: PlanningSource): Outcome<GoalsReading> {
  const { value: record, problems, where } = readYaml(file, text, goalsSchema);
  return { value: record && { record, where }, problems };
}

/** Goals made by a program, for example by sliders; mistakes in them are named by path. */
export function goalsReading(record: Readonly<Record<string, unknown>>): GoalsReading {
  return {
    record: goalsSchema.parse({ format: 1, ...record }),
    where: (path) => ({ file: path.map(String).join("."), line: 0, column: 0 }),
  };
}

/** Parameters that goals set, with their places. */
export function settingsOf({ record, where }: GoalsReading): readonly Setting[] {
  return Object.entries(record.parameters).map(([name, value]) => ({
    name,
    value,
    where: where(["parameters", name]),
  }));
}

/**
 * Puts goals against an economy. Problems, all at once and in the order of the file: needs and accounts that the
 * economy does not know (with the nearest), budgets of zero, paths that end before they begin or after the plan,
 * floors above their target, goals written for another economy.
 */
export function resolveGoals(
  economy: Economy,
  planning: Planning,
  { record, where }: GoalsReading,
  baseWeek: number,
): Outcome<Goals> {
  const problems: Problem[] = [];
  const report = (...problem: Parameters<typeof createProblem>): void =>
    void problems.push(createProblem(...problem));
  const years = record.years ?? goalsDefaults.years;
  if (record.economy !== undefined && record.economy !== economy.id) {
    const values = { wanted: record.economy, economy: economy.id };
    report("goals-for-other-economy", where(["economy"]), values, { severity: "warning" });
  }
  const readPath = (value: number | WrittenPath, at: readonly PropertyKey[], direction: 1 | -1 = 1): Path => {
    const { level, by = years, from = 0, give = 0 } = typeof value === "number" ? { level: value } : value;
    if (by > years) report("goal-after-plan", where([...at, "by"]), { by, years });
    if (from >= by) report("goal-backwards", where([...at, "from"]), { from, by });
    return { level, from, by, ...(give > 0 && { scale: Math.max(0, 1 + direction * give) }) };
  };
  const readBudget = (
    value: Parameters<typeof readPath>[0],
    at: readonly PropertyKey[],
    what: string,
  ): Path => {
    const path = readPath(value, at);
    if (path.level <= 0) report("budget-zero", where(at), { what, value: path.level });
    return path;
  };

  const needIds = planning.needs.map(({ id }) => id);
  const unknownNeed = (name: string, at: readonly PropertyKey[]): void =>
    report(
      "no-such-need",
      where(at),
      { name, known: needIds.join(", ") },
      { hint: nearestName(name, needIds) },
    );
  for (const id of Object.keys(record.targets)) {
    if (!needIds.includes(id)) unknownNeed(id, ["targets", id]);
  }
  const projects = new Map<string, number>();
  record.vote?.projects.forEach(({ id, need }, place) => {
    const at = ["vote", "projects", place];
    const earlier = projects.get(id);
    if (earlier !== undefined) report("doubled-id", where([...at, "id"]), { id, line: earlier });
    else projects.set(id, where([...at, "id"]).line);
    if (!needIds.includes(need)) unknownNeed(need, [...at, "need"]);
  });
  const targets = planning.needs.map(({ id }): Target => {
    const wish = Object.hasOwn(record.targets, id) ? record.targets[id] : 1;
    const path = readPath(wish, ["targets", id], -1);
    const { floor = 0, tier = 1, weight = 1 } = typeof wish === "number" ? {} : wish;
    if (floor > Math.max(path.level, 1) || (floor > path.level && path.from + 1 >= path.by)) {
      report("floor-above-target", where(["targets", id, "floor"]), { need: id, floor, level: path.level });
    }
    return { ...path, floor, tier, weight };
  });

  const { limits } = record;
  const accountIds = economy.accounts.map(({ id }) => id);
  const unknownAccount = (name: string, at: readonly PropertyKey[]): void => {
    const values = { name, known: accountIds.join(", ") || "–" };
    report("no-such-account", where(at), values, { hint: nearestName(name, accountIds) });
  };
  const accounts = new Map<number, Path>();
  for (const [id, value] of Object.entries(limits.accounts ?? {})) {
    const account = accountIds.indexOf(id);
    const at = ["limits", "accounts", id];
    if (account < 0) unknownAccount(id, at);
    else if (!economy.accounts[account].total.some((total) => total > 0)) {
      report("account-without-data", where(at), { name: id });
    } else accounts.set(account, readBudget(value, at, id));
  }
  for (const id of Object.keys(record.weights?.accounts ?? {})) {
    if (!accountIds.includes(id)) unknownAccount(id, ["weights", "accounts", id]);
  }
  const hours = typeof limits.week === "number" ? { hours: limits.week } : limits.week;
  const objective = record.objective ?? goalsDefaults.objective;
  if (objective === "weights" && !weighsAnything(record.weights)) {
    report("weights-missing", where(["objective"]), { known: "hours, hazard, fulfilment, accounts" });
  } else if (objective !== "weights" && record.weights !== undefined) {
    report("weights-unused", where(["weights"]), { objective }, { severity: "warning" });
  }
  // Who seeks as much as possible must say at what price: today's week, unless the goals say otherwise.
  const asToday =
    objective === "fulfilment" || objective === "harmony" ? { level: 1, from: 0, by: 1 } : undefined;
  const week = hours
    ? readBudget({ ...hours, level: hours.hours / baseWeek }, ["limits", "week"], "limits.week")
    : asToday;
  const hazard =
    limits.hazard === undefined
      ? undefined
      : readBudget(limits.hazard, ["limits", "hazard"], "limits.hazard");
  const imports = readBudget(limits.imports ?? 1, ["limits", "imports"], "limits.imports");
  return {
    value: problems.some(({ severity }) => severity === "error")
      ? undefined
      : {
          years,
          objective,
          weights: record.weights ?? {},
          targets,
          targetGrowth: record.growth ?? 0,
          week,
          accounts,
          hazard,
          imports,
          techniques: {
            assisted: record.techniques.assisted ?? true,
            greener: record.techniques.greener ?? true,
          },
          discount: record.discount ?? 0,
        },
    problems: sortProblems(problems),
  };
}

function weighsAnything({ accounts = {}, ...others }: NonNullable<GoalsRecord["weights"]> = {}): boolean {
  return [...Object.values(others), ...Object.values(accounts)].some((weight = 0) => weight > 0);
}

/** The level of a path in a year (1 is the first year of the plan). */
export function levelAt({ level, from, by, scale = 1 }: Path, year: number): number {
  if (year <= from) return scale;
  return scale * (year >= by ? level : 1 + ((level - 1) * (year - from)) / (by - from));
}

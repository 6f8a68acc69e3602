import { nearestName } from "../core/nearest-name.ts";
import { hasErrors, type Outcome, type Problem } from "../core/problem.ts";
import { evaluateMatrix, type Matrix, type MatrixRow, type Model } from "../model/index.ts";
import { things as german } from "../text/de/things.ts";
import { things as english } from "../text/en/things.ts";
import type { Bilingual } from "../text/language.ts";
import { createProblem } from "../text/problem.ts";
import type { Run } from "./run.ts";

/**
 * What a row tells: payments received or made; gains and losses of price; debt written off, claims and stocks handed over;
 * real stocks built and worn; and what all of them come to, the change of net worth. `variable`: what was asked for besides.
 */
export type IncidenceKind = "payment" | "gain" | "loss" | "real" | "worth" | "variable";

export interface IncidenceRow {
  readonly kind: IncidenceKind;
  readonly label: Bilingual;
  /** What each column has more (+) or less (−) than without the scenario, in millions, billions … of the model's money. */
  readonly values: readonly number[];
  /** Sum of the values: 0 for payments, gains and losses. */
  readonly total: number;
}

/** Who pays: a scenario against another run, added up over a window. */
export interface Incidence {
  readonly model: string;
  readonly scenarios: readonly string[];
  readonly against: readonly string[];
  /** First and last period of the window. */
  readonly from: number;
  readonly to: number;
  readonly members: number;
  readonly columns: readonly { readonly id: string; readonly label: Bilingual }[];
  readonly rows: readonly IncidenceRow[];
  /** Largest difference, over net worth, between a column's rows and the change of its net worth: rounding only. */
  readonly gap: number;
}

export interface IncidenceOptions {
  /** First period of the window; 1 without it. */
  readonly from?: number;
  /** Last period; the last of the shorter run without it. */
  readonly to?: number;
  /** Variables shown besides, by base name; elements that are columns get their own cell. */
  readonly variables?: readonly string[];
}

/** A sector with more elements than this is one column. */
const mostElements = 4;

/**
 * Compares two runs of a model, account by account: payments, gains, write-offs and real investment of the scenario minus those of
 * the other run, summed over the window and averaged over members. Rows of payments, gains and losses add to zero; the rows
 * of a column add to the change of its net worth. Both runs must keep all variables, and have the same members.
 *
 * @example
 * import { compile } from "kreislauf/model";
 * import { incidence, simulate } from "kreislauf/simulate";
 * const text = "sector a, b\nasset H : a owes b\nflow G : a -> b = g\nparam g = 2\ninit H = 0\nscenario more : g = 3";
 * const model = compile(text).value;
 * const [more, as_is] = [{ scenario: "more", periods: 4 }, { periods: 4 }].map((options) => simulate(model.system, options).value);
 * const found = incidence(model, { scenario: more, against: as_is }).value;
 * found.rows.map(({ kind, values }) => [kind, ...values]); // → [["payment", -4, 4], ["worth", -4, 4]]
 */
export function incidence(
  model: Model,
  runs: { readonly scenario: Run; readonly against: Run },
  options: IncidenceOptions = {},
): Outcome<Incidence> {
  const { scenario, against } = runs;
  const { from = 1, to = Math.min(scenario.periods, against.periods), variables = [] } = options;
  const problems = checkCall(model, runs, from, to, variables);
  if (hasErrors(problems)) return { value: undefined, problems };
  const columns = columnsOf(model);
  const place = model.matrices.balance.columns.map((account) =>
    columns.findIndex(({ accounts }) => accounts.includes(account)),
  );
  const differences = (matrix: Matrix, at: readonly number[]): readonly Float64Array[] => {
    const others = sumOver(model, matrix, against, at, place, columns.length);
    return sumOver(model, matrix, scenario, at, place, columns.length).map((values, row) =>
      values.map((value, column) => value - others[row][column]),
    );
  };
  const window = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const { balance, flows, revaluations } = model.matrices;
  const rows = [
    ...mergeRows(flows, differences(flows, window), (row) => (isTrade(row) ? undefined : "payment")),
    ...mergeRows(revaluations, differences(revaluations, window), kindOf),
  ];
  const after = differences(balance, [to]);
  const before = differences(balance, [from - 1]);
  const worth = columns.map((_, column) =>
    after.reduce((sum, values, row) => sum + values[column] - before[row][column], 0),
  );
  const size = sumOver(model, balance, against, [to], place, columns.length).reduce(
    (most, values) => Math.max(most, ...values.map(Math.abs)),
    1,
  );
  const gap = columns.reduce((most, _, column) => {
    const explained = rows.reduce((sum, { values }) => sum + values[column], 0);
    return Math.max(most, Math.abs(explained - worth[column]) / size);
  }, 0);
  const label = { en: english.net_worth_change, de: german.net_worth_change };
  const value: Incidence = {
    model: model.name,
    scenarios: scenario.scenarios,
    against: against.scenarios,
    from,
    to,
    members: scenario.members,
    columns: columns.map(({ id, label: name }) => ({ id, label: name })),
    rows: [
      ...rows,
      toRow("worth", label, worth),
      ...variables.map((name) => variableRow(model, name, runs, window, columns)),
    ],
    gap,
  };
  return { value, problems };
}

interface Column {
  readonly id: string;
  readonly label: Bilingual;
  readonly accounts: readonly string[];
  readonly element: string | undefined;
}

/** Sectors; those with few elements by element. */
function columnsOf(model: Model): readonly Column[] {
  const sectors = new Map<string, string[]>();
  for (const account of model.matrices.balance.columns) {
    const sector = account.split(/[.[]/)[0];
    sectors.set(sector, [...(sectors.get(sector) ?? []), account]);
  }
  const nameOf = (name: string): Bilingual => model.labels[name] ?? { en: name, de: name };
  return [...sectors].flatMap(([sector, accounts]): readonly Column[] => {
    const elements = [...new Set(accounts.map(elementOf))];
    if (elements.length > mostElements || elements.includes(undefined)) {
      return [{ id: sector, label: nameOf(sector), accounts, element: undefined }];
    }
    return elements.map((element) => ({
      id: `${sector}[${element}]`,
      label: nameOf(element ?? ""),
      accounts: accounts.filter((account) => elementOf(account) === element),
      element,
    }));
  });
}

function elementOf(account: string): string | undefined {
  return /\[(.*)\]$/.exec(account)?.[1];
}

/** Transactions in claims: money for something of the same worth. */
function isTrade(row: MatrixRow): boolean {
  return row.name.startsWith("Δ ");
}

function kindOf(row: MatrixRow): IncidenceKind {
  if (row.name.startsWith("gain ")) return "gain";
  return row.isClosed ? "loss" : "real";
}

/** Values of the rows of a matrix by column, summed over periods, averaged over members. */
function sumOver(
  model: Model,
  matrix: Matrix,
  run: Run,
  periods: readonly number[],
  place: readonly number[],
  width: number,
): readonly Float64Array[] {
  const series = model.system.variables.map(({ name }) => run.series[name]);
  const length = run.periods + 1;
  const sums = matrix.rows.map(() => new Float64Array(width));
  for (let member = 0; member < run.members; member++) {
    const valueAt = (variable: number, period: number): number => series[variable][member * length + period];
    for (const period of periods) {
      evaluateMatrix(matrix, valueAt, period).forEach((cells, row) => {
        cells.forEach((cell, account) => {
          if (cell !== 0) sums[row][place[account]] += cell / run.members;
        });
      });
    }
  }
  return sums;
}

/** Rows that are called the same are one row. */
function mergeRows(
  matrix: Matrix,
  sums: readonly Float64Array[],
  kindOfRow: (row: MatrixRow) => IncidenceKind | undefined,
): readonly IncidenceRow[] {
  const merged = new Map<
    string,
    { readonly kind: IncidenceKind; readonly label: Bilingual; values: number[] }
  >();
  matrix.rows.forEach((row, index) => {
    const kind = kindOfRow(row);
    if (!kind) return;
    const label = row.label.en === "" ? { en: row.name, de: row.name } : row.label;
    const key = `${kind} ${label.en}`;
    const known = merged.get(key);
    const values = Array.from(sums[index]);
    if (known) known.values = known.values.map((value, column) => value + values[column]);
    else merged.set(key, { kind, label, values });
  });
  return [...merged.values()].map(({ kind, label, values }) => toRow(kind, label, values));
}

function toRow(kind: IncidenceKind, label: Bilingual, values: readonly number[]): IncidenceRow {
  return { kind, label, values, total: values.reduce((sum, value) => sum + value, 0) };
}

/** A variable without elements that are columns has only a total. */
function variableRow(
  model: Model,
  name: string,
  { scenario, against }: { readonly scenario: Run; readonly against: Run },
  window: readonly number[],
  columns: readonly Column[],
): IncidenceRow {
  const sum = (run: Run, variable: string): number => {
    let total = 0;
    for (let member = 0; member < run.members; member++) {
      for (const period of window) total += run.series[variable][member * (run.periods + 1) + period];
    }
    return total / run.members;
  };
  const difference = (variable: string): number =>
    scenario.series[variable] === undefined ? 0 : sum(scenario, variable) - sum(against, variable);
  const label = model.names.find((entry) => entry.name === name)?.label ?? { en: name, de: name };
  const values = columns.map(({ element }) =>
    element === undefined ? 0 : difference(`${name}[${element}]`),
  );
  const total = difference(name) + values.reduce((all, value) => all + value, 0);
  return { kind: "variable", label, values, total };
}

function checkCall(
  model: Model,
  { scenario, against }: { readonly scenario: Run; readonly against: Run },
  from: number,
  to: number,
  variables: readonly string[],
): readonly Problem[] {
  const where = { file: model.name, line: 0, column: 0 };
  const problems: Problem[] = [];
  const last = Math.min(scenario.periods, against.periods);
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 1 || to > last || to < from) {
    problems.push(createProblem("bad-window", where, { from, to, last }));
  }
  if (scenario.members !== against.members || scenario.first !== against.first) {
    problems.push(
      createProblem("other-members", where, { members: scenario.members, others: against.members }),
    );
  }
  const names = [...new Set(model.system.variables.map(({ name }) => name.split("[")[0]))];
  for (const name of variables) {
    if (names.includes(name)) continue;
    problems.push(createProblem("unknown-output", where, { name }, { hint: nearestName(name, names) }));
  }
  return problems;
}

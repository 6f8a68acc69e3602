import { atLeast, atMost, type Draft, exactly, yearsOf } from "./draft.ts";
import { levelAt } from "./goals.ts";
import type { Rule } from "./label.ts";

/** Hours of the year, in all sectors, less what techniques save; the working week if it is limited. */
export function writeHours(draft: Draft): void {
  const { builder, coefficients, columns, rows, planning, units, population, goals } = draft;
  const scale = units.money / units.hours;
  for (const year of yearsOf(draft)) {
    const hours = builder.column({ kind: "hours", year }, atLeast(0));
    const row = builder.row({ kind: "hours", year }, exactly(0), [[hours, -1]]);
    columns.output[year - 1].forEach((column, product) =>
      builder.entry(row, column, coefficients.labour[product] * scale),
    );
    planning.techniques.forEach(({ labour, product }, index) => {
      const column = columns.technique[year - 1][index];
      if (column >= 0)
        builder.entry(row, column, product === undefined ? labour / units.hours : labour * scale);
    });
    columns.hours.push(hours);
    rows.hours.push(row);
  }
  const { week } = goals;
  if (!week) return;
  const base = baseHours(draft) / units.hours;
  writeRule(draft, { kind: "week" }, (year) => ({
    column: columns.hours[year - 1],
    limit: base * population[year] * levelAt(week, year),
  }));
}

/** Injuries at dangerous work; the limit if there is one. */
export function writeHazard(draft: Draft): void {
  const { builder, columns, goals, units } = draft;
  if (!goals.hazard && goals.objective !== "hazard" && !goals.weights.hazard) return;
  const dangerous = hazardCoefficients(draft);
  const base = baseHazard(draft);
  if (!(base > 0)) return;
  for (const year of yearsOf(draft)) {
    // Counted against the base year, so that the numbers lie near one.
    const hazard = builder.column({ kind: "hazard", year }, atLeast(0));
    const row = builder.row({ kind: "hazard-total", year }, exactly(0), [[hazard, -1]]);
    columns.output[year - 1].forEach((column, product) =>
      builder.entry(row, column, (dangerous.output[product] * units.money * 100) / base),
    );
    columns.technique[year - 1].forEach((column, index) => {
      if (column >= 0) builder.entry(row, column, (dangerous.technique[index] * units.money * 100) / base);
    });
    columns.hazard.push(hazard);
  }
  const path = goals.hazard;
  if (!path) return;
  writeRule(draft, { kind: "hazard" }, (year) => ({
    column: columns.hazard[year - 1],
    limit: 100 * levelAt(path, year),
  }));
}

/** Emissions, energy, water … of the accounts that goals name: by what is made and by households. */
export function writeAccounts(draft: Draft): void {
  const { builder, columns, goals, economy, units, population } = draft;
  const counted = new Set(goals.accounts.keys());
  for (const id of Object.keys(goals.weights.accounts ?? {})) {
    counted.add(economy.accounts.findIndex((account) => account.id === id));
  }
  for (const year of yearsOf(draft)) {
    const totals = new Map<number, number>();
    for (const account of counted) {
      const unit = units.accounts[account];
      const households = (economy.accounts[account].households * population[year]) / unit;
      const total = builder.column({ kind: "account", year, account }, atLeast(0));
      const row = builder.row({ kind: "account-total", year, account }, exactly(-households), [[total, -1]]);
      const { output, technique } = accountCoefficients(draft, account);
      columns.output[year - 1].forEach((column, product) =>
        builder.entry(row, column, (output[product] * units.money) / unit),
      );
      columns.technique[year - 1].forEach((column, index) => {
        if (column < 0) return;
        const money = draft.planning.techniques[index].product === undefined ? 1 : units.money;
        builder.entry(row, column, (technique[index] * money) / unit);
      });
      totals.set(account, total);
    }
    columns.account.push(totals);
  }
  for (const [account, path] of goals.accounts) {
    const base = baseAccount(draft, account) / units.accounts[account];
    writeRule(draft, { kind: "account", account }, (year) => ({
      column: columns.account[year - 1].get(account) as number,
      limit: base * levelAt(path, year),
    }));
  }
}

function writeRule(
  draft: Draft,
  rule: Pick<Rule, "account"> & { readonly kind: "week" | "hazard" | "account" },
  at: (year: number) => { readonly column: number; readonly limit: number },
): void {
  const { builder } = draft;
  const { kind, ...subject } = rule;
  const relaxation = builder.column({ kind: "relaxation", year: 0, ...subject }, exactly(0));
  const rows = yearsOf(draft).map((year) => {
    const { column, limit } = at(year);
    return builder.row({ kind, year, ...subject }, atMost(limit), [
      [column, 1],
      [relaxation, -limit],
    ]);
  });
  draft.rules.push({ ...rule, column: relaxation, rows });
}

/** Million hours of the base year by the coefficients. */
export function baseHours({ coefficients }: Pick<Draft, "coefficients">): number {
  return coefficients.output.reduce((sum, output, product) => sum + output * coefficients.labour[product], 0);
}

/** Amount of an account in the base year, households included. */
export function baseAccount(
  { coefficients, economy }: Pick<Draft, "coefficients" | "economy">,
  account: number,
): number {
  const { id, households } = economy.accounts[account];
  const intensity = coefficients.accounts.get(id);
  return coefficients.output.reduce(
    (sum, output, product) => sum + output * (intensity?.[product] ?? 0),
    households,
  );
}

interface Burdens {
  /** By product, for each million of output. */
  readonly output: Float64Array;
  /** By technique, for each million made that way (or for all households). */
  readonly technique: Float64Array;
}

export function accountCoefficients(
  { coefficients, economy, planning }: Pick<Draft, "coefficients" | "economy" | "planning">,
  account: number,
): Burdens {
  const { id } = economy.accounts[account];
  return {
    output: coefficients.accounts.get(id) ?? new Float64Array(coefficients.size),
    technique: Float64Array.from(planning.techniques, ({ accounts }) => accounts.get(id) ?? 0),
  };
}

/** Thousands of injuries at dangerous work: `hours · rate / 200,000` where the rate is at least the threshold. */
export function hazardCoefficients({
  coefficients,
  planning,
  parameter,
}: Pick<Draft, "coefficients" | "planning" | "parameter">): Burdens {
  const threshold = parameter("dangerous");
  const output = coefficients.labour.map((hours, product) => {
    const rate = coefficients.injuries[product];
    return rate >= threshold ? (hours * rate * 1000) / 200_000 : 0;
  });
  const technique = Float64Array.from(planning.techniques, ({ product, labour }) => {
    if (product === undefined || coefficients.labour[product] === 0) return 0;
    return (output[product] / coefficients.labour[product]) * labour;
  });
  return { output, technique };
}

export function baseHazard(draft: Pick<Draft, "coefficients" | "planning" | "parameter">): number {
  const { output } = hazardCoefficients(draft);
  return draft.coefficients.output.reduce((sum, amount, product) => sum + amount * output[product], 0);
}

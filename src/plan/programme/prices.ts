import { knowsCapital, valueLabour } from "../accounts/index.ts";
import type { Programme } from "./draft.ts";
import type { Label, RowKind, Rule } from "./label.ts";
import { commonWorth } from "./objective.ts";
import type { Answer } from "./stages.ts";

/** A limit that holds the plan back, with how much it weighs. */
export interface Binding {
  readonly kind: RowKind;
  readonly product?: number;
  readonly need?: number;
  readonly account?: number;
  readonly stock?: number;
  readonly technique?: number;
  readonly years: readonly number[];
  /** By how many per cent the objective would improve if the limit gave way by one per cent in all these years. */
  readonly weight: number;
}

/** What one more unit of a limit, in every year, would bring. */
export interface ShadowPrice {
  readonly kind: Rule["kind"];
  readonly need?: number;
  readonly account?: number;
  /** Size of the unit: an hour of the week, a unit of the account, one per cent of the target or of the limit. */
  readonly unit: "hour-a-week" | "account-unit" | "per-cent";
  /** Change of the objective: million hours saved over all years, or per cent of fulfilment. */
  readonly brings: number;
  readonly measure: Answer["measure"];
}

/** Three numbers for a product: hours spent in making it, all hours in it, and what the plan counts it as. */
export interface ProductPrice {
  readonly product: number;
  /** Hours for a thousand of currency. */
  readonly directHours: number;
  readonly labourValue: number;
  readonly planPrice: number;
}

const ranked: ReadonlySet<RowKind> = new Set<RowKind>([
  "capacity",
  "technique-spread",
  "technique-share",
  "shrinking",
  "import-ceiling",
  "import-floor",
  "trade",
  "stock",
  "week",
  "account",
  "hazard",
  "target",
  "floor",
  "terminal-total",
  "terminal-capacity",
]);

/** Limits that bind, the heaviest first; rows of one kind and subject are one limit. */
export function rankBinding(programme: Programme, answer: Answer): readonly Binding[] {
  const { dual } = answer;
  const { start, row, value } = programme.program;
  const { primal, objective } = answer.solution;
  const flow = new Float64Array(dual.length);
  for (let j = 0; j < primal.length; j++) {
    for (let k = start[j]; k < start[j + 1]; k++) {
      flow[row[k]] = Math.max(flow[row[k]], Math.abs(value[k] * primal[j]));
    }
  }
  const whole = answer.measure === "fulfilment" ? commonWorth : Math.max(Math.abs(objective), 1e-9);
  const found = new Map<string, { label: Label<RowKind>; years: number[]; weight: number }>();
  programme.rowLabels.forEach((label, i) => {
    const weight = (Math.abs(dual[i]) * flow[i]) / whole;
    if (!ranked.has(label.kind) || !(weight > 1e-7) || label.year > programme.goals.years) return;
    const key = [label.kind, label.product, label.need, label.account, label.stock, label.technique].join(
      " ",
    );
    const known = found.get(key) ?? { label, years: [], weight: 0 };
    known.years.push(label.year);
    known.weight += weight;
    found.set(key, known);
  });
  return [...found.values()]
    .sort((a, b) => b.weight - a.weight)
    .map(({ label, years, weight }) => {
      const { kind, product, need, account, stock, technique } = label;
      return {
        kind,
        ...(product !== undefined && { product }),
        ...(need !== undefined && { need }),
        ...(account !== undefined && { account }),
        ...(stock !== undefined && { stock }),
        ...(technique !== undefined && { technique }),
        years,
        weight,
      };
    });
}

/** What one more unit of each wish and limit would bring (or, of a wish, cost). */
export function shadowPrices(programme: Programme, { dual, measure }: Answer): readonly ShadowPrice[] {
  const { goals, units, program, population } = programme;
  const weekHours = hoursOfOneWeekIn(programme);
  return programme.rules.flatMap((rule): readonly ShadowPrice[] => {
    const { kind } = rule;
    const shown = rule.rows.slice(0, goals.years);
    const sum = (size: (index: number) => number): number =>
      shown.reduce((total, row, i) => total - dual[row] * size(i), 0);
    const brings = ((): number => {
      switch (kind) {
        case "week":
          return sum((i) => weekHours * population[i + 1]);
        case "account":
          return sum(() => 1 / units.accounts[rule.account as number]);
        case "target":
        case "floor":
          return sum((i) => wholeOf(program, rule, i) / 100);
        default:
          return sum((i) => program.rowUpper[shown[i]] / 100);
      }
    })();
    if (Math.abs(brings) < 1e-12) return [];
    const unit = kind === "week" ? "hour-a-week" : kind === "account" ? "account-unit" : "per-cent";
    const { need, account } = rule;
    return [
      {
        kind,
        ...(need === undefined ? {} : { need }),
        ...(account === undefined ? {} : { account }),
        unit,
        brings:
          brings * (measure === "hours" ? units.hours : measure === "fulfilment" ? 100 / commonWorth : 1),
        measure,
      },
    ];
  });
}

/** Direct hours, labour value and plan price of every product in a year. */
export function productPrices(programme: Programme, { dual }: Answer, year: number): readonly ProductPrice[] {
  const { coefficients, units, rows, economy } = programme;
  const { total } = valueLabour(coefficients, { fixedCapital: knowsCapital(coefficients) });
  const hour = dual[rows.hours[year - 1]];
  return economy.products.map((_, product) => ({
    product,
    directHours: coefficients.labour[product] * 1000,
    labourValue: total[product] * 1000,
    planPrice:
      hour === 0 ? 0 : (dual[rows.balance[year - 1][product]] / -hour) * (units.hours / units.money) * 1000,
  }));
}

function wholeOf({ start, row, value }: Programme["program"], rule: Rule, index: number): number {
  for (let k = start[rule.column]; k < start[rule.column + 1]; k++) {
    if (row[k] === rule.rows[index]) return value[k];
  }
  return 0;
}

function hoursOfOneWeekIn({ economy, units, parameter }: Programme): number {
  const persons = economy.persons.reduce((sum, thousands) => sum + thousands, 0) / 1000;
  return (persons * parameter("working_weeks")) / units.hours;
}

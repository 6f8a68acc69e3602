import type { Outcome } from "../core/problem.ts";
import { type Model, nameOfPeriod } from "../model/index.ts";
import type { Run } from "./run.ts";
import { simulate } from "./simulate.ts";

/** What a boom takes or leaves behind in a year: money in millions, everything else in the unit of its name. */
export type ResourceName =
  | "investment"
  | "compute"
  | "chips"
  | "electricity"
  | "operation"
  | "manufacture"
  | "water"
  | "scrap";

export interface YearAmount {
  readonly value: number;
  /** The formula, in the variables and parameters of the model. */
  readonly formula: string;
  /** What the model says of where its variables and parameters come from: evidence ids and words. */
  readonly sources: readonly string[];
}

/** Resources of one calendar year of a run, first member. */
export interface ResourceYear {
  readonly model: string;
  readonly year: number;
  readonly scenarios: readonly string[];
  readonly currency: string;
  readonly amounts: Readonly<Record<ResourceName, YearAmount>>;
}

/** A boom model in billions of this currency, with the variables and parameters that `formulas` names. */
const currency = "USD";

type Values = Readonly<Record<string, number>>;
interface Quarter {
  readonly now: Values;
  readonly before: Values;
}
interface Rule {
  readonly formula: string;
  readonly names: readonly string[];
  readonly of: (quarters: readonly Quarter[], parameter: Values) => number;
}

const total = (quarters: readonly Quarter[], of: (quarter: Quarter) => number): number =>
  quarters.reduce((sum, quarter) => sum + of(quarter), 0);
const growth = (name: string): Rule["of"] => {
  return (quarters) => total(quarters, ({ now, before }) => now[name] - before[name]);
};

const rules: Readonly<Record<ResourceName, Rule>> = {
  investment: {
    formula: "1000 · Σ IA",
    names: ["Ip", "I0", "g0"],
    of: (quarters) => 1000 * total(quarters, ({ now }) => now.IA),
  },
  compute: {
    formula: "¼ Σ gpus[-1] / 1000 · kw · pue",
    names: ["gpus", "kw", "pue"],
    of: (quarters, { kw, pue }) =>
      (total(quarters, ({ before }) => before.gpus) / quarters.length / 1000) * kw * pue,
  },
  chips: {
    formula: "gpus / 1000",
    names: ["gpus"],
    of: (quarters) => quarters[quarters.length - 1].now.gpus / 1000,
  },
  electricity: {
    formula: "Σ twh = Σ gpus[-1] / 1000 · kw · pue · lf · 2.19",
    names: ["twh", "kw", "pue", "lf"],
    of: (quarters) => total(quarters, ({ now }) => now.twh),
  },
  operation: {
    formula: "Δ co2 − emb · Σ gn",
    names: ["co2", "ci", "cid"],
    of: (quarters, { emb }) => growth("co2")(quarters, {}) - emb * total(quarters, ({ now }) => now.gn),
  },
  manufacture: {
    formula: "emb · Σ gn",
    names: ["gn", "emb"],
    of: (quarters, { emb }) => emb * total(quarters, ({ now }) => now.gn),
  },
  water: { formula: "Δ wat", names: ["wat", "wue"], of: growth("wat") },
  scrap: { formula: "Δ was", names: ["was", "kgg", "gshr"], of: growth("was") },
};

const variables = ["IA", "gpus", "twh", "co2", "gn", "wat", "was"] as const;
const parameters = ["kw", "pue", "emb"] as const;

/** Variables that `resourcesOfYear` reads: the outputs that a run must keep. */
export const resourceOutputs: readonly string[] = variables;

/**
 * What the boom of a run takes in a calendar year: investment (million), computers (GW drawn at full load, mean of the
 * year), chips in use at its end (million), electricity (TWh), emissions of operation and of making the chips (Mt), water
 * (million m³), scrap (Mt). Undefined for a model without these variables and for a year that is not simulated whole.
 */
export function resourcesOfYear(model: Model, run: Run, year: number): ResourceYear | undefined {
  const { calendar, system } = model;
  const given = system.parameters.map(({ name, value }) => [name, run.set[name] ?? value] as const);
  const parameter: Values = Object.fromEntries(given);
  if (variables.some((name) => !(name in run.series))) return undefined;
  if (parameters.some((name) => !(name in parameter))) return undefined;
  const at = (period: number): Values =>
    Object.fromEntries(variables.map((name) => [name, run.series[name][period]]));
  const quarters: Quarter[] = [];
  for (let period = 1; period <= run.periods; period++) {
    if (new RegExp(`^${year}Q[1-4]$`).test(nameOfPeriod(calendar, period))) {
      quarters.push({ now: at(period), before: at(period - 1) });
    }
  }
  if (quarters.length !== 4) return undefined;
  const sourceOf = new Map(model.names.map(({ name, source }) => [name, source]));
  const amountOf = (name: ResourceName): YearAmount => {
    const { formula, names, of } = rules[name];
    const sources = [...new Set(names.map((each) => sourceOf.get(each) ?? ""))].filter(Boolean);
    return { value: of(quarters, parameter), formula, sources };
  };
  return {
    model: run.model,
    year,
    scenarios: run.scenarios,
    currency,
    amounts: {
      investment: amountOf("investment"),
      compute: amountOf("compute"),
      chips: amountOf("chips"),
      electricity: amountOf("electricity"),
      operation: amountOf("operation"),
      manufacture: amountOf("manufacture"),
      water: amountOf("water"),
      scrap: amountOf("scrap"),
    },
  };
}

/** The built-in model that a plan is set beside. */
export const boomModel = "ki-boom";

/** Resources of a calendar year of a model's central run; without one for a model or a year that has none. */
export function simulateYear(model: Model, year: number): Outcome<ResourceYear> {
  const { value: run, problems } = simulate(model.system, { outputs: resourceOutputs });
  return { value: run && resourcesOfYear(model, run, year), problems };
}

/** Calendar years that a model simulates whole. */
export function wholeYearsOf({ calendar, system }: Model): readonly number[] {
  const counted = new Map<number, number>();
  for (let period = 1; period <= system.periods; period++) {
    const year = Number(nameOfPeriod(calendar, period).slice(0, 4));
    counted.set(year, (counted.get(year) ?? 0) + 1);
  }
  return [...counted].filter(([, periods]) => periods === 4).map(([year]) => year);
}

import { nearestName } from "../../core/nearest-name.ts";
import { plan as german } from "../../text/de/plan.ts";
import { plan as english } from "../../text/en/plan.ts";
import type { Outcome, Problem } from "../../core/problem.ts";
import { readYaml } from "../../dossier/yaml-document.ts";
import type { Bilingual } from "../../text/language.ts";
import { createProblem } from "../../text/problem.ts";
import type { Coefficients, Economy } from "../economy/economy.ts";
import { applySettings, type Parameters, type Setting } from "./parameter.ts";
import { type PlanningRecord, planningSchema } from "./planning-schema.ts";

/** An amount of one product. */
export interface Item {
  readonly product: number;
  readonly amount: number;
}

/** What consumption is for: a basket of products (shares add to 1) and how much of it the base year used. */
export interface Need {
  readonly id: string;
  readonly name: Bilingual;
  readonly basket: readonly Item[];
  /** Million of currency in the base year. */
  readonly base: number;
}

/** Something that is built, wears out and is needed by a technique: computers, heat pumps, wind parks. */
export interface Stock {
  readonly id: string;
  readonly name: Bilingual;
  readonly unit: string;
  readonly initial: number;
  readonly life: number;
  /** Million of currency for a unit, by product. */
  readonly build: readonly Item[];
  readonly largestBuild: number;
  /** The unit is a million of yearly output, so it moves with the currency. */
  readonly isOutput: boolean;
}

/**
 * Another way of making a product, as the difference to today's: amounts for each million of output made that way.
 * Without a product it is done by households, and its level is the share of them.
 */
export interface Technique {
  readonly id: string;
  readonly kind: "assisted" | "greener";
  readonly name: Bilingual;
  readonly product: number | undefined;
  readonly highestShare: number;
  /** Share of the first year's output that can change over in a year. */
  readonly diffusion: number;
  readonly inputs: readonly Item[];
  /** Million hours, negative if it saves. */
  readonly labour: number;
  readonly accounts: ReadonlyMap<string, number>;
  readonly uses: readonly { readonly stock: number; readonly amount: number }[];
}

/** What a plan knows of an economy beside its accounts, with all assumptions put in. */
export interface Planning {
  readonly parameters: Parameters;
  readonly needs: readonly Need[];
  readonly stocks: readonly Stock[];
  readonly techniques: readonly Technique[];
  /** Products that can be kept in store. */
  readonly stored: ReadonlySet<number>;
  /** Where the figures of greener techniques come from. */
  readonly greenBasis: Bilingual | undefined;
}

export interface PlanningSource {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads `planning.yaml` against an economy. Without one the needs are the purposes of the accounts and there are only
 * today's techniques. Problems: unknown products, purposes, accounts, stocks and parameters, each with the nearest
 * name.
 */
export function readPlanning(
  economy: Economy,
  coefficients: Coefficients,
  source: PlanningSource | undefined,
  settings: readonly Setting[] = [],
): Outcome<Planning> {
  if (!source) {
    const { parameters, problems } = applySettings({}, settings);
    const needs = economy.purposes
      .filter(({ kind }) => kind === "consumption" || kind === "government")
      .map(({ id, name }) => ({ id, name, of: [id], trade: false }));
    const record = planningSchema.parse({ format: 1, needs });
    return finish(new PlanningReader(economy, coefficients, record, parameters, () => nowhere), problems);
  }
  const { value: record, problems, where } = readYaml(source.file, source.text, planningSchema);
  if (!record) return { value: undefined, problems };
  const applied = applySettings(record.parameters, settings);
  return finish(
    new PlanningReader(economy, coefficients, record, applied.parameters, where),
    applied.problems,
  );
}

const nowhere = { file: "economy", line: 0, column: 0 };

function finish(reader: PlanningReader, before: readonly Problem[]): Outcome<Planning> {
  const value = reader.read();
  const problems = [...before, ...reader.problems];
  return { value: problems.some(({ severity }) => severity === "error") ? undefined : value, problems };
}

class PlanningReader {
  readonly problems: Problem[] = [];
  private readonly productOf: ReadonlyMap<string, number>;
  private readonly economy: Economy;
  private readonly coefficients: Coefficients;
  private readonly record: PlanningRecord;
  private readonly parameters: Parameters;
  private readonly where: (path: readonly PropertyKey[]) => Problem["where"];

  constructor(
    economy: Economy,
    coefficients: Coefficients,
    record: PlanningRecord,
    parameters: Parameters,
    where: (path: readonly PropertyKey[]) => Problem["where"],
  ) {
    this.economy = economy;
    this.coefficients = coefficients;
    this.record = record;
    this.parameters = parameters;
    this.where = where;
    this.productOf = new Map(economy.products.map(({ id }, index) => [id, index]));
  }

  read(): Planning {
    const { record } = this;
    const needs = this.readNeeds();
    const stocks: Stock[] = record.stocks.map((stock, i) => ({
      id: stock.id,
      name: stock.name,
      unit: stock.unit,
      life: stock.life,
      initial: this.amount(stock.initial, ["stocks", i, "initial"]),
      build: this.items(stock.build, this.amount(stock.cost, ["stocks", i, "cost"]), ["stocks", i, "build"]),
      largestBuild: Infinity,
      isOutput: false,
    }));
    const techniques = [
      ...this.readAssisted(),
      ...this.readGreener(stocks),
      ...this.readElectrification(stocks),
    ];
    const stored = new Set(record.stored ? this.products(record.stored, ["stored"]) : this.changedStores());
    return { parameters: this.parameters, needs, stocks, techniques, stored, greenBasis: record.green_basis };
  }

  private changedStores(): readonly number[] {
    const { finalDemand, purposes, products } = this.economy;
    return products.flatMap((_, product) =>
      purposes.some(
        ({ kind }, column) =>
          kind === "inventories" && finalDemand.value[product * finalDemand.columns + column] !== 0,
      )
        ? [product]
        : [],
    );
  }

  private readNeeds(): readonly Need[] {
    const { economy, record } = this;
    const { purposes, finalDemand } = economy;
    const unclaimed = purposes.map(({ kind }, p) =>
      economy.products.map((_, product) =>
        kind === "consumption" || kind === "government"
          ? finalDemand.value[product * finalDemand.columns + p]
          : 0,
      ),
    );
    const take = (product: number, columns: readonly number[]): number => {
      let sum = 0;
      for (const column of columns) {
        sum += unclaimed[column][product];
        unclaimed[column][product] = 0;
      }
      return sum;
    };
    const trade = this.products(record.trade, ["trade"]);
    const drafts = record.needs.map((need, i) => {
      const columns = need.of.flatMap((id, k) => this.purpose(id, ["needs", i, "of", k]));
      const products = need.products
        ? this.products(need.products, ["needs", i, "products"])
        : economy.products.map((_, product) => product);
      return {
        ...need,
        columns,
        items: products.map((product) => ({ product, amount: take(product, columns) })),
      };
    });
    // Trade margins belong to the goods that are traded, by value.
    const trading = drafts.filter((draft) => draft.trade);
    const values = trading.map(({ items }) => sum(items.map(({ amount }) => amount)));
    const value = sum(values);
    const columns = [...new Set(trading.flatMap((draft) => draft.columns))];
    for (const product of trading.length > 0 ? trade : []) {
      const margin = take(product, columns);
      trading.forEach(({ items }, k) => items.push({ product, amount: (margin * values[k]) / value }));
    }
    const rest = economy.products.map((_, product) => ({
      product,
      amount: sum(unclaimed.map((column) => column[product])),
    }));
    const left = rest.some(({ amount }) => amount !== 0);
    const named = left ? [...drafts, { id: "rest", name: restName, items: rest }] : drafts;
    return named.flatMap(({ id, name, items }) => {
      const base = sum(items.map(({ amount }) => amount));
      if (!(base > 0)) return [];
      const basket = items
        .filter(({ amount }) => amount !== 0)
        .map(({ product, amount }) => ({ product, amount: amount / base }));
      return [{ id, name, base, basket }];
    });
  }

  private readAssisted(): readonly Technique[] {
    const { assisted, assistance, stocks } = this.record;
    if (!assistance) return [];
    const diffusion = this.amount(assistance.diffusion, ["assistance", "diffusion"]);
    const uses = Object.entries(assistance.uses).flatMap(([id, amount]) => {
      const path = ["assistance", "uses", id];
      const stock = stocks.findIndex((known) => known.id === id);
      if (stock < 0) {
        this.unknown(
          "no-such-stock",
          id,
          stocks.map((known) => known.id),
          path,
        );
        return [];
      }
      return [{ stock, amount: this.amount(amount, path) }];
    });
    const operate = uses.flatMap(({ stock, amount }) =>
      this.items(stocks[stock].operate, amount, ["stocks", stock, "operate"]),
    );
    return assisted.flatMap(({ saving, products }, i) => {
      const share = this.amount(saving, ["assisted", i, "saving"]);
      return this.products(products, ["assisted", i, "products"]).map((product) => {
        const saved = share * this.coefficients.labour[product];
        const { id, name } = this.economy.products[product];
        return {
          id: `assisted:${id}`,
          kind: "assisted" as const,
          name,
          product,
          highestShare: 1,
          diffusion,
          labour: -saved,
          inputs: operate.map((item) => ({ product: item.product, amount: item.amount * saved })),
          accounts: new Map<string, number>(),
          uses: uses.map(({ stock, amount }) => ({ stock, amount: amount * saved })),
        };
      });
    });
  }

  private readGreener(stocks: Stock[]): readonly Technique[] {
    const { greener, green_build: build } = this.record;
    return greener.flatMap((record, i) => {
      const path = ["greener", i];
      const [product] = this.products([record.product], [...path, "product"]);
      const inputs = this.items(record.inputs, 1, [...path, "inputs"]);
      const saves = this.items(record.saves, 1, [...path, "saves"]);
      if (product === undefined) return [];
      const stock = stocks.push({
        id: record.id,
        name: record.name,
        unit: `million ${this.economy.currency}`,
        initial: 0,
        life: record.life,
        build: this.items(build, record.cost, ["green_build"]),
        largestBuild: Infinity,
        isOutput: true,
      });
      return [
        {
          id: record.id,
          kind: "greener" as const,
          name: record.name,
          product,
          highestShare: 1,
          diffusion: 1,
          labour: 0,
          inputs: [
            ...inputs,
            ...saves.map((item) => ({
              product: item.product,
              amount: -item.amount * entryOf(this.coefficients, item.product, product),
            })),
          ],
          accounts: this.accounts(record.accounts, [...path, "accounts"], (id) => {
            return this.coefficients.accounts.get(id)?.[product] ?? 0;
          }),
          uses: [{ stock: stock - 1, amount: 1 }],
        },
      ];
    });
  }

  private readElectrification(stocks: Stock[]): readonly Technique[] {
    const { electrification: record } = this.record;
    if (!record) return [];
    const stock = stocks.push({
      id: "electrification",
      name: record.name,
      unit: "share of households",
      initial: 0,
      life: record.life,
      build: this.items(record.build, record.cost, ["electrification", "build"]),
      largestBuild: record.diffusion,
      isOutput: false,
    });
    return [
      {
        id: "electrification",
        kind: "greener",
        name: record.name,
        product: undefined,
        highestShare: record.highest,
        diffusion: 1,
        labour: 0,
        inputs: this.items(record.inputs, 1, ["electrification", "inputs"]),
        accounts: this.accounts(record.accounts, ["electrification", "accounts"], () => 1),
        uses: [{ stock: stock - 1, amount: 1 }],
      },
    ];
  }

  private accounts(
    record: Readonly<Record<string, number>>,
    path: readonly PropertyKey[],
    today: (id: string) => number,
  ): ReadonlyMap<string, number> {
    const known = this.economy.accounts.map(({ id }) => id);
    for (const id of Object.keys(record)) {
      if (!known.includes(id)) this.unknown("no-such-account", id, known, [...path, id]);
    }
    return new Map(Object.entries(record).map(([id, change]) => [id, change * today(id)]));
  }

  private items(
    record: Readonly<Record<string, number>>,
    factor: number,
    path: readonly PropertyKey[],
  ): readonly Item[] {
    return Object.entries(record).flatMap(([id, amount]) =>
      this.products([id], path).map((product) => ({ product, amount: amount * factor })),
    );
  }

  private products(ids: readonly string[], path: readonly PropertyKey[]): readonly number[] {
    return ids.flatMap((id, k) => {
      const product = this.productOf.get(id);
      if (product !== undefined) return [product];
      this.unknown("unknown-product", id, this.productOf.keys(), [...path, ids.length > 1 ? k : id]);
      return [];
    });
  }

  private purpose(id: string, path: readonly PropertyKey[]): readonly number[] {
    const column = this.economy.purposes.findIndex((purpose) => purpose.id === id);
    if (column >= 0) return [column];
    this.unknown(
      "unknown-purpose",
      id,
      this.economy.purposes.map((purpose) => purpose.id),
      path,
    );
    return [];
  }

  private amount(value: number | string, path: readonly PropertyKey[]): number {
    if (typeof value === "number") return value;
    const parameter = this.parameters.get(value);
    if (parameter) return parameter.value;
    this.unknown("no-such-parameter", value, this.parameters.keys(), path);
    return 0;
  }

  private unknown(
    code: "unknown-product" | "unknown-purpose" | "no-such-stock" | "no-such-account" | "no-such-parameter",
    name: string,
    known: Iterable<string>,
    path: readonly PropertyKey[],
  ): void {
    const names = [...known];
    const values = { name, ...(code.startsWith("no-such") && { known: names.join(", ") || "–" }) };
    this.problems.push(createProblem(code, this.where(path), values, { hint: nearestName(name, names) }));
  }
}

const restName: Bilingual = { en: english.restName, de: german.restName };

function entryOf({ input }: Coefficients, row: number, column: number): number {
  for (let k = input.start[row]; k < input.start[row + 1]; k++) {
    if (input.column[k] === column) return input.value[k];
  }
  return 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

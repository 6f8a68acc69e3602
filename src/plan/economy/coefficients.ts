import { createSparse, type Sparse } from "../../core/sparse.ts";
import { importShares } from "./completion.ts";
import type { Coefficients, Economy, Table } from "./economy.ts";

export interface CoefficientOptions {
  /** What becomes of inputs below zero (scrap booked as a negative purchase): no technique can use up less than nothing. */
  readonly negativeInputs?: "zero" | "keep";
  /** Inputs smaller than this share of a unit are dropped. */
  readonly negligible?: number;
}

export const defaults: Required<CoefficientOptions> = { negativeInputs: "zero", negligible: 0 };

/**
 * The technique of an economy a unit of product by the industry-technology assumption, `A = U x̂⁻¹ V q̂⁻¹`: a unit of
 * a product is made with the mix of the sectors that make it. Hours are million hours per million of currency, that
 * is hours a unit of currency; accounts likewise (kt per million = kg a unit of currency). Products that nobody makes
 * have empty columns. Source: Eurostat Manual of Supply, Use and Input-Output Tables (2008), ch. 11, model B.
 */
export function deriveCoefficients(economy: Economy, options: CoefficientOptions = {}): Coefficients {
  const { negativeInputs, negligible } = { ...defaults, ...options };
  const { products, sectors, use, useImported, make } = economy;
  const size = products.length;
  const output = columnSums(make);
  /** `V q̂⁻¹`: the part of a unit of each product that each sector makes, by product. */
  const makers = Array.from({ length: size }, (_, product) => makersOf(make, product, output[product]));

  const perUnit = (table: Table): Sparse => {
    const value = new Float64Array(size * size);
    makers.forEach((list, product) => {
      for (const { sector, share } of list) {
        const scale = economy.output[sector] > 0 ? share / economy.output[sector] : 0;
        if (scale === 0) continue;
        for (let input = 0; input < size; input++) {
          value[input * size + product] += table.value[input * table.columns + sector] * scale;
        }
      }
    });
    return sparseOf(value, size, (entry) =>
      (entry < 0 && negativeInputs === "zero") || Math.abs(entry) < negligible ? 0 : entry,
    );
  };
  const sum = (amount: (sector: number) => number): Float64Array =>
    Float64Array.from(makers, (list) =>
      list.reduce((total, { sector, share }) => {
        const made = economy.output[sector];
        return made > 0 ? total + (amount(sector) / made) * share : total;
      }, 0),
    );
  const ratio = (above: Float64Array, below: Float64Array): Float64Array =>
    above.map((value, product) => (below[product] > 0 ? value / below[product] : NaN));

  const labour = sum((sector) => economy.hours[sector]);
  const capital = sum((sector) => economy.capital[sector]);
  const weighted = (rate: Float64Array): Float64Array =>
    ratio(
      sum((sector) => (economy.hours[sector] === 0 ? 0 : rate[sector] * economy.hours[sector])),
      labour,
    );
  const domestic: Table = { ...use, value: use.value.map((total, at) => total - useImported.value[at]) };
  const accounts = economy.accounts.map(({ id, bearer, total }) => {
    const carried =
      bearer === "sectors"
        ? sum((sector) => total[sector])
        : total.map((amount, product) => (output[product] > 0 ? amount / output[product] : 0));
    return [id, carried] as const;
  });
  return {
    size,
    output,
    input: perUnit(use),
    domesticInput: perUnit(domestic),
    labour,
    collegeShare: weighted(economy.collegeShare),
    capital,
    depreciationRate: ratio(
      sum((sector) => economy.depreciation[sector]),
      capital,
    ),
    investment: economy.capitalFlow && carryInvestment(economy.capitalFlow, make, sectors.length),
    injuries: weighted(economy.injuries),
    accounts: new Map(accounts),
    exports: exportsOf(economy),
    importShare: importShares(use, economy.finalDemand, economy.imports, economy.purposes),
  };
}

function exportsOf({ finalDemand, purposes, products }: Economy): Float64Array {
  return Float64Array.from(products, (_, product) =>
    purposes.reduce(
      (sum, { kind }, j) =>
        kind === "exports" ? sum + finalDemand.value[product * finalDemand.columns + j] : sum,
      0,
    ),
  );
}

/** Investment of sectors, carried to their products by what they make of each. */
function carryInvestment(flow: Table, make: Table, sectors: number): Sparse {
  const size = make.columns;
  const value = new Float64Array(size * size);
  for (let sector = 0; sector < sectors; sector++) {
    const row = make.value.subarray(sector * size, (sector + 1) * size);
    const made = row.reduce((sum, amount) => sum + amount, 0);
    if (!(made > 0)) continue;
    row.forEach((amount, product) => {
      if (amount === 0) return;
      for (let bought = 0; bought < size; bought++) {
        value[bought * size + product] += flow.value[bought * flow.columns + sector] * (amount / made);
      }
    });
  }
  return sparseOf(value, size, (entry) => entry);
}

function makersOf(
  make: Table,
  product: number,
  output: number,
): readonly { readonly sector: number; readonly share: number }[] {
  const list: { sector: number; share: number }[] = [];
  for (let sector = 0; sector < make.rows; sector++) {
    const amount = make.value[sector * make.columns + product];
    if (amount !== 0 && output > 0) list.push({ sector, share: amount / output });
  }
  return list;
}

/** Sums of the columns of a table. */
export function columnSums({ rows, columns, value }: Table): Float64Array {
  const sums = new Float64Array(columns);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) sums[j] += value[i * columns + j];
  return sums;
}

/** Sums of the rows of a table. */
export function rowSums({ rows, columns, value }: Table): Float64Array {
  const sums = new Float64Array(rows);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) sums[i] += value[i * columns + j];
  return sums;
}

function sparseOf(value: Float64Array, size: number, kept: (entry: number) => number): Sparse {
  const rows: number[] = [];
  const columns: number[] = [];
  const entries: number[] = [];
  value.forEach((entry, at) => {
    const amount = kept(entry);
    if (amount === 0) return;
    rows.push(Math.floor(at / size));
    columns.push(at % size);
    entries.push(amount);
  });
  return createSparse(size, rows, columns, entries);
}

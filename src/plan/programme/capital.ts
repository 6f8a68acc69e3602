import type { Coefficients, Economy } from "../economy/economy.ts";
import { createSparse, type Sparse } from "../../core/sparse.ts";
import { atLeast, atMost, type Draft, eachEntry, exactly, yearsOf } from "./draft.ts";

const smallestInvestment = 1e-5;

/** Capital of each product: stock per yearly output, depreciation a year, and what a unit of investment consists of. */
export interface CapitalCoefficients {
  readonly intensity: Float64Array;
  readonly depreciation: Float64Array;
  /** Columns add to 1: products bought (row) for a unit of investment in making a product (column). */
  readonly composition: Sparse;
}

/**
 * Capital by product from the accounts. Where they know no depreciation the parameter holds; where they know no
 * capital flows, every industry invests in the mix of all investment.
 */
export function capitalCoefficients(
  economy: Economy,
  { size, capital, depreciationRate, investment }: Coefficients,
  depreciation: number,
): CapitalCoefficients {
  const total = new Float64Array(size);
  economy.purposes.forEach(({ kind }, column) => {
    if (kind !== "investment") return;
    for (let product = 0; product < size; product++) {
      const { value, columns } = economy.finalDemand;
      total[product] += Math.max(0, value[product * columns + column]);
    }
  });
  const bought = total.reduce((sum, value) => sum + value, 0);
  const spent = new Float64Array(size);
  if (investment) eachEntry(investment, 0, (_, column, value) => (spent[column] += value));
  const rows: number[] = [];
  const columns: number[] = [];
  const values: number[] = [];
  const put = (row: number, column: number, value: number): void => {
    if (!(value >= smallestInvestment)) return;
    rows.push(row);
    columns.push(column);
    values.push(value);
  };
  if (investment) eachEntry(investment, 0, (row, column, value) => put(row, column, value / spent[column]));
  for (let column = 0; column < size; column++) {
    if (spent[column] > 0) continue;
    for (let row = 0; row < size; row++) put(row, column, total[row] / bought);
  }
  return {
    intensity: capital.map((value) => (value > 0 ? value : 0)),
    depreciation: depreciationRate.map((rate) => (rate > 0 && rate < 1 ? rate : depreciation)),
    composition: createSparse(size, rows, columns, values),
  };
}

/**
 * What can be made with the plant there is: `κ/u · output ≤ K`, `K' = (1 − δ) K + I`. Wearing out at a constant rate
 * makes one stock exactly equal to all its vintages. After the last year every industry keeps the plant that its
 * last output needs, and all plant together is no less than three years before, or the plan would eat its capital.
 */
export function writeCapital(draft: Draft): void {
  const { builder, coefficients, columns, rows, units, horizon, economy } = draft;
  const { intensity, depreciation, composition } = capitalCoefficients(
    economy,
    coefficients,
    draft.parameter("depreciation"),
  );
  const utilisation = draft.parameter("utilisation");
  const grown = 1 + draft.parameter("terminal_growth");
  for (let year = 1; year <= horizon + 1; year++) {
    const capital = new Int32Array(coefficients.size).fill(-1);
    for (let product = 0; product < coefficients.size; product++) {
      if (intensity[product] === 0) continue;
      const base = (coefficients.output[product] / units.money) * intensity[product];
      capital[product] = builder.column(
        { kind: "capital", year, product },
        year === 1 ? exactly(base) : atLeast(0),
      );
    }
    columns.capital.push(capital);
  }
  for (const year of yearsOf(draft)) {
    const investment = new Int32Array(coefficients.size).fill(-1);
    for (let product = 0; product < coefficients.size; product++) {
      if (intensity[product] === 0) continue;
      const label = { year, product };
      const capital = columns.capital[year - 1][product];
      const next = columns.capital[year][product];
      const output = columns.output[year - 1][product];
      const needed = intensity[product] / utilisation;
      investment[product] = builder.column({ kind: "investment", ...label }, atLeast(0));
      builder.row({ kind: "capacity", ...label }, atMost(0), [
        [output, needed],
        [capital, -1],
      ]);
      builder.row({ kind: "accumulation", ...label }, exactly(0), [
        [next, 1],
        [capital, depreciation[product] - 1],
        [investment[product], -1],
      ]);
      if (year === horizon) {
        builder.row({ kind: "terminal-capacity", ...label }, atLeast(0), [
          [next, 1],
          [output, -needed * grown],
        ]);
      }
    }
    eachEntry(composition, 0, (row, column, value) => {
      if (investment[column] >= 0) builder.entry(rows.use[year - 1][row], investment[column], value);
    });
    columns.investment.push(investment);
  }
  const before = Math.max(1, horizon - 2);
  const row = builder.row({ kind: "terminal-total", year: horizon }, atLeast(0));
  for (let product = 0; product < coefficients.size; product++) {
    if (intensity[product] === 0) continue;
    builder.entry(row, columns.capital[horizon][product], 1);
    builder.entry(row, columns.capital[before - 1][product], -1);
  }
}

import { createSparse, type Sparse } from "../../core/sparse.ts";
import type { Coefficients } from "../economy/economy.ts";
import { solveContent, type LeontiefOptions } from "./leontief.ts";

/**
 * What a unit of imports contains. `as-made-here`: what it would contain if it were made with the techniques at home.
 * `left-out`: nothing, so that only work at home is counted. `exchange`: what the exports contain that pay for it
 * (Steedman 1977; Shaikh & Tonak 1994, ch. 5).
 */
export type ImportTreatment = "as-made-here" | "left-out" | "exchange";

export interface ContentOptions extends LeontiefOptions {
  readonly imports?: ImportTreatment;
  /** Count the fixed capital used up as an input. */
  readonly fixedCapital?: boolean;
}

/** The content of a unit of each product, split by where it comes in; `total = direct + inputs + capital`. */
export interface Content {
  readonly imports: ImportTreatment;
  readonly direct: Float64Array;
  /** Through materials and services used up. */
  readonly inputs: Float64Array;
  /** Through fixed capital used up, all that it adds; zero if it is not counted. */
  readonly capital: Float64Array;
  readonly total: Float64Array;
  /** Content of a unit of money's worth of imports; only for `exchange`. */
  readonly perImport: number | undefined;
}

export const defaults = { imports: "as-made-here", fixedCapital: false } as const;

/**
 * The content of a unit of each product in whatever `direct` counts (hours, kg, MJ a unit of currency):
 * `λ = d + λ A`, with fixed capital `λ = d + λ (A + D)`, where `D` is what is used up of each capital good.
 * Throws a RangeError for fixed capital where the economy knows no capital flows or depreciation (`knowsCapital`).
 */
export function contentOf(
  coefficients: Coefficients,
  direct: Float64Array,
  options: ContentOptions = {},
): Content {
  const { imports, fixedCapital } = { ...defaults, ...options };
  if (fixedCapital && !knowsCapital(coefficients)) {
    throw new RangeError("This economy has no capital flows or no depreciation.");
  }
  const materials = contentWith(coefficients, direct, imports, undefined, options);
  const wear = fixedCapital ? usedUpCapital(coefficients) : undefined;
  const whole = wear ? contentWith(coefficients, direct, imports, wear, options) : materials;
  return {
    imports,
    direct,
    inputs: materials.total.map((value, i) => value - direct[i]),
    capital: whole.total.map((value, i) => value - materials.total[i]),
    total: whole.total,
    perImport: whole.perImport,
  };
}

/** True if the fixed capital used up can be counted. */
export function knowsCapital({ investment, depreciationRate, capital }: Coefficients): boolean {
  return investment !== undefined && depreciationRate.every((rate, i) => !(capital[i] > 0) || rate >= 0);
}

/**
 * `D`: what a unit of each product (column) uses up of each capital good (row) in a year: depreciation of the stock,
 * replaced in the composition of today's investment.
 */
export function usedUpCapital({ size, investment, capital, depreciationRate }: Coefficients): Sparse {
  if (!investment) throw new RangeError("This economy has no capital flows.");
  const bought = new Float64Array(size);
  investment.column.forEach((product, k) => (bought[product] += investment.value[k]));
  const value = investment.value.map((amount, k) => {
    const product = investment.column[k];
    const worn = capital[product] > 0 ? capital[product] * depreciationRate[product] : 0;
    return bought[product] > 0 && amount > 0 ? (amount / bought[product]) * worn : 0;
  });
  return { ...investment, value };
}

function contentWith(
  coefficients: Coefficients,
  direct: Float64Array,
  imports: ImportTreatment,
  wear: Sparse | undefined,
  options: LeontiefOptions,
): { readonly total: Float64Array; readonly perImport: number | undefined } {
  const { input, domesticInput, importShare, exports } = coefficients;
  if (imports === "as-made-here") {
    const matrix = wear ? addSparse(input, wear) : input;
    return { total: solveContent(matrix, direct, options), perImport: undefined };
  }
  const domesticWear = wear && scaleRows(wear, (product) => 1 - importShare[product]);
  const home = domesticWear ? addSparse(domesticInput, domesticWear) : domesticInput;
  const own = solveContent(home, direct, options);
  if (imports === "left-out") return { total: own, perImport: undefined };
  // λ = own + ε m̃, with m̃ the imports in all inputs; ε = λ·e / Σe is the content of what is exported in exchange.
  const all = wear ? addSparse(input, wear) : input;
  const atHome = columnTotals(home);
  const imported = columnTotals(all).map((sum, i) => sum - atHome[i]);
  const carried = solveContent(home, imported, options);
  const paid = exports.reduce((sum, amount) => sum + amount, 0);
  const ownExports = dot(own, exports);
  const importedExports = dot(carried, exports);
  const perImport = paid > importedExports ? ownExports / (paid - importedExports) : 0;
  return { total: own.map((value, i) => value + perImport * carried[i]), perImport };
}

/** What a bundle of products contains: amounts in millions of currency, content a unit of currency. */
export function bundleContent(content: Float64Array, bundle: ArrayLike<number>): number {
  return dot(content, bundle);
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function columnTotals({ size, column, value }: Sparse): Float64Array {
  const sums = new Float64Array(size);
  column.forEach((j, k) => (sums[j] += value[k]));
  return sums;
}

function scaleRows(matrix: Sparse, factorOf: (row: number) => number): Sparse {
  const value = matrix.value.slice();
  for (let i = 0; i < matrix.size; i++) {
    const scale = factorOf(i);
    for (let k = matrix.start[i]; k < matrix.start[i + 1]; k++) value[k] *= scale;
  }
  return { ...matrix, value };
}

function addSparse(a: Sparse, b: Sparse): Sparse {
  const rowsOf = ({ size, start, column }: Sparse): Int32Array => {
    const rows = new Int32Array(column.length);
    for (let i = 0; i < size; i++) rows.fill(i, start[i], start[i + 1]);
    return rows;
  };
  return createSparse(
    a.size,
    [...rowsOf(a), ...rowsOf(b)],
    [...a.column, ...b.column],
    [...a.value, ...b.value],
  );
}

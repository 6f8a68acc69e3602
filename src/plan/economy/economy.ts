import type { Sparse } from "../../core/sparse.ts";
import type { Bilingual } from "../../text/language.ts";

/** How firm a number is: read from a table, read from a chart, estimated by us, or invented for teaching. */
export type Quality = "table" | "chart" | "imputed" | "invented";

/** What a unit of final use is for; `imports` are never a purpose, they are a column of the products. */
export type PurposeKind = "consumption" | "government" | "investment" | "inventories" | "exports";

export interface Sector {
  readonly id: string;
  readonly name: Bilingual;
}

export interface Product {
  readonly id: string;
  readonly name: Bilingual;
  /** False for products that only imports supply (noncomparable imports) or that are no production (used goods). */
  readonly competitive: boolean;
}

/** One column of final use, for example the consumption of households or structures built by firms. */
export interface Purpose {
  readonly id: string;
  readonly kind: PurposeKind;
  readonly name: Bilingual;
  /** Taxes less subsidies on the products bought for this purpose, where the table does not hold them in its cells. */
  readonly productTaxes: number;
}

/** A physical account beside the money: greenhouse gases, water, energy, land … */
export interface Account {
  readonly id: string;
  readonly name: Bilingual;
  /** For example `kt CO2e`; one of these a million of currency is one kg, or its like, a unit of currency. */
  readonly unit: string;
  readonly year: number;
  /** Given for what is made (`products`) or for who makes it (`sectors`). */
  readonly bearer: "products" | "sectors";
  /** Totals of the year by product or by sector. */
  readonly total: Float64Array;
  readonly quality: Quality;
  readonly source: string;
  /** What households emit or take themselves, not through a sector; 0 if not known. */
  readonly households: number;
}

/** A rectangular table, rows one after another. */
export interface Table {
  readonly rows: number;
  readonly columns: number;
  readonly value: Float64Array;
}

export interface EconomySource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly link: string;
}

/** A reservation that every view of a result shows: what is old, provisional, imputed or missing. */
export interface Reservation {
  readonly about: string;
  readonly text: Bilingual;
}

/**
 * The accounts of one country in one year. Money in millions of `currency` at the prices of `prices`, hours in
 * millions, persons in thousands; every table is dense and in the order of `products`, `sectors` and `purposes`.
 */
export interface Economy {
  readonly id: string;
  readonly title: Bilingual;
  readonly summary: Bilingual;
  readonly year: number;
  readonly currency: string;
  readonly prices: "basic" | "producers" | "invented";
  /** The largest residual of an accounting identity that rounding explains, as a share of the sum. */
  readonly tolerance: number;
  readonly sectors: readonly Sector[];
  readonly products: readonly Product[];
  readonly purposes: readonly Purpose[];
  readonly accounts: readonly Account[];
  /** Products × sectors: what each sector uses up in the year, at home made and imported. */
  readonly use: Table;
  /** The part of `use` that is imported. */
  readonly useImported: Table;
  /** Sectors × products: who makes what. */
  readonly make: Table;
  /** Products × purposes: final use, at home made and imported. */
  readonly finalDemand: Table;
  /** The part of `finalDemand` that is imported. */
  readonly finalDemandImported: Table;
  /** Imports by product. */
  readonly imports: Float64Array;
  /** Products × sectors: gross fixed investment by what is bought and who invests; missing if not known. */
  readonly capitalFlow: Table | undefined;
  /** By sector: gross output. */
  readonly output: Float64Array;
  readonly compensation: Float64Array;
  readonly taxes: Float64Array;
  readonly surplus: Float64Array;
  /** By sector: international transport margins and the like that a table lists beside value added; mostly 0. */
  readonly margins: Float64Array;
  /** By sector: million hours worked. */
  readonly hours: Float64Array;
  /** By sector: thousand persons; NaN if not known. */
  readonly persons: Float64Array;
  /** By sector: share of the hours (or, where only that is known, of pay) of people with a degree; NaN if not known. */
  readonly collegeShare: Float64Array;
  /** By sector: net capital stock at the end of the year; NaN if not known. */
  readonly capital: Float64Array;
  /** By sector: consumption of fixed capital in the year; NaN if not known. */
  readonly depreciation: Float64Array;
  /** By sector: recordable injuries per 200,000 hours; NaN if not known. */
  readonly injuries: Float64Array;
  readonly injuriesQuality: readonly Quality[];
  /** By sector: yearly growth of output per hour over the last years; NaN if not known. */
  readonly productivityGrowth: Float64Array;
  readonly sources: readonly EconomySource[];
  readonly licence: string;
  readonly reservations: readonly Reservation[];
}

/**
 * The technique of an economy a unit of product, by the industry-technology assumption (`A = U x̂⁻¹ V q̂⁻¹`, Eurostat
 * manual 2008, model B): a unit of a product is made with the mix of the sectors that make it. All vectors are in
 * the order of `products`; an entry (row, column) of a matrix is what a unit of the column's product takes of the
 * row's product. Money per money has no unit; hours are per unit of currency (million hours per million).
 */
export interface Coefficients {
  readonly size: number;
  /** Output by product, million. */
  readonly output: Float64Array;
  /** A: inputs, at home made and imported. */
  readonly input: Sparse;
  /** The part of A made at home. */
  readonly domesticInput: Sparse;
  /** Hours per unit. */
  readonly labour: Float64Array;
  /** Share of the hours by people with a degree. */
  readonly collegeShare: Float64Array;
  /** Net capital stock per unit of yearly output. */
  readonly capital: Float64Array;
  /** Share of that stock used up in a year; NaN if not known. */
  readonly depreciationRate: Float64Array;
  /** Products × products: million of gross fixed investment bought (row) for making (column); missing if not known. */
  readonly investment: Sparse | undefined;
  /** Recordable injuries per 200,000 hours of the labour above; NaN if not known. */
  readonly injuries: Float64Array;
  /** By id of the account: amount per unit. */
  readonly accounts: ReadonlyMap<string, Float64Array>;
  /** Exports by product, million. */
  readonly exports: Float64Array;
  /** Share of the use at home that is imported, 0 … 1. */
  readonly importShare: Float64Array;
}

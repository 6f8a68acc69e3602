import { nearestName } from "./nearest-name.ts";

/** Exponents of base dimensions: money, year, watt, gram, litre, person, piece … */
export type Dimension = Readonly<Record<string, number>>;

/** A unit by name: how many base units it is, and of which dimension. Scales (`bn`) take the dimension of what they count. */
export interface Unit {
  readonly name: string;
  readonly factor: number;
  readonly dimension: Dimension;
  /** True for `m`, `bn`, `tn`: money if a currency stands beside it, a pure number otherwise. */
  readonly scale: boolean;
}

const hoursPerYear = 8760;
const daysPerYear = 365;
const wattHour = 1 / hoursPerYear;

const atoms: readonly (readonly [string, number, Dimension])[] = [
  ["1", 1, {}],
  ["x", 1, {}],
  ["ratio", 1, {}],
  ["percent", 0.01, {}],
  ["pp", 0.01, {}],
  ["bp", 0.0001, {}],
  ["index", 1, { index: 1 }],
  ["rank", 1, { rank: 1 }],
  ["years", 1, { year: 1 }],
  ["persons", 1, { person: 1 }],
  ["thousand", 1e3, {}],
  ["units", 1, { piece: 1 }],
  ["m units", 1e6, { piece: 1 }],
  ["m shares", 1e6, { share: 1 }],
  ["firms", 1, { firm: 1 }],
  ["acts", 1, { act: 1 }],
  ["miles", 1, { mile: 1 }],
  ["acres", 1, { acre: 1 }],
  ["m sq ft", 1e6, { squareFoot: 1 }],
  ["W", 1, { watt: 1 }],
  ["kW", 1e3, { watt: 1 }],
  ["MW", 1e6, { watt: 1 }],
  ["GW", 1e9, { watt: 1 }],
  ["kWh", 1e3 * wattHour, { watt: 1, year: 1 }],
  ["MWh", 1e6 * wattHour, { watt: 1, year: 1 }],
  ["TWh", 1e12 * wattHour, { watt: 1, year: 1 }],
  ["L/kWh", 1 / (1e3 * wattHour), { litre: 1, watt: -1, year: -1 }],
  ["bn L", 1e9, { litre: 1 }],
  ["m L/day", 1e6 * daysPerYear, { litre: 1, year: -1 }],
  ["gCO2/kWh", 1 / (1e3 * wattHour), { gramCarbonDioxide: 1, watt: -1, year: -1 }],
  ["kgCO2e", 1e3, { gramCarbonDioxide: 1 }],
  ["MtCO2", 1e12, { gramCarbonDioxide: 1 }],
  ["MtCO2e", 1e12, { gramCarbonDioxide: 1 }],
  ["kg", 1e3, { gram: 1 }],
  ["Mt", 1e12, { gram: 1 }],
  ["Mt/yr", 1e12, { gram: 1, year: -1 }],
  ["percent/yr", 0.01, { year: -1 }],
  ["bn/yr", 1e9, { money: 1, year: -1 }],
  ["bn/month", 12e9, { money: 1, year: -1 }],
  ["USD", 1, { money: 1 }],
  ["USD/h", hoursPerYear, { money: 1, year: -1 }],
  ["USD/unit", 1, { money: 1, piece: -1 }],
  ["USD/share", 1, { money: 1, share: -1 }],
  ["bn/GW", 1, { money: 1, watt: -1 }],
  ["text", 1, {}],
  ["date", 1, {}],
];
const scales: readonly (readonly [string, number])[] = [
  ["m", 1e6],
  ["bn", 1e9],
  ["tn", 1e12],
];

const registry: ReadonlyMap<string, Unit> = new Map(
  [
    ...atoms.map(([name, factor, dimension]) => ({ name, factor, dimension, scale: false })),
    ...scales.map(([name, factor]) => ({ name, factor, dimension: {}, scale: true })),
  ].map((unit) => [unit.name, unit]),
);

/** Names of all units, for messages and schemas. */
export const unitNames: readonly string[] = [...registry.keys()];

/** What people write where the name of a unit belongs. */
const otherNames: Readonly<Record<string, string>> = {
  "%": "percent",
  prozent: "percent",
  times: "x",
  fach: "x",
  million: "m",
  millions: "m",
  mio: "m",
  "mio.": "m",
  mn: "m",
  billion: "bn",
  billions: "bn",
  b: "bn",
  mrd: "bn",
  "mrd.": "bn",
  milliarden: "bn",
  trillion: "tn",
  bio: "tn",
  "bio.": "tn",
  $: "USD",
  dollar: "USD",
  pieces: "units",
  people: "persons",
  personen: "persons",
  year: "years",
  jahre: "years",
};

/**
 * The unit that was probably meant: by what people call it, otherwise the nearest name.
 *
 * @example
 * import { nearestUnit } from "kreislauf/core";
 * nearestUnit("%"); // → "percent"
 * nearestUnit("Mrd"); // → "bn"
 * nearestUnit("GWh"); // → "GW"
 */
export function nearestUnit(text: string): string | undefined {
  const lower = text.toLowerCase();
  return Object.hasOwn(otherNames, lower) ? otherNames[lower] : nearestName(text, unitNames);
}

/**
 * The unit of that name, or `undefined`. With a currency, a scale counts money.
 *
 * @example
 * import { findUnit } from "kreislauf/core";
 * findUnit("bn", "USD").dimension; // → { money: 1 }
 * findUnit("GW").factor; // → 1e9
 * findUnit("furlong"); // → undefined
 */
export function findUnit(name: string, currency = ""): Unit | undefined {
  const unit = registry.get(name);
  return unit?.scale && currency ? { ...unit, dimension: { money: 1 } } : unit;
}

/**
 * True if amounts in the unit are money and need a currency.
 *
 * @example
 * import { findUnit, isMoney } from "kreislauf/core";
 * isMoney(findUnit("bn", "USD")); // → true
 */
export function isMoney(unit: Unit): boolean {
  return (unit.dimension["money"] ?? 0) !== 0;
}

/**
 * True if two dimensions are the same.
 *
 * @example
 * import { sameDimension } from "kreislauf/core";
 * sameDimension({ money: 1 }, { money: 1, year: -1 }); // → false
 */
export function sameDimension(a: Dimension, b: Dimension): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (base) => (a[base] ?? 0) === (b[base] ?? 0),
  );
}

/**
 * The dimension of a product (`sign` 1) or quotient (`sign` −1).
 *
 * @example
 * import { combineDimensions } from "kreislauf/core";
 * combineDimensions({ money: 1 }, { year: 1 }, -1); // → { money: 1, year: -1 }
 */
export function combineDimensions(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  const result: Record<string, number> = { ...a };
  for (const [base, exponent] of Object.entries(b)) result[base] = (result[base] ?? 0) + sign * exponent;
  return Object.fromEntries(Object.entries(result).filter(([, exponent]) => exponent !== 0));
}

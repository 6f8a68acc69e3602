import { combineDimensions, type Dimension, findUnit } from "../core/unit.ts";
import { isMoneyName } from "./calendar.ts";

export const plain: Dimension = {};
export const money: Dimension = { money: 1 };
export const perPeriod: Dimension = { year: -1 };
export const moneyPerPeriod: Dimension = { money: 1, year: -1 };

const times: ReadonlySet<string> = new Set(
  ["year", "quarter", "month", "day", "yr", "q", "period"].flatMap((name) => [name, `${name}s`]),
);
const scales: ReadonlySet<string> = new Set(["m", "bn", "tn"]);

/**
 * The dimension of a unit as written: atoms with whole powers, `/` and `*` or blanks between them. Scales count, so
 * that `bn/yr` is money a year; what they scale is not converted. The second part lists atoms nobody knows.
 */
export function readUnit(
  text: string,
  declared: ReadonlySet<string>,
): { readonly dimension: Dimension; readonly unknown: readonly string[] } {
  const known = findUnit(text, "USD");
  if (known) return { dimension: known.dimension, unknown: [] };
  const unknown: string[] = [];
  let dimension: Dimension = {};
  let sign: 1 | -1 = 1;
  let scaled = false;
  for (const [, operator, name, power] of text.matchAll(/([/*·]?)\s*([^\s/*·^]+)(?:\s*\^\s*(-?\d+))?/g)) {
    if (operator !== "") sign = operator === "/" ? -1 : 1;
    if (scales.has(name)) scaled = true;
    const atom = atomOf(name, declared);
    if (!atom) unknown.push(name);
    const count = Math.min(9, Math.abs(Number(power ?? 1)));
    for (let i = 0; i < count; i++) {
      dimension = combineDimensions(
        dimension,
        atom ?? {},
        Number(power ?? 1) < 0 ? (sign === 1 ? -1 : 1) : sign,
      );
    }
  }
  // A bare scale counts money.
  if (scaled && Object.keys(dimension).every((base) => base === "year")) {
    dimension = combineDimensions(dimension, money, 1);
  }
  return { dimension, unknown };
}

function atomOf(name: string, declared: ReadonlySet<string>): Dimension | undefined {
  if (/^\d+(\.\d+)?$/.test(name) || scales.has(name)) return plain;
  if (times.has(name)) return { year: 1 };
  if (isMoneyName(name)) return money;
  if (declared.has(name)) return { [name]: 1 };
  return findUnit(name, "USD")?.dimension;
}

/** `$/year`, `1/year`, `good`. */
export function formatDimension(dimension: Dimension): string {
  const part = (sign: 1 | -1): string =>
    Object.entries(dimension)
      .filter(([, exponent]) => exponent * sign > 0)
      .map(
        ([base, exponent]) =>
          (base === "money" ? "$" : base) + (Math.abs(exponent) === 1 ? "" : `^${Math.abs(exponent)}`),
      )
      .sort()
      .join("·");
  const [above, below] = [part(1), part(-1)];
  return below === "" ? above || "1" : `${above || "1"}/${below}`;
}

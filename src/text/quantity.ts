import { units as german } from "./de/units.ts";
import { units as english } from "./en/units.ts";
import type { Language } from "./language.ts";
import { fittingDecimals, formatMoney, formatNumber } from "./number.ts";

const scales: Readonly<Record<string, number>> = { "": 1, m: 1e6, bn: 1e9, tn: 1e12 };
const perYear = { de: " im Jahr", en: " a year" } as const;
const perMonth = { de: " im Monat", en: " a month" } as const;

/**
 * A number with its unit: a unit of the registry (with a currency beside it for money), or a currency code, either
 * with `/yr` or `/month`.
 *
 * @example
 * import { formatQuantity } from "kreislauf/text";
 * formatQuantity(37, "percent", "de"); // → "37 %"
 * formatQuantity(40, "bn", "en", "USD"); // → "$40bn"
 * formatQuantity(6.5e11, "USD/yr", "en"); // → "$650bn a year"
 * formatQuantity(1, "pp", "de"); // → "1 Prozentpunkt"
 */
export function formatQuantity(value: number, unit: string, language: Language, currency = ""): string {
  const [base, per] = unit.split("/");
  const suffix = per === "yr" ? perYear[language] : per === "month" ? perMonth[language] : "";
  if (per === undefined || suffix) {
    if (/^[A-Z]{3}$/.test(base)) return formatMoney(value, base, language) + suffix;
    if (currency && Object.hasOwn(scales, base)) {
      return formatMoney(value * scales[base], currency, language) + suffix;
    }
  }
  const number = formatNumber(value, language, fittingDecimals(value));
  if (unit === "percent") return language === "de" ? `${number} %` : `${number}%`;
  if (unit === "index" || unit === "rank" || unit === "1" || unit === "") return number;
  const table = language === "de" ? german : english;
  const name = Object.hasOwn(table, unit) ? table[unit] : unit;
  const [one, many = one] = name.split("|");
  return name.startsWith("-") ? number + name : `${number} ${number === "1" ? one : many}`;
}

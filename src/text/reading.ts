import type { Language } from "./language.ts";
import { fittingDecimals, formatMoney, formatNumber, formatShare } from "./number.ts";

/** How a number of a model is read. */
export const readings = ["number", "index", "percent", "money", "years", "quarters", "megatons"] as const;
export type Reading = (typeof readings)[number];

/** Money of a model: its currency, and how much one unit of the model is. */
export interface ModelMoney {
  readonly currency: string;
  readonly size: number;
}

const names = {
  years: { en: "years", de: "Jahre" },
  quarters: { en: "quarters", de: "Quartale" },
  megatons: { en: "Mt", de: "Mt" },
} as const;

/**
 * A number of a model in words.
 *
 * @example
 * import { formatReading } from "kreislauf/text";
 * formatReading(0.052, "percent", "de"); // → "5,2 %"
 * formatReading(1200, "money", "en", { currency: "USD", size: 1e9 }); // → "$1.2tn"
 */
export function formatReading(
  value: number,
  as: Reading,
  language: Language,
  money: ModelMoney = { currency: "", size: 1 },
): string {
  if (!Number.isFinite(value)) return "–";
  switch (as) {
    case "percent":
      return formatShare(value, language);
    case "money":
      return formatMoney(value * money.size, money.currency, language).trim();
    case "index":
      return formatNumber(value, language, Math.abs(value) < 10 ? 2 : 1);
    case "number":
      return formatNumber(value, language, Math.abs(value) < 0.1 && value !== 0 ? 4 : fittingDecimals(value));
    default: {
      const number = formatNumber(value, language, Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1);
      return `${number} ${names[as][language]}`;
    }
  }
}

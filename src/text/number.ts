import type { Language } from "./language.ts";

/**
 * A number as the language writes it, with thousands separated.
 *
 * @example
 * import { formatNumber } from "kreislauf/text";
 * formatNumber(1234.56, "de", 1); // → "1.234,6"
 * formatNumber(-1234.5, "en", 1); // → "−1,234.5"
 */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  if (!Number.isFinite(value)) return "–";
  const [whole, part] = Math.abs(value).toFixed(decimals).split(".");
  const [thousands, point] = language === "de" ? [".", ","] : [",", "."];
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, thousands);
  const sign = value < 0 && Number(Math.abs(value).toFixed(decimals)) > 0 ? "−" : "";
  return sign + grouped + (part === undefined ? "" : point + part);
}

/** Decimals that show a number to about three digits. */
export function fittingDecimals(value: number): number {
  const size = Math.abs(value);
  if (size >= 100 || size === 0 || Number.isInteger(value)) return 0;
  if (size >= 10) return size * 10 === Math.round(size * 10) ? 1 : 0;
  return size >= 1 ? 1 : 2;
}

const symbols: Readonly<Record<string, string>> = { USD: "$", EUR: "€", GBP: "£" };
const scales = [
  { size: 1e12, en: "tn", de: "Bio." },
  { size: 1e9, en: "bn", de: "Mrd." },
  { size: 1e6, en: "m", de: "Mio." },
] as const;
/** From here on an amount below a million is written in thousands; prices of single things stay below. */
const inThousands = { from: 1e5, size: 1e3, en: "k", de: "Tsd." } as const;

/**
 * Money in words of the trade, from an amount in whole units of a currency, to two or three digits.
 *
 * @example
 * import { formatMoney } from "kreislauf/text";
 * formatMoney(40e9, "USD", "en"); // → "$40bn"
 * formatMoney(1.4e12, "USD", "de"); // → "1,4 Bio. $"
 * formatMoney(367196, "USD", "en"); // → "$367k"
 * formatMoney(71384, "EUR", "de"); // → "71.400 €"
 */
export function formatMoney(amount: number, currency: string, language: Language): string {
  const size = Math.abs(amount);
  // An amount just below a scale would otherwise read as a thousand of the smaller one.
  const scale =
    scales.find((candidate) => size >= candidate.size * 0.9995) ??
    (size >= inThousands.from ? inThousands : undefined);
  const value = scale ? amount / scale.size : size >= 1e4 ? Math.round(amount / 100) * 100 : amount;
  const rounded = Math.abs(value) >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
  const number = formatNumber(rounded, language, Number.isInteger(rounded) ? 0 : 1);
  const symbol = symbols[currency];
  if (language === "de") return [number, scale?.de, symbol ?? currency].filter(Boolean).join(" ");
  const minus = number.startsWith("−") ? "−" : "";
  const digits = number.slice(minus.length) + (scale?.en ?? "");
  return symbol ? minus + symbol + digits : `${number}${scale?.en ?? ""} ${currency}`;
}

/**
 * A share (0 to 1) in percent.
 *
 * @example
 * import { formatShare } from "kreislauf/text";
 * formatShare(0.374, "de"); // → "37 %"
 * formatShare(0.0374, "en"); // → "3.7%"
 */
export function formatShare(share: number, language: Language): string {
  const percent = share * 100;
  const decimals = Math.abs(percent) >= 10 || percent === 0 ? 0 : 1;
  return formatNumber(percent, language, decimals) + (language === "de" ? " %" : "%");
}

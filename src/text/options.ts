import { readPeriod } from "../core/period.ts";
import { formatPeriodInWords } from "./date.ts";
import { optionNames as germanNames, optionValues as germanValues } from "./de/options.ts";
import { optionNames as englishNames, optionValues as englishValues } from "./en/options.ts";
import type { Language } from "./language.ts";
import { fittingDecimals, formatMoney, formatNumber } from "./number.ts";

const catalogue: Readonly<
  Record<Language, { names: Readonly<Record<string, string>>; values: Readonly<Record<string, string>> }>
> = {
  de: { names: germanNames, values: germanValues },
  en: { names: englishNames, values: englishValues },
};

/**
 * An input of a result in words; `nameOf` names actors, things and measures among the values.
 *
 * @example
 * import { describeOption } from "kreislauf/text";
 * describeOption("discountRate", 0.09, "de", (id) => id); // → "Abzinsung 0,09"
 * describeOption("window", "2025-01-01/2030-12-31", "en", (id) => id); // → "window 2025–2030"
 */
export function describeOption(
  name: string,
  value: string | number | boolean,
  language: Language,
  nameOf: (id: string) => string,
): string {
  const { names, values } = catalogue[language];
  const shown = typeof value === "number" ? numberInWords(name, value, language) : wordsOf(String(value));
  return `${Object.hasOwn(names, name) ? names[name] : name} ${shown}`;

  function wordsOf(text: string): string {
    if (Object.hasOwn(values, text)) return values[text];
    const period = readPeriod(text);
    if (period) return formatPeriodInWords(period, language);
    return text
      .split(", ")
      .map((part) => (Object.hasOwn(values, part) ? values[part] : part.split(" ").map(nameOf).join(" ")))
      .join(", ");
  }
}

function numberInWords(name: string, value: number, language: Language): string {
  if (name === "horizonYear") return String(value);
  if (Math.abs(value) >= 1e6) return formatMoney(value, "", language).trim();
  return formatNumber(value, language, fittingDecimals(value));
}

import { formatNumber, formatQuantity, type Language } from "../text/index.ts";

/**
 * The values of a claim as the language writes them; measures give them as `37.4 percent; 2000 bn/yr USD`. Words that
 * are no values are written as `nameOf` calls them.
 *
 * @example
 * import { localise } from "kreislauf/report";
 * localise("37.4 percent; >= 50 percent", "de"); // → "37,4 %; ≥ 50 %"
 * localise("2000 bn/yr USD", "en"); // → "$2tn a year"
 */
export function localise(
  text: string,
  language: Language,
  nameOf: (word: string) => string = (word) => word,
): string {
  return text
    .split("; ")
    .map((part) => localisePart(part, language) ?? nameOf(part))
    .join("; ");
}

const signs: Readonly<Record<string, string>> = { "<=": "≤ ", ">=": "≥ ", "<": "< ", ">": "> " };

function localisePart(part: string, language: Language): string | undefined {
  const match = /^(<=|>=|<|>)? ?([-−]?\d+(?:\.\d+)?)(?: (.+?))??(?: ([A-Z]{3}))?$/.exec(part);
  if (!match) return undefined;
  const [, sign = "", digits, unit, currency] = match;
  const value = Number(digits.replace("−", "-"));
  const words = unit
    ? formatQuantity(value, unit, language, currency)
    : formatNumber(value, language, digits.split(".")[1]?.length ?? 0);
  return (signs[sign] ?? "") + words;
}

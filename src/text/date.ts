import { calendarDay, type Period, readPeriod } from "../core/period.ts";
import type { Language } from "./language.ts";

const months = {
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
} as const;

/**
 * A day as the language writes it.
 *
 * @example
 * import { readPeriod } from "kreislauf/core";
 * import { formatDayInWords } from "kreislauf/text";
 * formatDayInWords(readPeriod("2025-11-17").end, "de"); // → "17. November 2025"
 */
export function formatDayInWords(number: number, language: Language): string {
  const { year, month, day } = calendarDay(number);
  return `${day}${language === "de" ? "." : ""} ${months[language][month - 1]} ${year}`;
}

/**
 * A period as short as it can be said: a year, years, a month, a day, or two days.
 *
 * @example
 * import { readPeriod } from "kreislauf/core";
 * import { formatPeriodInWords } from "kreislauf/text";
 * formatPeriodInWords(readPeriod("2025/2030"), "en"); // → "2025–2030"
 * formatPeriodInWords(readPeriod("2025-10"), "de"); // → "Oktober 2025"
 */
export function formatPeriodInWords(period: Period, language: Language): string {
  if (period.start === period.end) return formatDayInWords(period.start, language);
  const [first, last] = [calendarDay(period.start), calendarDay(period.end)];
  const beginsMonth = first.day === 1;
  const endsMonth = calendarDay(period.end + 1).day === 1;
  if (beginsMonth && endsMonth && first.month === 1 && last.month === 12) {
    return first.year === last.year ? String(first.year) : `${first.year}–${last.year}`;
  }
  const named = ({ year, month }: { year: number; month: number }): string =>
    `${months[language][month - 1]} ${year}`;
  if (beginsMonth && endsMonth) {
    if (first.year === last.year && first.month === last.month) return named(first);
    if (first.year === last.year) return `${months[language][first.month - 1]}–${named(last)}`;
    return `${named(first)} – ${named(last)}`;
  }
  return `${formatDayInWords(period.start, language)} – ${formatDayInWords(period.end, language)}`;
}

/**
 * The label of a period in words: a period, a fiscal year (`FY2026`) or quarter (`FQ3 2026`), or two labels with a slash;
 * what is none of them as `nameOf` calls it.
 *
 * @example
 * import { formatPeriodLabel } from "kreislauf/text";
 * formatPeriodLabel("2025-10", "de"); // → "Oktober 2025"
 * formatPeriodLabel("FQ3 2026", "de"); // → "3. Geschäftsquartal 2026"
 * formatPeriodLabel("2025/long run", "en"); // → "2025 – long run"
 */
export function formatPeriodLabel(
  text: string,
  language: Language,
  nameOf: (label: string) => string = (label) => label,
): string {
  const period = readPeriod(text);
  if (period) return formatPeriodInWords(period, language);
  const fiscal = /^F(?:Y|Q([1-4]) )(\d{4})$/.exec(text);
  if (fiscal) {
    const [, quarter, year] = fiscal;
    if (language === "de") return `${quarter ? `${quarter}. Geschäftsquartal` : "Geschäftsjahr"} ${year}`;
    return `fiscal ${quarter ? `Q${quarter}` : "year"} ${year}`;
  }
  const slash = text.lastIndexOf("/");
  if (slash < 0) return nameOf(text);
  const parts = [text.slice(0, slash), text.slice(slash + 1)];
  return parts.map((part) => formatPeriodLabel(part, language, nameOf)).join(" – ");
}

import { formatDay, readPeriod } from "../../core/period.ts";
import { formatDayInWords, type Language } from "../../text/index.ts";

const dayMilliseconds = 86_400_000;

/** Today, as `2025-11-17`. */
export function dayOf(milliseconds: number): string {
  return formatDay(Math.floor(milliseconds / dayMilliseconds));
}

/** A day as the language writes it. */
export function dayInWords(day: string, language: Language): string {
  const number = readPeriod(day)?.end;
  return number === undefined ? day : formatDayInWords(number, language);
}

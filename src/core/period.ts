/**
 * A stretch of days, both ends included, as day numbers (days since 1970-01-01, proleptic Gregorian, UTC).
 * A single day is a period of length one.
 */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a day, month, quarter, half-year, year or an interval of these (`A/B`, from the start of A to the
 * end of B). Returns `undefined` for anything else, impossible days included.
 *
 * @example
 * import { formatDay, readPeriod } from "kreislauf/core";
 * const half = readPeriod("2025-H1");
 * formatDay(half.start) + " " + formatDay(half.end); // → "2025-01-01 2025-06-30"
 * readPeriod("2025-02-30"); // → undefined
 */
export function readPeriod(text: string): Period | undefined {
  const slash = text.indexOf("/");
  if (slash < 0) return readSimple(text);
  const first = readSimple(text.slice(0, slash));
  const second = readSimple(text.slice(slash + 1));
  if (!first || !second || second.end < first.start) return undefined;
  return { start: first.start, end: second.end };
}

const simple = /^(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12])))?$/;

function readSimple(text: string): Period | undefined {
  const match = simple.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[4]) return months(year, 3 * Number(match[4]) - 2, 3);
  if (match[5]) return months(year, 6 * Number(match[5]) - 5, 6);
  if (!match[2]) return months(year, 1, 12);
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  if (!match[3]) return months(year, month, 1);
  const day = Number(match[3]);
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  const number = dayNumber(year, month, day);
  return { start: number, end: number };
}

function months(year: number, first: number, count: number): Period {
  const last = first + count - 1;
  return { start: dayNumber(year, first, 1), end: dayNumber(year, last, daysInMonth(year, last)) };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Days since 1970-01-01 of a calendar day (Hinnant's civil-from-days, inverted).
 *
 * @example
 * import { dayNumber } from "kreislauf/core";
 * dayNumber(1970, 1, 2); // → 1
 */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/**
 * The calendar day of a day number.
 *
 * @example
 * import { calendarDay } from "kreislauf/core";
 * calendarDay(365); // → { year: 1971, month: 1, day: 1 }
 */
export function calendarDay(number: number): { year: number; month: number; day: number } {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthShifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthShifted + 2) / 5) + 1;
  const month = monthShifted < 10 ? monthShifted + 3 : monthShifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/**
 * ISO 8601 text of a day number.
 *
 * @example
 * import { formatDay } from "kreislauf/core";
 * formatDay(0); // → "1970-01-01"
 */
export function formatDay(number: number): string {
  const { year, month, day } = calendarDay(number);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * ISO 8601 interval of a period, or the day if it is only one.
 *
 * @example
 * import { formatPeriod } from "kreislauf/core";
 * formatPeriod({ start: 0, end: 30 }); // → "1970-01-01/1970-01-31"
 */
export function formatPeriod(period: Period): string {
  return period.start === period.end
    ? formatDay(period.start)
    : `${formatDay(period.start)}/${formatDay(period.end)}`;
}

/**
 * Number of days in a period.
 *
 * @example
 * import { periodDays, readPeriod } from "kreislauf/core";
 * periodDays(readPeriod("2024")); // → 366
 */
export function periodDays(period: Period): number {
  return period.end - period.start + 1;
}

/**
 * Share of `part` that lies inside `whole`, between 0 and 1.
 *
 * @example
 * import { overlapShare, readPeriod } from "kreislauf/core";
 * overlapShare(readPeriod("2025"), readPeriod("2025-H2")); // → 184 / 365
 */
export function overlapShare(part: Period, whole: Period): number {
  const days = Math.min(part.end, whole.end) - Math.max(part.start, whole.start) + 1;
  return days <= 0 ? 0 : days / periodDays(part);
}

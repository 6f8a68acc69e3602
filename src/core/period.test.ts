import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calendarDay,
  dayNumber,
  formatDay,
  formatPeriod,
  overlapShare,
  periodDays,
  readPeriod,
} from "./period.ts";

const read = (text: string): string | undefined => {
  const period = readPeriod(text);
  return period && formatPeriod(period);
};

describe("readPeriod", () => {
  it.each([
    ["2025-11-17", "2025-11-17"],
    ["2025-11", "2025-11-01/2025-11-30"],
    ["2024-02", "2024-02-01/2024-02-29"],
    ["2023-02", "2023-02-01/2023-02-28"],
    ["2000-02", "2000-02-01/2000-02-29"],
    ["1900-02", "1900-02-01/1900-02-28"],
    ["2025", "2025-01-01/2025-12-31"],
    ["2025-Q1", "2025-01-01/2025-03-31"],
    ["2025-Q2", "2025-04-01/2025-06-30"],
    ["2025-Q3", "2025-07-01/2025-09-30"],
    ["2025-Q4", "2025-10-01/2025-12-31"],
    ["2025-H1", "2025-01-01/2025-06-30"],
    ["2025-H2", "2025-07-01/2025-12-31"],
    ["2025/2027", "2025-01-01/2027-12-31"],
    ["2025-Q4/2026-03-15", "2025-10-01/2026-03-15"],
    ["2024-02-29/2024-02-29", "2024-02-29"],
  ])("reads %s", (text, wanted) => expect(read(text)).toBe(wanted));

  it.each([
    "",
    "25",
    "2025-13",
    "2025-00",
    "2025-02-29",
    "2025-04-31",
    "2025-1",
    "2025-Q5",
    "2025-H3",
    "2025-q1",
    "2026/2025",
    "2025/",
    "/2025",
    "2025/2026/2027",
    " 2025",
    "2025-11-17T00:00",
    "17.11.2025",
  ])("refuses %j", (text) => expect(readPeriod(text)).toBeUndefined());
});

describe("day numbers", () => {
  it("count from 1970-01-01 as the clock of the engine does", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
        (date) => {
          const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
          const number = dayNumber(year, month, day);
          expect(number).toBe(Math.floor(date.getTime() / 86_400_000));
          expect(calendarDay(number)).toEqual({ year, month, day });
          expect(formatDay(number)).toBe(date.toISOString().slice(0, 10));
        },
      ),
    );
  });
});

describe("overlapShare", () => {
  const period = (text: string) => readPeriod(text)!;
  it.each([
    ["2024", "2024", 1],
    ["2024-Q1", "2024", 1],
    ["2024", "2024-02", 29 / 366],
    ["2025", "2025-02", 28 / 365],
    ["2024", "2025", 0],
    ["2024-12-31", "2024-12-31/2025-01-01", 1],
    ["2024/2025", "2025", 365 / 731],
    ["2024-12-31/2025-01-01", "2025", 1 / 2],
  ])("of %s in %s is %f", (part, whole, share) =>
    expect(overlapShare(period(part), period(whole))).toBe(share),
  );

  it("over windows that follow one another adds to one", () => {
    const day = fc.integer({ min: 0, max: 4000 });
    fc.assert(
      fc.property(day, day, day, (a, b, cut) => {
        const part = { start: Math.min(a, b), end: Math.max(a, b) };
        const before = overlapShare(part, { start: -1, end: cut });
        const after = overlapShare(part, { start: cut + 1, end: 5000 });
        expect(before + after).toBeCloseTo(1, 12);
        expect(periodDays(part)).toBe(part.end - part.start + 1);
      }),
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPeriod, readPeriod } from "../core/period.ts";
import { flowWindow, windowOfSum } from "./flow-window.ts";

const figure = (measure: string, unit: string, currency: string, period: string) => ({
  measure,
  unit,
  currency,
  period: readPeriod(period),
});

describe("what flows", () => {
  it.each([
    ["revenue", "bn", "USD", true],
    ["data_centre_revenue", "bn", "USD", true],
    ["free_cash_flow", "bn", "USD", true],
    ["electricity", "TWh", "", true],
    ["water", "bn L", "", true],
    ["shipments", "m units", "", true],
    ["market_cap", "bn", "USD", false],
    ["purchase_commitment", "bn", "USD", false],
    ["run_rate_revenue", "bn", "USD", false],
    ["capex_per_gw", "bn/GW", "USD", false],
    ["required_revenue", "bn/yr", "USD", false],
    ["revenue_change", "percent", "", false],
    ["profit_share", "percent", "", false],
    ["sales", "bn/month", "USD", false],
  ])("%s in %s", (measure, unit, currency, flows) => {
    expect(flowWindow(figure(measure, unit, currency, "2025")) !== undefined).toBe(flows);
  });

  it("has no window without a period", () => {
    expect(flowWindow(figure("revenue", "bn", "USD", ""))).toBeUndefined();
  });
});

const sum = (...terms: readonly string[]) =>
  windowOfSum(
    terms.map((term) => {
      const taken = term.startsWith("-");
      return { window: readPeriod(taken ? term.slice(1) : term), sign: taken ? -1 : 1 };
    }),
  );
const window = (...terms: readonly string[]): string | undefined => {
  const found = sum(...terms).window;
  return found && formatPeriod(found);
};

describe("the window of a sum", () => {
  it.each([
    ["one length", ["2025", "2024-07/2025-06", "2025"], "2025-01-01/2025-12-31"],
    ["months of 28 and 31 days", ["2025-02", "2025-01"], "2025-01-01/2025-02-28"],
    ["business years of 52 and 53 weeks", ["2025-01-27/2026-01-25", "-2023-01-30/2024-02-04"], ""],
    ["quarters in any order", ["2025-Q1", "2025-Q3", "2025-Q2", "2025-Q4"], "2025-01-01/2025-12-31"],
    ["a quarter and the nine months behind it", ["2025-Q1", "2025-04/2025-12"], "2025-01-01/2025-12-31"],
    ["a year less its beginning", ["2026", "-2026-Q1"], "2026-04-01/2026-12-31"],
    ["a year less its end", ["2026", "-2026-Q4"], "2026-01-01/2026-09-30"],
    ["the part named first", ["-2026-Q1", "2026"], "2026-04-01/2026-12-31"],
    ["stocks and numbers beside a flow", ["2025", "no period"], "2025-01-01/2025-12-31"],
  ])("%s", (_, terms, expected) => {
    expect(sum(...terms).mixed).toBeUndefined();
    if (expected !== "") expect(window(...terms)).toBe(expected);
  });

  it.each([
    ["a month and a year", ["2025-05", "2025"], 1],
    ["a quarter of another year and a year", ["2025", "2023-Q1"], 1],
    ["two quarters and a year", ["2025-Q1", "2025-Q2", "2023"], 2],
    ["a year less a quarter out of its middle", ["2025", "-2025-Q2"], 1],
    ["a year less a quarter of another", ["2025", "-2024-Q4"], 1],
    ["a day and a week", ["2025-05-01", "2025-06-01/2025-06-07"], 1],
  ])("refuses %s", (_, terms, at) => expect(sum(...terms)).toMatchObject({ at }));

  it("does not depend on the order of what is added", () => {
    const period = fc.constantFrom("2025", "2024", "2025-Q1", "2025-Q2", "2025-H2", "2025-03");
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 5 }), fc.nat(), (terms, turn) => {
        const turned = [...terms.slice(turn % terms.length), ...terms.slice(0, turn % terms.length)];
        expect(sum(...turned).mixed === undefined).toBe(sum(...terms).mixed === undefined);
      }),
    );
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currencyDefaults, findConversion } from "./currency.ts";

const rate = (day: number, base: string, quote: string, value: number) => ({
  day,
  base,
  quote,
  value,
  source: "s1",
});
const rates = [rate(100, "GBP", "USD", 1.25), rate(120, "GBP", "USD", 1.5), rate(110, "EUR", "USD", 1.1)];

describe("converting a currency", () => {
  it("needs no rate for the same currency", () => {
    expect(findConversion("USD", "USD", 0, [])).toEqual({ factor: 1, rates: [] });
  });
  it("takes the nearest day, before or after", () => {
    expect(findConversion("GBP", "USD", 105, rates)?.factor).toBe(1.25);
    expect(findConversion("GBP", "USD", 115, rates)?.factor).toBe(1.5);
  });
  it("turns a rate round", () => expect(findConversion("USD", "GBP", 100, rates)?.factor).toBe(0.8));
  it("goes over a third currency and names both rates", () => {
    const found = findConversion("EUR", "GBP", 110, rates)!;
    expect(found.factor).toBeCloseTo(1.1 / 1.25, 12);
    expect(found.rates).toHaveLength(2);
  });
  it("uses no rate older or younger than a month", () => {
    expect(currencyDefaults.longestDays).toBe(31);
    expect(findConversion("EUR", "USD", 141, rates)?.factor).toBe(1.1);
    expect(findConversion("EUR", "USD", 142, rates)).toBeUndefined();
    expect(findConversion("EUR", "USD", 142, rates, { longestDays: 40 })?.factor).toBe(1.1);
  });
  it("finds nothing for an unknown currency", () => {
    expect(findConversion("JPY", "USD", 110, rates)).toBeUndefined();
    expect(findConversion("constructor", "USD", 110, rates)).toBeUndefined();
  });
  it("there and back is the same amount", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.constantFrom("GBP", "EUR"),
        (value, base) => {
          const one = [rate(0, base, "USD", value)];
          const back =
            findConversion(base, "USD", 0, one)!.factor * findConversion("USD", base, 0, one)!.factor;
          expect(back).toBeCloseTo(1, 12);
        },
      ),
    );
  });
});

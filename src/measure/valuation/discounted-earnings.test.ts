import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growthInPrice, valueEarnings, yearsInPrice } from "./discounted-earnings.ts";

const options = fc.record({
  discountRate: fc.double({ min: 0.05, max: 0.2, noNaN: true }),
  terminalGrowth: fc.double({ min: -0.05, max: 0.04, noNaN: true }),
  horizon: fc.integer({ min: 1, max: 30 }),
  payout: fc.double({ min: 0.1, max: 1, noNaN: true }),
});
const growth = fc.double({ min: -0.5, max: 1, noNaN: true });
const earnings = fc.double({ min: 0.01, max: 1e12, noNaN: true });

describe("discounted earnings", () => {
  it("are the textbook's perpetuities", () => {
    // Gordon: 5 · 1.02 / (0.07 − 0.02).
    expect(valueEarnings(5, 0.3, { discountRate: 0.07, terminalGrowth: 0.02, horizon: 0 })).toBeCloseTo(
      102,
      10,
    );
    // Growth at the discount rate: each of ten years is worth last year's earnings; then 1.03 / 0.06 of them.
    expect(valueEarnings(1, 0.09)).toBeCloseTo(10 + 1.03 / 0.06, 10);
    // Two years at 10 %, then none: 1.1/1.2 + (1.1/1.2)² (1 + 1/0.2).
    const two = { discountRate: 0.2, terminalGrowth: 0, horizon: 2 };
    expect(valueEarnings(1, 0.1, two)).toBeCloseTo(1.1 / 1.2 + (1.21 / 1.44) * 6, 12);
  });

  it("refuse growth for ever above the discount rate", () => {
    expect(() => valueEarnings(1, 0, { discountRate: 0.05, terminalGrowth: 0.05 })).toThrow(RangeError);
  });

  it("give back the growth a price was made of, and the price of a growth", () => {
    fc.assert(
      fc.property(earnings, growth, options, (income, rate, assumed) => {
        const price = valueEarnings(income, rate, assumed);
        const found = growthInPrice(price, income, assumed) ?? Number.NaN;
        expect(found).toBeCloseTo(rate, 9);
        expect(valueEarnings(income, found, assumed) / price).toBeCloseTo(1, 12);
      }),
    );
  });

  it("imply more growth at a higher discount rate", () => {
    fc.assert(
      fc.property(earnings, growth, options, (income, rate, assumed) => {
        const price = valueEarnings(income, rate, assumed);
        const steeper = { ...assumed, discountRate: assumed.discountRate + 0.01 };
        expect(growthInPrice(price, income, steeper)).toBeGreaterThan(rate);
      }),
    );
  });

  it("say nothing about prices without earnings", () => {
    expect(growthInPrice(100, -1)).toBeUndefined();
    expect(growthInPrice(0, 1)).toBeUndefined();
    expect(growthInPrice(100, 1, { horizon: 0 })).toBeUndefined();
    expect(yearsInPrice(100, 0, 0.1)).toBeUndefined();
  });

  it("count the years that are just enough", () => {
    fc.assert(
      fc.property(
        earnings,
        fc.double({ min: 0.1, max: 0.5, noNaN: true }),
        fc.integer({ min: 1, max: 30 }),
        (income, rate, horizon) => {
          const price = valueEarnings(income, rate, { horizon });
          expect(yearsInPrice(price, income, rate)).toBe(horizon);
          expect(yearsInPrice(price * 1.000001, income, rate)).toBe(horizon + 1);
        },
      ),
    );
  });

  it("never suffice if earnings do not outgrow the discount rate", () => {
    expect(yearsInPrice(100, 1, 0.02)).toBeUndefined();
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annuityFactor, growthToAddUp, growthToReach } from "./capital-cost.ts";

describe("the cost of capital", () => {
  it("has the annuities of the tables", () => {
    expect(annuityFactor(0.1, 5)).toBeCloseTo(0.26379748, 8);
    expect(annuityFactor(0.05, 10)).toBeCloseTo(0.12950457, 8);
    expect(annuityFactor(0.08, 1)).toBeCloseTo(1.08, 12);
  });

  it("pays back one unit with interest, whatever the rate and life", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.5, noNaN: true }),
        fc.integer({ min: 1, max: 40 }),
        (rate, life) => {
          let debt = 1;
          for (let year = 0; year < life; year++) debt = debt * (1 + rate) - annuityFactor(rate, life);
          expect(debt).toBeCloseTo(0, 6);
        },
      ),
    );
  });

  it("refuses lives that are no whole years", () => {
    expect(() => annuityFactor(0.1, 2.5)).toThrow(RangeError);
    expect(() => annuityFactor(0.1, 0)).toThrow(RangeError);
  });

  it("finds the growth that reaches a goal, or adds up to it", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e12, noNaN: true }),
        fc.double({ min: -0.9, max: 5, noNaN: true }),
        fc.integer({ min: 1, max: 12 }),
        (start, growth, years) => {
          let value = start;
          let sum = 0;
          for (let year = 0; year < years; year++) {
            value *= 1 + growth;
            sum += value;
          }
          expect(growthToReach(start, value, years)).toBeCloseTo(growth, 9);
          expect(growthToAddUp(start, sum, years)).toBeCloseTo(growth, 9);
        },
      ),
    );
  });

  it("finds none from nothing, or in no time", () => {
    expect(growthToReach(0, 10, 3)).toBeUndefined();
    expect(growthToReach(1, 10, 0)).toBeUndefined();
    expect(growthToAddUp(1, -1, 2)).toBeUndefined();
  });
});

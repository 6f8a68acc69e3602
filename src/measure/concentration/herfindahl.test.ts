import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundHerfindahl, herfindahl, topShare } from "./herfindahl.ts";

const amounts = fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 1, maxLength: 30 });

describe("the Herfindahl–Hirschman index", () => {
  it("has the values of the textbook", () => {
    // Shares of 50, 30 and 20 %.
    expect(herfindahl([50, 30, 20])).toBeCloseTo(0.38, 12);
    expect(herfindahl([7])).toBe(1);
    expect(herfindahl([])).toBe(0);
    expect(topShare([50, 30, 20], 2)).toBeCloseTo(0.8, 12);
  });

  it("lies between one over the number and one, and does not see the scale", () => {
    fc.assert(
      fc.property(amounts, (list) => {
        const index = herfindahl(list);
        expect(index).toBeGreaterThanOrEqual(1 / list.length - 1e-12);
        expect(index).toBeLessThanOrEqual(1 + 1e-12);
        expect(herfindahl(list.map((amount) => 3 * amount))).toBeCloseTo(index, 12);
      }),
    );
  });

  it("lies within the bounds that the share of the largest gives", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 5 }), (list, count) => {
        const top = Math.min(count, list.length);
        const { low, high } = boundHerfindahl(topShare(list, top), top);
        expect(herfindahl(list)).toBeGreaterThanOrEqual(low - 1e-12);
        expect(herfindahl(list)).toBeLessThanOrEqual(high + 1e-12);
      }),
    );
  });

  it("attains both bounds", () => {
    // Half to one firm: the rest may be dust, or one more as large.
    const { low, high } = boundHerfindahl(0.5, 1);
    expect(herfindahl([1e6, ...Array.from({ length: 10_000 }, () => 100)])).toBeCloseTo(low, 4);
    expect(herfindahl([1, 1])).toBe(high);
  });
});

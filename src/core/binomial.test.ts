import { describe, expect, it } from "vitest";
import { binomialTail } from "./binomial.ts";

describe("the tail of a binomial distribution", () => {
  it("agrees with exact fractions", () => {
    // Python: sum(comb(n, k) * p**k * (1 - p)**(n - k) for k in range(hits, n + 1)) with p a Fraction
    expect(binomialTail(60, 100, 0.5)).toBeCloseTo(0.02844396682049039, 12);
    expect(binomialTail(3, 10, 0.1)).toBeCloseTo(0.0701908264, 12);
  });

  it("is certain or impossible at the ends", () => {
    expect(binomialTail(0, 5, 0.2)).toBe(1);
    expect(binomialTail(6, 5, 0.2)).toBe(0);
    expect(binomialTail(1, 5, 0)).toBe(0);
    expect(binomialTail(5, 5, 1)).toBe(1);
  });
});

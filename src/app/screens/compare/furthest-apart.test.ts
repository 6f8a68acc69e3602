import { describe, expect, it } from "vitest";
import { findingOf, furthestApart } from "./furthest-apart.ts";

const line = (letter: string, ...values: readonly number[]): Parameters<typeof furthestApart>[0][number] => ({
  column: { letter },
  values,
});
const words = (value: number): string => value.toFixed(1);
const whens = ["in 2026", "in 2027", "in 2028"];

describe("where lines are furthest apart", () => {
  it("is the period with the largest distance, whoever is above", () => {
    const found = furthestApart([line("A", 1, 1, 1), line("B", 1, 5, 2), line("C", 1, -1, 0)]);
    expect([found.period, found.lowest.column.letter, found.highest.column.letter]).toEqual([1, "C", "B"]);
  });

  it("passes over periods without a value, and looks only where all lines are", () => {
    expect(furthestApart([line("A", NaN, 1, 9), line("B", 7, 2)]).period).toBe(1);
    expect(furthestApart([line("A", NaN), line("B", NaN)]).period).toBe(0);
  });

  it("is said as a sentence", () => {
    const two = [line("A", 1, 1, 1), line("B", 1, 0.25, 1)];
    expect(findingOf("Prices", whens, two, words, "en")).toBe(
      "Prices: furthest apart in 2027, 0.3 in B and 1.0 in A",
    );
    expect(findingOf("Prices", whens, [two[0], two[0]], words, "en")).toBe("Prices: the same in all");
    expect(findingOf("Preise", whens, [two[0]], words, "de")).toBe("Preise: 1.0 in 2028");
  });
});

import { describe, expect, it } from "vitest";
import { valueLabour } from "../../src/plan/accounts/index.ts";
import { compareResources } from "../../src/plan/programme/index.ts";
import { openEconomy, openGoals } from "./open-economy.ts";

describe("the same resources in a boom and in a plan", () => {
  const { economy, coefficients, files } = openEconomy("us-2023");
  const { planning } = openGoals({ economy, coefficients, files }, {});
  const boom = { id: "ki-2025", capital: 400_000, gigawatts: 10, terawattHours: 85, water: 300 };
  const compared = compareResources(economy, coefficients, planning, boom);

  it("turn into hours by the labour values of what they are made of", () => {
    const { total } = valueLabour(coefficients);
    const highest = Math.max(...total);
    const lowest = Math.min(...total.filter((value) => value > 0));
    expect(compared.embodiedHours).toBeGreaterThan(400_000 * lowest);
    expect(compared.embodiedHours).toBeLessThan(400_000 * highest);
    // 4.1 thousand million hours are 1.3 % of all work, or half an hour of everybody's week.
    expect(compared.shares.hours).toBeCloseTo(compared.embodiedHours / 309_799.7, 4);
    expect(compared.minutesAWeek).toBeCloseTo(
      (compared.shares.hours * 39.1413 * 60 * 309_799.7) / 309_799.7,
      1,
    );
  });

  it("would make as much of a need as its hours allow", () => {
    const { total } = valueLabour(coefficients);
    for (const { need, amount, share } of compared.instead) {
      const { basket, base } = planning.needs.find(({ id }) => id === need)!;
      const hours = basket.reduce((sum, item) => sum + total[item.product] * item.amount * amount, 0);
      expect(hours).toBeCloseTo(compared.embodiedHours, 3);
      expect(share).toBeCloseTo(amount / base, 12);
    }
  });

  it("save hours as computers in the plan: 4.2 thousand million for each gigawatt", () => {
    expect(compared.savedByCompute).toBeCloseTo(42_000, 3);
    expect(compared.shares.energy).toBeGreaterThan(0);
    expect(compared.shares.water).toBeGreaterThan(0);
  });
});

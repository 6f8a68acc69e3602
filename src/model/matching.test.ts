import { describe, expect, it } from "vitest";
import { type Link, matchBudgets } from "./matching.ts";

const link = (id: number, from: number, to: number, isUnknown = true): Link => ({ id, from, to, isUnknown });
const alike = (): number => 0;

describe("matchBudgets", () => {
  // Households 0, firms 1, government 2: consumption, taxes and spending given, wages 3 and money 4 open.
  const sim = [
    link(0, 0, 1, false),
    link(1, 0, 2, false),
    link(2, 2, 1, false),
    link(3, 1, 0),
    link(4, 2, 0),
  ];

  it("gives each unknown to the account below it, seen from the redundant one", () => {
    const { accountOf, redundant, rings, overdetermined } = matchBudgets(3, sim, (account) =>
      account === 2 ? 0 : 1,
    );
    expect(redundant).toEqual([2]);
    expect([...accountOf].sort((a, b) => a[0] - b[0])).toEqual([
      [3, 1],
      [4, 0],
    ]);
    expect([rings, overdetermined]).toEqual([[], []]);
  });

  it("follows a wish where it can", () => {
    const { accountOf, redundant } = matchBudgets(
      3,
      sim,
      (account) => (account === 2 ? 0 : 1),
      new Map([[4, 2]]),
    );
    expect(redundant).not.toEqual([2]);
    expect(accountOf.get(4)).toBe(2);
  });

  it("finds a ring: one of its unknowns is undetermined", () => {
    const { rings } = matchBudgets(3, [...sim, link(5, 0, 2)], alike);
    expect(rings.map((ring) => [...ring].sort((a, b) => a - b))).toEqual([[4, 5]]);
  });

  it("finds accounts whose budgets nothing closes", () => {
    expect(matchBudgets(3, sim.slice(0, 4), alike).overdetermined).toEqual([[2]]);
  });

  it("leaves one budget over in each area that deals within itself", () => {
    const { redundant, overdetermined } = matchBudgets(4, [link(0, 0, 1), link(1, 2, 3)], alike);
    expect(redundant.length).toBe(2);
    expect(overdetermined).toEqual([]);
  });
});

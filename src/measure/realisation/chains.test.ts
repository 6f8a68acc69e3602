import { describe, expect, it } from "vitest";
import { readSmallDossier } from "../../../test/fixture/small-dossier.ts";
import { dayNumber } from "../../core/period.ts";
import type { Tie } from "../../dossier/index.ts";
import { measureChains } from "./chains.ts";

const dossier = readSmallDossier();
const model = dossier.ties[0];
const late = dayNumber(2027, 1, 1);
const tie = (id: string, amount: number, more: Partial<Tie> = {}): Tie => ({
  ...model,
  id,
  amount: { value: amount, low: amount, high: amount },
  ...more,
});
const shares = (ties: readonly Tie[]): readonly number[] =>
  measureChains({ ...dossier, ties }, late).map(({ value }) => Number(value.value.toFixed(9)));

describe("what became of announcements", () => {
  it("follows a chain to its end", () => {
    expect(
      shares([tie("a", 100), tie("b", 50, { replaces: ["a"] }), tie("c", 30, { replaces: ["b"] })]),
    ).toEqual([30]);
  });

  it("adds the parts an announcement was split into", () => {
    const parts = [tie("b", 50, { replaces: ["a"] }), tie("c", 20, { replaces: ["a"] })];
    expect(shares([tie("a", 100), ...parts])).toEqual([70]);
  });

  it("sets what took the place of several against all of them", () => {
    expect(shares([tie("a", 12), tie("b", 1), tie("c", 13, { replaces: ["a", "b"] })])).toEqual([100]);
  });

  it("follows each direction of a letter by itself", () => {
    const back = { from: "lab", to: "maker" };
    const letter = [tie("a", 100), tie("b", 350, back), tie("c", 30, { replaces: ["a", "b"] })];
    expect(shares(letter)).toEqual([30, 0]);
  });

  it("counts what lapsed as nothing", () => {
    expect(shares([tie("a", 100), tie("b", 100, { replaces: ["a"], status: "lapsed" })])).toEqual([0]);
  });

  it("leaves out totals, other currencies and what nobody replaced", () => {
    expect(
      shares([tie("a", 100, { total: "spent" }), tie("b", 50, { replaces: ["a"], total: "spent" })]),
    ).toEqual([]);
    expect(shares([tie("a", 100), tie("b", 50, { replaces: ["a"], currency: "EUR" })])).toEqual([]);
    expect(shares([tie("a", 100)])).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import type { Where } from "../core/problem.ts";
import { checkDoubled, checkLinks, halfLastDigit } from "./references.ts";

interface Item {
  readonly id: string;
  readonly to: readonly string[];
  readonly where: Where;
}
const items = (...rows: readonly (readonly [string, ...string[]])[]): readonly Item[] =>
  rows.map(([id, ...to], at) => ({ id, to, where: { file: "t.csv", line: at + 2, column: 1 } }));
const links = (list: readonly Item[]) => checkLinks(list, (item) => item.to, "replaces");
const codes = (list: readonly Item[]) => links(list).map(({ code, where }) => [code, where.line]);

describe("ids", () => {
  it("that are there twice are told with the line of the first", () => {
    const [problem, more] = checkDoubled(items(["a"], ["b"], ["a"]));
    expect(problem).toMatchObject({ code: "doubled-id", where: { line: 4 }, values: { id: "a", line: 2 } });
    expect(more).toBeUndefined();
  });
  it("an empty id is somebody else's problem", () => expect(checkDoubled(items([""], [""]))).toEqual([]));
});

describe("links", () => {
  it("may form chains and diamonds", () => {
    expect(codes(items(["a", "b", "c"], ["b", "d"], ["c", "d"], ["d"]))).toEqual([]);
  });
  it("do not point at their own row", () => {
    expect(codes(items(["a", "a"]))).toEqual([["link-to-itself", 2]]);
  });
  it("lead somewhere; the nearest id is named", () => {
    expect(links(items(["loan-1", "loan-3"], ["loan-2"]))[0]).toMatchObject({
      code: "link-unknown",
      values: { id: "loan-1", name: "replaces", target: "loan-3" },
      hint: "loan-1",
    });
  });
  it("do not run in a circle; each circle is told once, at its first row", () => {
    const found = links(items(["x", "a"], ["a", "b"], ["b", "c"], ["c", "a"], ["d", "d"]));
    expect(found.map(({ code }) => code)).toEqual(["link-to-itself", "link-cycle"]);
    expect(found[1].values["cycle"]).toBe("a → b → c → a");
  });
  it("two circles are two problems", () => {
    expect(codes(items(["a", "b"], ["b", "a"], ["c", "d"], ["d", "c"]))).toEqual([
      ["link-cycle", 2],
      ["link-cycle", 4],
    ]);
  });
  it("a chain of 200,000 rows does not overflow", () => {
    const where = { file: "t.csv", line: 2, column: 1 };
    const chain = Array.from({ length: 200_000 }, (_, at) => ({ id: `r${at}`, to: [`r${at + 1}`], where }));
    expect(codes([...chain, { id: "r200000", to: [], where }])).toEqual([]);
    expect(codes([...chain, { id: "r200000", to: ["r0"], where }])).toHaveLength(1);
  });
});

it("a number is good to half of its last digit", () => {
  expect(halfLastDigit(12)).toBe(0.5);
  expect(halfLastDigit(3.1)).toBe(0.05);
  expect(halfLastDigit(0.668)).toBe(0.0005);
});

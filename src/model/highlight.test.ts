import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { highlight } from "./highlight.ts";

function coloured(text: string): readonly string[] {
  return highlight(text).map(({ from, to, role }) => `${role} ${text.slice(from, to)}`);
}

it("colours the pieces of a statement", () => {
  expect(coloured('flow C "use \\" of" : a -> b = max(2, C[-1]) # why\nx = 2027Q1')).toEqual([
    "keyword flow",
    "name C",
    'text "use \\" of"',
    "name a",
    "name b",
    "function max",
    "number 2",
    "name C",
    "number 1",
    "comment # why",
    "name x",
    "date 2027Q1",
  ]);
});

it("colours what is between mistakes, and nothing at all", () => {
  expect(coloured('param § = "open')).toEqual(["keyword param"]);
  expect(coloured("# only this")).toEqual(["comment # only this"]);
  expect(coloured("")).toEqual([]);
});

it("never overlaps and stays inside, in every built-in model", () => {
  const folder = new URL("../../models/textbook/", import.meta.url);
  for (const file of readdirSync(folder)) {
    const text = readFileSync(new URL(file, folder), "utf8");
    let end = 0;
    for (const { from, to } of highlight(text)) {
      expect(from).toBeGreaterThanOrEqual(end);
      expect(to).toBeGreaterThan(from);
      end = to;
    }
    expect(end).toBeLessThanOrEqual(text.length);
  }
});

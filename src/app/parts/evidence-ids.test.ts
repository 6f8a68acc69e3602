import { expect, it } from "vitest";
import { piecesOfSource } from "./evidence-ids.ts";

it("finds evidence ids and ranges of them in a source", () => {
  expect(piecesOfSource("A091-A093; assumption")).toEqual([
    { text: "A091-A093", ids: ["A091", "A092", "A093"] },
    { text: "; assumption", ids: [] },
  ]);
  expect(piecesOfSource("Bass 1969, C014")).toEqual([
    { text: "Bass 1969, ", ids: [] },
    { text: "C014", ids: ["C014"] },
  ]);
  expect(piecesOfSource("")).toEqual([]);
});

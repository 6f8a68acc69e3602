import { expect, it } from "vitest";
import { interpolate } from "./arithmetic.ts";

const table = [
  [0, 1],
  [3, 2],
  [7, 5],
] as const;

it("reads a table between its points, and flat beyond its ends", () => {
  expect([-1, 0, 3, 5, 7, 9].map((at) => interpolate(table, at))).toEqual([1, 1, 2, 3.5, 5, 5]);
});

it("rounds as the engine does: the slope first", () => {
  expect(interpolate(table, 0.7)).toBe(1 + 0.7 * (1 / 3));
});

it("has no value where the place has none", () => {
  expect(interpolate(table, Number.NaN)).toBeNaN();
});

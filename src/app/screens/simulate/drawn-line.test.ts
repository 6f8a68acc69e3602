import { expect, it } from "vitest";
import { drawTo } from "./drawn-line.ts";

const none = Number.NaN;

it("joins what a quick stroke jumped over", () => {
  expect(drawTo([1, none, none, none, none], { from: 1, period: 4, value: 9 })).toEqual([1, 3, 5, 7, 9]);
});

it("overwrites the way back and keeps the rest", () => {
  expect(drawTo([1, 2, 3, 4, 5], { from: 3, period: 1, value: 0 })).toEqual([1, 0, 2, 4, 5]);
});

it("moves one point", () => {
  expect(drawTo([1, 2, 3], { from: 1, period: 1, value: 7 })).toEqual([1, 7, 3]);
});

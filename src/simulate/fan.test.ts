import { expect, it } from "vitest";
import { fanOf } from "./fan.ts";
import { scorePrediction } from "./prediction.ts";

it("takes quantiles of every period over the runs that have a value", () => {
  const paths = Float64Array.of(1, 10, 2, 20, 3, NaN, 4, 40, 5, 50);
  const { bands } = fanOf(paths, 2, [0, 0.25, 0.5, 1]);
  expect(bands.map((band) => [...band])).toEqual([
    [1, 10],
    [2, 17.5],
    [3, 30],
    [5, 50],
  ]);
});

it("has no quantile where no run has a value", () => {
  expect(fanOf(Float64Array.of(NaN, 1), 2, [0.5]).bands[0]).toEqual(Float64Array.of(NaN, 1));
});

it("scores only what was drawn", () => {
  const fan = fanOf(Float64Array.of(0, 0, 0, 10, 10, 10), 3, [0, 0.5, 1]);
  expect(scorePrediction([NaN, 12, 4], fan)).toEqual({ count: 2, inside: 1, gap: 4 });
  expect(scorePrediction([NaN, NaN, NaN], fan)).toEqual({ count: 0, inside: 0, gap: NaN });
});

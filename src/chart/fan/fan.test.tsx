import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { FanChart } from "./fan-chart.tsx";
import { type FanSeries, placeFan } from "./place.ts";

const dates = ["2025Q4", "2026Q1", "2026Q2", "2026Q3", "2026Q4", "2027Q1"];
const series: FanSeries = {
  dates,
  bands: [
    [1, 1, 1, 1, 1, 1],
    [2, 2, 2, 2, 2, 2],
    [3, 4, 5, 4, 3, 3],
    [6, 6, 6, 6, 6, 6],
    [8, 8, 8, 8, 8, 8],
  ],
  samples: [[3, 5, NaN, NaN, NaN, NaN]],
  baseline: [3, 3, 3, 3, 3, 3],
};
const words = (value: number): string => `${value} %`;

describe("placing a fan", () => {
  const placed = placeFan(series, words);

  it("starts at zero, has round ticks and room for their words", () => {
    expect(placed.yTicks.map(({ value }) => value)).toEqual([0, 2, 4, 6, 8]);
    expect(placed.yTicks[0].at).toBe(placed.shape.height - placed.shape.bottom);
    expect(placed.shape.left).toBeGreaterThan(20);
    expect(placed.xTicks.map(({ text }) => text)).toEqual(["2026", "2027"]);
  });

  it("puts one band inside the other", () => {
    expect(placed.areas).toHaveLength(2);
    expect(placed.samples[0].match(/[ML]/g)).toHaveLength(2);
  });

  it("finds the period and value at a place", () => {
    expect(placed.periodAt(placed.x(3))).toBe(3);
    expect(placed.periodAt(-50)).toBe(0);
    expect(placed.periodAt(9999)).toBe(5);
    expect(placed.valueAt(placed.y(4.5))).toBeCloseTo(4.5, 12);
  });

  it("shows far values from near them, and both sides of zero", () => {
    const near = placeFan({ dates, bands: [[90, 91, 92, 93, 94, 95]], samples: [] }, words);
    expect(near.yTicks[0].value).toBeGreaterThanOrEqual(89);
    expect(near.zero).toBeUndefined();
    const both = placeFan({ dates, bands: [[-1, 0, 1, 2, 1, 0]], samples: [] }, words);
    expect(both.zero).toBe(both.yTicks.find(({ value }) => value === 0)?.at);
  });

  it("draws something for one value, and for none", () => {
    const still = placeFan({ dates, bands: [[2, 2, 2, 2, 2, 2]], samples: [] }, words);
    expect(still.median).not.toContain("NaN");
    const nothing = placeFan({ dates, bands: [dates.map(() => NaN)], samples: [] }, words);
    expect(nothing.median).toBe("");
    expect(nothing.yTicks.length).toBeGreaterThan(1);
  });
});

describe("the fan chart", () => {
  const placed = placeFan(series, words, { width: 200, height: 100, right: 10, top: 5, bottom: 20 });
  const chart = { placed, id: "f", title: "Jobs", description: "They fall.", yWords: words };

  it("is this picture", async () => {
    await expect(renderToString(<FanChart {...chart} />)).toMatchFileSnapshot("pictures/fan.svg");
  });

  it("hides what the runs found while somebody guesses", () => {
    const html = renderToString(<FanChart {...chart} isHidden />);
    expect(html).not.toContain("median");
    expect(html).not.toContain("sample");
    expect(html).toContain("baseline");
  });
});

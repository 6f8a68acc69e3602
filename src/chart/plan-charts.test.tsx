import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { LevelBar, WeightBar } from "./level-bar.tsx";
import { TradeOffChart } from "./trade-off-chart.tsx";
import { fittingTicks } from "./ticks.ts";
import { YearChart } from "./year-chart.tsx";

const year = {
  title: "Working week",
  description: "It falls.",
  id: "week",
  width: 340,
  height: 190,
  words: (value: number) => `${Math.round(value * 10) / 10} h`,
  today: "today",
} as const;

describe("a line over the years of a plan", () => {
  it("stays as it was drawn", async () => {
    const picture = renderToString(<YearChart {...year} base={34.8} values={[34.1, 34.3, 32.8, 29.8]} />);
    await expect(picture).toMatchFileSnapshot("pictures/year-chart.svg");
  });

  it("keeps all points inside the picture, whatever the size of the numbers", () => {
    for (const factor of [1e-4, 1, 123_456]) {
      const values = [3.1, 2.2, 4.4, 4.4].map((value) => value * factor);
      const picture = renderToString(<YearChart {...year} base={undefined} values={values} />);
      const places = [...picture.matchAll(/<circle[^>]* cx="([\d.]+)" cy="([\d.]+)"/g)];
      expect(places).toHaveLength(4);
      for (const [, x, y] of places) {
        expect(Number(x)).toBeLessThanOrEqual(year.width);
        expect(Number(y)).toBeLessThanOrEqual(year.height);
      }
      expect(picture).not.toMatch(/NaN|Infinity/);
    }
  });

  it("draws a level line for values that do not move", () => {
    const picture = renderToString(<YearChart {...year} base={5} values={[5, 5, 5]} />);
    expect(new Set([...picture.matchAll(/ cy="([\d.]+)"/g)].map(([, y]) => y)).size).toBe(1);
  });
});

describe("ticks", () => {
  it.each([
    [[34.8, 29.8]],
    [[0, 1e-7]],
    [[46_000, 36_800, 40_000]],
    [[0.05, 0.09]],
    [[7, 7]],
    [[0, 0]],
    [[-2, 3]],
  ])("hold all of %j in a few round steps", (values) => {
    const ticks = fittingTicks(values);
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThan(8);
    expect(ticks[0]).toBeLessThanOrEqual(Math.min(...values));
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values));
  });
});

describe("bars and trade-offs", () => {
  it("mark the goal, and a goal that is missed", () => {
    const met = renderToString(<LevelBar reached={1.1} goal={1.1} most={1.2} />);
    const missed = renderToString(<LevelBar reached={1} goal={1.1} most={1.2} />);
    expect(met).not.toContain("short");
    expect(missed).toContain("short");
    expect(renderToString(<WeightBar weight={1} most={4} />)).toContain('width="250"');
  });

  it("leave gaps where there is no plan", async () => {
    const picture = renderToString(
      <TradeOffChart
        lines={[
          {
            name: "100%",
            points: [
              { x: 0.9, y: 26 },
              { x: 1, y: 29.5 },
              { x: 1.1, y: 33 },
            ],
          },
          {
            name: "60%",
            points: [
              { x: 0.9, y: 31 },
              { x: 1, y: undefined },
              { x: 1.1, y: undefined },
            ],
          },
          {
            name: "20%",
            points: [
              { x: 0.9, y: undefined },
              { x: 1, y: undefined },
              { x: 1.1, y: undefined },
            ],
          },
        ]}
        title="Trade-off"
        description="Less carbon takes more work."
        id="curve"
        width={620}
        height={300}
        xWords={(value) => `${Math.round(value * 100)}%`}
        yWords={(value) => `${value} h`}
        xName="share of all goals"
      />,
    );
    expect([...picture.matchAll(/class="dot"/g)]).toHaveLength(4);
    expect(picture).not.toContain("20%</text>");
    await expect(picture).toMatchFileSnapshot("pictures/trade-off-chart.svg");
  });
});

import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { FanComparison, type FanComparisonProps } from "./fan-comparison.tsx";

const dates = ["2025Q4", "2026Q1", "2026Q2", "2026Q3", "2026Q4", "2027Q1"];
const around = (values: readonly number[]): readonly (readonly number[])[] =>
  [-4, -1, 0, 1, 4].map((distance) => values.map((value) => value + distance));
const chart: FanComparisonProps = {
  fans: [
    { letter: "A", place: 0, series: { dates, bands: around([3, 4, 5, 4, 3, 3]) } },
    { letter: "B", place: 1, series: { dates, bands: around([3, 2, 2, 3, 3, 3.1]) } },
    { letter: "D", place: 3, series: { dates: dates.slice(0, 4), bands: [[3, 3, 4, 9]] } },
  ],
  baseline: [3, 3, 3, 3, 3, 3],
  id: "c",
  title: "Prices",
  description: "They differ.",
  yWords: (value) => `${value} %`,
};

describe("fans laid over each other", () => {
  it("is this picture", async () => {
    await expect(renderToString(<FanComparison {...chart} />)).toMatchFileSnapshot(
      "pictures/fan-comparison.svg",
    );
  });

  it("stand on one scale that holds the middle half of all of them", () => {
    const html = renderToString(<FanComparison {...chart} />);
    const at = (letter: string): number => Number(new RegExp(`y="([\\d.]+)">${letter}<`).exec(html)?.[1]);
    expect(html.match(/class="fan"/g)).toHaveLength(2);
    expect(at("D")).toBeLessThan(at("A"));
    // Lines that end in the same place keep their letters apart.
    expect(Math.abs(at("A") - at("B"))).toBeGreaterThanOrEqual(13);
    expect(html).not.toContain("NaN");
  });

  it("draw nothing for nothing, and no letter for a line without values", () => {
    expect(renderToString(<FanComparison {...chart} fans={[]} />)).toBe("");
    const empty = { letter: "A", place: 0, series: { dates, bands: [dates.map(() => NaN)] } };
    expect(renderToString(<FanComparison {...chart} fans={[empty]} />)).not.toContain("letter");
  });
});

import { renderToString } from "preact-render-to-string";
import { expect, it } from "vitest";
import { BandChart, roundTicks } from "./band-chart.tsx";

const points = [
  { x: 0, low: 0, middle: 1, high: 30 },
  { x: 0.5, low: 2, middle: 5, high: 40 },
  { x: 1, low: 4, middle: 9, high: 47 },
];
const draw = (at: number | undefined, shown = points): string =>
  renderToString(
    <BandChart
      points={shown}
      width={400}
      height={200}
      id="b"
      title="Title"
      description="Description"
      xTicks={[0, 1]}
      xWords={(value) => `${value * 100} %`}
      yWords={(value) => `${value} bn`}
      names={{ low: "certain", middle: "expected", high: "at most" }}
      {...(at !== undefined && { at })}
    />,
  );

it("draws the span, its edges, the middle and where the reader stands", async () => {
  await expect(draw(0.25)).toMatchFileSnapshot("pictures/band-chart.svg");
  expect(draw(0.25)).toContain("at most 35 bn");
  expect(draw(undefined)).not.toContain("mark");
});

it("keeps labels apart and within the picture, and draws nothing without points", () => {
  const close = points.map((point) => ({ ...point, middle: 0, low: 0 }));
  const labels = [...draw(1, close).matchAll(/<text class="(?:high|middle|low)"[^>]* y="([\d.]+)"/g)].map(
    ([, y]) => Number(y),
  );
  expect(labels).toHaveLength(3);
  expect(Math.min(...labels.slice(1).map((y, index) => y - labels[index]))).toBeGreaterThanOrEqual(15);
  expect(Math.max(...labels)).toBeLessThanOrEqual(200);
  expect(draw(0.5, [])).not.toMatch(/NaN|undefined/);
});

it("finds round ticks for any size", () => {
  expect(roundTicks(0)).toEqual([0, 1]);
  expect(roundTicks(4.4e10)).toEqual([0, 1e10, 2e10, 3e10, 4e10, 5e10]);
  for (const size of [1e-9, 0.37, 1, 9.99, 12, 99, 123456, 7e15]) {
    const ticks = roundTicks(size);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(size);
    expect(ticks.length).toBeGreaterThanOrEqual(3);
    expect(ticks.length).toBeLessThanOrEqual(6);
  }
});

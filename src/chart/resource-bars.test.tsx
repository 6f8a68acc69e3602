import { renderToString } from "preact-render-to-string";
import { expect, it } from "vitest";
import { ResourceBars } from "./resource-bars.tsx";

const props = { id: "r", title: "Resources", description: "Boom against plan." };

it("gives every resource a scale of its own", async () => {
  const hours = {
    id: "hours",
    name: "Hours (million)",
    bars: [
      { id: "boom", value: 7000, words: "Boom 7,000" },
      { id: "freed", value: 35_000, words: "Freed 35,000" },
    ],
  };
  const compute = {
    id: "compute",
    name: "Computers (GW)",
    bars: [
      { id: "boom", value: 20, words: "Boom 20" },
      { id: "plan", value: 8, words: "Plan 8" },
    ],
  };
  const html = renderToString(<ResourceBars {...props} resources={[hours, compute]} />);
  await expect(html).toMatchFileSnapshot("pictures/resource-bars.svg");
  const [a, b, c, d] = [...html.matchAll(/width="([\d.]+)" height="10"/g)].map(([, width]) => Number(width));
  expect(b).toBe(c);
  expect(a / b).toBeCloseTo(0.2, 2);
  expect(d / c).toBeCloseTo(0.4, 2);
});

it("draws no bar for less than nothing, and none without numbers", () => {
  const bars = [{ id: "freed", value: -5, words: "−5" }];
  const html = renderToString(<ResourceBars {...props} resources={[{ id: "x", name: "x", bars }]} />);
  expect(html).toContain('width="0"');
  expect(renderToString(<ResourceBars {...props} resources={[]} />)).not.toContain("NaN");
});

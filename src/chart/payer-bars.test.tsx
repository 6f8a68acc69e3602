import { renderToString } from "preact-render-to-string";
import { expect, it } from "vitest";
import { PayerBars } from "./payer-bars.tsx";

const props = {
  most: 100,
  id: "p",
  title: "Taxes",
  description: "Who pays.",
  words: (value: number): string => `${value} bn`,
};

it("draws gains to the right and losses to the left, with a mark where each stood before", async () => {
  const bars = [
    { id: "w", name: "wage earners", value: -50, before: -20 },
    { id: "t", name: "top", value: 50, before: 20 },
    { id: "s", name: "state", value: 0 },
  ];
  const html = renderToString(<PayerBars {...props} bars={bars} />);
  await expect(html).toMatchFileSnapshot("pictures/payer-bars.svg");
  expect(html.match(/class="before"/g)).toHaveLength(2);
  expect(html).not.toContain("NaN");
});

it("draws a line where eight runs of ten lie", () => {
  const bars = [{ id: "w", name: "wage earners", value: -50, range: { low: -80, high: -20 } }];
  const html = renderToString(<PayerBars {...props} bars={bars} />);
  const [, from, to] = /class="range" d="M([\d.]+) [^H]*H([\d.]+)m/.exec(html) ?? [];
  expect(Number(from)).toBeLessThan(Number(to));
  const [, x, width] = /<rect x="([\d.]+)" y="4" width="([\d.]+)"/.exec(html) ?? [];
  expect(Number(from)).toBeLessThan(Number(x));
  expect(Number(to)).toBeLessThan(Number(x) + Number(width));
});

it("draws nothing but names where nothing moves", () => {
  const html = renderToString(<PayerBars {...props} most={0} bars={[{ id: "a", name: "a", value: 0 }]} />);
  expect(html).not.toContain("NaN");
  expect(html).toContain('width="0"');
});

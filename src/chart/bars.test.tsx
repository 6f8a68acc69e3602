import { renderToString } from "preact-render-to-string";
import { expect, it } from "vitest";
import { IntervalBar } from "./interval-bar.tsx";
import { RangeMark, scaleOf } from "./range-mark.tsx";
import { VerdictStrip } from "./verdict-strip.tsx";
import { textWidth } from "./words.ts";

it("draws an interval as three nested parts on a common scale", () => {
  const svg = renderToString(
    <IntervalBar interval={{ certain: 10, expected: 25, possible: 50 }} most={100} />,
  );
  expect(svg).toMatchInlineSnapshot(
    `"<svg class="bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true"><path class="axis" d="M0 0v14"></path><rect class="possible" y="1.5" width="500" height="11"></rect><rect class="expected" y="3.5" width="250" height="7"></rect><rect y="3.5" width="100" height="7" fill="url(#bars-hatch)"></rect></svg>"`,
  );
  const none = renderToString(<IntervalBar interval={{ certain: 0, expected: 0, possible: 0 }} most={0} />);
  expect(none).not.toContain("hatch");
  expect(none).not.toContain("NaN");
});

it("draws a range from zero to its value, also below zero", () => {
  const ranges = [
    { value: 40, low: 20, high: 60 },
    { value: -40, low: -40, high: -40 },
  ];
  const scale = scaleOf(ranges);
  expect(scale).toEqual({ low: -40, high: 60 });
  expect(renderToString(<RangeMark range={ranges[0]} scale={scale} />)).toMatchInlineSnapshot(
    `"<svg class="bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true"><path class="reach" d="M400 5h399v4h-399z"></path><path class="spread" d="M600 2h398v10h-398z"></path><path class="centre" d="M796 1h6v12h-6z"></path></svg>"`,
  );
  expect(renderToString(<RangeMark range={ranges[1]} scale={scale} />)).toMatchInlineSnapshot(
    `"<svg class="bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true"><path class="reach" d="M2 5h398v4h-398z"></path><path class="centre" d="M-1 1h6v12h-6z"></path></svg>"`,
  );
  expect(scaleOf([])).toEqual({ low: 0, high: 1 });
});

it("shows verdicts by a sign, not by colour alone", () => {
  const claim = {
    id: "A001",
    verdict: "loose" as const,
    stated: "",
    found: "",
    tests: [],
    method: "claim",
    paper: "claims",
    inputs: {},
    evidence: [],
    against: [],
  };
  const html = renderToString(
    <VerdictStrip claims={[claim]} labelOf={({ id }) => `${id}: loose`} linkOf={({ id }) => `#${id}`} />,
  );
  expect(html).toContain('href="#A001"');
  expect(html).toContain("≈");
});

it("estimates the width of a text", () => {
  expect(textWidth("NVIDIA", 14)).toBeGreaterThan(45);
  expect(textWidth("NVIDIA", 14)).toBeLessThan(65);
});

import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { boomCircuit, boomLedger } from "../../../test/fixture/boom.ts";
import { arrangeColumns } from "./columns.ts";
import { describeLoopMap } from "./describe.ts";
import { LoopMap } from "./loop-map.tsx";
import { type PlacedLoopMap, placeLoopMap } from "./place.ts";
import { bandPath } from "./ribbon-path.ts";
import { type LoopMapSeries, loopMapSeries } from "./series.ts";
import { loopMapShapes } from "./shape.ts";

const circuit = boomCircuit("announced");
const series = loopMapSeries(boomLedger, circuit, { language: "en" });

describe("the series of the loop map", () => {
  it("holds all money of the window that moves between the actors drawn", () => {
    const shown = new Set(series.actors.map(({ id }) => id));
    expect(series.ribbons.every(({ from, to }) => shown.has(from) && shown.has(to))).toBe(true);
    for (const actor of series.actors) {
      const sum = (items: readonly { readonly amount: number }[]): number =>
        items.reduce((total, { amount }) => total + amount, 0);
      const received = sum(series.ribbons.filter(({ to }) => to === actor.id)) + sum(actor.sources);
      const spent = sum(series.ribbons.filter(({ from }) => from === actor.id)) + sum(actor.sinks);
      expect(received).toBeCloseTo(actor.throughflow, -2);
      expect(spent).toBeCloseTo(actor.throughflow, -2);
    }
  });

  it("keeps certain within expected within the whole payment", () => {
    for (const { certain, expected, amount } of series.ribbons) {
      expect(certain).toBeLessThanOrEqual(expected + 1e-3);
      expect(expected).toBeLessThanOrEqual(amount);
    }
    expect(series.ribbons.some(({ expected }) => expected > 0)).toBe(true);
  });

  it("walks the largest loop leg by leg and names who is not drawn", () => {
    const { mainLoop } = series;
    expect(mainLoop.map(({ from }) => from)).toEqual(circuit.loops[0].actors);
    mainLoop.forEach((leg, index) => expect(leg.to).toBe(mainLoop[(index + 1) % mainLoop.length].from));
    const fewer = loopMapSeries(boomLedger, circuit, { language: "en", actors: 5 });
    expect(fewer.actors.length).toBeLessThanOrEqual(5);
    expect(fewer.hidden.length).toBeGreaterThan(series.hidden.length);
  });
});

describe("columns", () => {
  it("let more money run forward than back", () => {
    const { columnOf, returning, columns } = arrangeColumns(series);
    const sum = (back: boolean): number =>
      series.ribbons.reduce(
        (total, { id, amount }) => (returning.has(id) === back ? total + amount : total),
        0,
      );
    expect(sum(false)).toBeGreaterThan(4 * sum(true));
    expect(columnOf.get("openai")!).toBeLessThan(columnOf.get("oracle")!);
    expect(columnOf.get("oracle")!).toBeLessThan(columnOf.get("nvidia")!);
    expect(columns.flat().filter(({ actor }) => actor)).toHaveLength(series.actors.length);
  });

  it("hold no more actors than they may", () => {
    const { columns } = arrangeColumns(series, { mostActors: 2 });
    expect(Math.max(...columns.map((column) => column.filter(({ actor }) => actor).length))).toBe(2);
  });

  it("do not depend on the order of actors and ribbons", () => {
    const turned: LoopMapSeries = {
      ...series,
      actors: [...series.actors].reverse(),
      ribbons: [...series.ribbons].reverse(),
    };
    expect(draw(turned, "wide")).toBe(draw(series, "wide"));
  });
});

describe.each(["wide", "narrow"] as const)("the %s loop map", (shape) => {
  const placed: PlacedLoopMap = placeLoopMap(series, loopMapShapes[shape]);

  it("gives ribbons one width for a unit of money", () => {
    for (const { ribbon, width } of placed.ribbons) {
      expect(width).toBeCloseTo(Math.max(1.5, ribbon.amount * placed.pixelsPerUnit), 6);
    }
  });

  it("keeps bars and ribbons apart and inside the drawing", () => {
    for (const a of placed.actors) {
      expect(a.across).toBeGreaterThanOrEqual(0);
      expect(a.across + a.length).toBeLessThanOrEqual(placed.channel);
      for (const b of placed.actors) {
        if (a === b || a.along !== b.along) continue;
        expect(a.across + a.length <= b.across || b.across + b.length <= a.across).toBe(true);
      }
    }
    const back = placed.ribbons.filter((ribbon) => ribbon.back);
    expect(back.length).toBeGreaterThan(0);
    for (const a of back) {
      expect(a.back!.turnIn - a.width / 2).toBeGreaterThanOrEqual(0);
      expect(a.back!.turnOut + a.width / 2).toBeLessThanOrEqual(placed.length);
      expect(a.back!.lane + a.width / 2).toBeLessThanOrEqual(placed.breadth);
      for (const b of back) {
        if (a === b) continue;
        expect(Math.abs(a.back!.lane - b.back!.lane) + 1e-9).toBeGreaterThanOrEqual((a.width + b.width) / 2);
      }
    }
  });

  it("draws what it drew before", async () => {
    await expect(draw(series, shape)).toMatchFileSnapshot(`pictures/loop-map-${shape}.svg`);
  });
});

it("keeps the width of a sloping ribbon", () => {
  const ribbon = placeLoopMap(series, loopMapShapes.wide).ribbons[0];
  const sloping = {
    ...ribbon,
    back: undefined,
    width: 40,
    points: [
      { along: 0, across: 100 },
      { along: 200, across: 300 },
    ],
  };
  const numbers = [...bandPath(sloping, -20, 20, false).matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
  // M a  C c1 c2 b  L c  C c3 c4 d: the middle of a cubic is (p0 + 3 p1 + 3 p2 + p3) / 8.
  const middle = (at: number): readonly [number, number] =>
    [0, 1].map(
      (axis) =>
        (numbers[at + axis] +
          3 * numbers[at + 2 + axis] +
          3 * numbers[at + 4 + axis] +
          numbers[at + 6 + axis]) /
        8,
    ) as [number, number];
  const [upper, lower] = [middle(0), middle(8)];
  // In the middle the ribbon falls 2 for 1: its normal is (−2, 1)/√5.
  const distance = ((lower[1] - upper[1]) * 1 - (lower[0] - upper[0]) * 2) / Math.sqrt(5);
  expect(Math.abs(distance)).toBeCloseTo(40, 1);
});

it("tells the picture in words", () => {
  const words = describeLoopMap(series, circuit, "de");
  expect(words).toContain("Größter Kreis: ");
  expect(words).toContain("2025–2031");
});

function draw(subject: LoopMapSeries, shape: "wide" | "narrow"): string {
  const svg = renderToString(
    <LoopMap
      placed={placeLoopMap(subject, loopMapShapes[shape])}
      language="en"
      id="m"
      description={describeLoopMap(series, circuit, "en")}
      linkOf={() => "#row"}
    />,
  );
  return `${svg.replaceAll("><", ">\n<")}\n`;
}

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { primBoxes } from "./prim.ts";

const rows = readFileSync(new URL("../../../test/reference/prim/quasiflow.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(",").map(Number));
const points = rows.map(([a, b]) => [a, b]);
const outputs = rows.map(([, , y]) => y);

/** Printed by R's package prim (test/reference/prim/README.md); tolerance 1e-12. */
describe("PRIM", () => {
  it("finds the first box of the published quasiflow example, pasted", () => {
    const box = primBoxes(points, outputs).at(-1)!;
    expect(box.low[0]).toBeCloseTo(0.684337349397589945, 12);
    expect(box.high[1]).toBeCloseTo(0.279005524861878629, 12);
    expect([box.high[0], box.low[1]]).toEqual([Infinity, -Infinity]);
    expect(box.density).toBeCloseTo(0.39975893933306555, 12);
    expect(box.mass).toBe(0.131);
    expect(box.restricted).toEqual([0, 1]);
  });

  it("and peeled only", () => {
    const box = primBoxes(points, outputs, { paste: 0 }).at(-1)!;
    expect(box.high[1]).toBeCloseTo(0.259668508287292987, 12);
    expect(box.density).toBeCloseTo(0.38157270844251462, 12);
    expect(box.mass).toBe(0.111);
  });

  it("finds the corner in which a result concentrates", () => {
    const size = 2000;
    const cube = Array.from({ length: size }, (_, i) => [
      ((i + 1) * 0.7548776662466927) % 1,
      ((i + 1) * 0.5698402909980532) % 1,
      ((i + 1) * 0.8191725133961645) % 1,
    ]);
    const hits = cube.map(([a, b]) => (a > 0.6 && b < 0.45 ? 1 : 0));
    const box = primBoxes(cube, hits).at(-1)!;
    expect(box.low[0]).toBeCloseTo(0.60697553147542449, 12);
    expect(box.high[1]).toBeCloseTo(0.449447587684489225, 12);
    expect(box).toMatchObject({ density: 1, mass: 0.1755, restricted: [0, 1] });
    expect(box.coverage).toBeCloseTo(351 / hits.filter(Boolean).length, 12);
  });

  it("goes from all runs to few without ever leaving the box before", () => {
    const boxes = primBoxes(points, outputs, { paste: 0 });
    expect(boxes[0]).toMatchObject({ mass: 1, restricted: [] });
    expect(boxes[0].coverage).toBeCloseTo(1, 12);
    for (let step = 1; step < boxes.length; step++) {
      expect(boxes[step].mass).toBeLessThan(boxes[step - 1].mass);
      boxes[step].low.forEach((end, i) => expect(end).toBeGreaterThanOrEqual(boxes[step - 1].low[i]));
      boxes[step].high.forEach((end, i) => expect(end).toBeLessThanOrEqual(boxes[step - 1].high[i]));
    }
  });

  it("stops where nothing can be peeled", () => {
    expect(primBoxes([[1], [1], [1]], [0, 1, 1]).length).toBe(1);
    expect(() => primBoxes([], [])).toThrow(RangeError);
  });
});

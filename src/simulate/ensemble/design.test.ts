import { assert, constantFrom, integer, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { type Design, designCoordinate, designPoint } from "./design.ts";

const sizes = integer({ min: 1, max: 700 });
const seeds = integer({ min: 0, max: 2 ** 40 });

describe("designs", () => {
  it("put one point of a Latin hypercube in every strip of every coordinate", () => {
    assert(
      property(sizes, seeds, string(), (size, seed, name) => {
        const design: Design = { kind: "latin-hypercube", names: [name], seed, size };
        const strips = Array.from({ length: size }, (_, number) =>
          Math.floor(size * designCoordinate(design, name, number)),
        );
        expect(strips.sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, strip) => strip));
      }),
    );
  });

  it("depend on seed, name and number alone, not on other names or their order", () => {
    assert(
      property(
        constantFrom("plain", "latin-hypercube"),
        seeds,
        integer({ min: 0, max: 99 }),
        (kind, seed, number) => {
          const design = (names: readonly string[]): Design => ({ kind, names, seed, size: 100 });
          const [a, b] = designPoint(design(["a", "b"]), number);
          expect([...designPoint(design(["b", "x", "a"]), number)]).toEqual([b, expect.any(Number), a]);
        },
      ),
    );
  });

  it("fill the square without a pattern: means, spread and correlation as of independent draws", () => {
    for (const kind of ["plain", "latin-hypercube"] as const) {
      const design: Design = { kind, names: ["a", "b"], seed: 7, size: 4000 };
      const points = Array.from({ length: 4000 }, (_, number) => designPoint(design, number));
      const mean = (of: (point: Float64Array) => number): number =>
        points.reduce((sum, point) => sum + of(point), 0) / points.length;
      // Four standard errors of 4,000 independent draws.
      expect(Math.abs(mean(([a]) => a) - 1 / 2)).toBeLessThan(kind === "plain" ? 0.0183 : 1e-4);
      expect(Math.abs(mean(([a]) => a * a) - 1 / 3)).toBeLessThan(kind === "plain" ? 0.0189 : 1e-4);
      expect(Math.abs(mean(([a, b]) => (a - 0.5) * (b - 0.5)))).toBeLessThan(0.0053);
    }
  });
});

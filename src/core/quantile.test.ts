import { array, assert, double, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { medianUnbiasedQuantile, quantile } from "./quantile.ts";
import { mergeSketches, sketchOf, sketchQuantile } from "./quantile-sketch.ts";

const shares = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];
const numbers = array(double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), {
  minLength: 1,
  maxLength: 400,
});

describe("quantiles", () => {
  it("are those of R", () => {
    const data = [1, 4, 4, 7, 12, 19];
    // R 4.2: quantile(data, c(.1, .5, .9), type = 7) and type = 8
    expect([0.1, 0.5, 0.9].map((share) => quantile(data, share))).toEqual([2.5, 5.5, 15.5]);
    [1, 5.5, 18.3 + 0.7].forEach((value, i) => {
      const share = [0.0, 0.5, 1][i];
      expect(medianUnbiasedQuantile(data, share)).toBeCloseTo(value, 12);
    });
    expect(medianUnbiasedQuantile(data, 0.1)).toBeCloseTo(1, 12);
    expect(medianUnbiasedQuantile(data, 0.25)).toBeCloseTo(1 + 3 * (11 / 12), 12);
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe("a sketch of quantiles", () => {
  it("is within its accuracy of a true order statistic", () => {
    assert(
      property(numbers, (list) => {
        const sorted = [...list].sort((a, b) => a - b);
        const sketch = sketchOf(list);
        for (const share of shares) {
          const rank = share * (list.length - 1);
          const [lower, upper] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
          const found = sketchQuantile(sketch, share);
          const slack = 1.001e-3;
          expect(found).toBeGreaterThanOrEqual(lower - slack * Math.abs(lower) - 1e-12);
          expect(found).toBeLessThanOrEqual(upper + slack * Math.abs(upper) + 1e-12);
        }
      }),
    );
  });

  it("adds up in any order to the same", () => {
    assert(
      property(numbers, numbers, numbers, (a, b, c) => {
        const whole = sketchOf([...a, ...b, ...c]);
        const parts = mergeSketches(sketchOf(c), mergeSketches(sketchOf(a), sketchOf(b)));
        for (const share of shares) expect(sketchQuantile(parts, share)).toBe(sketchQuantile(whole, share));
        expect(parts.count).toBe(whole.count);
      }),
    );
  });

  it("takes the same room for many numbers as for few", () => {
    const cells = (count: number): number =>
      sketchOf(Array.from({ length: count }, (_, i) => 1 + ((i * 0.618033988749895) % 1) * 99)).positive.size;
    expect(cells(200_000)).toBeLessThan(1.2 * cells(20_000));
    expect(() => sketchOf([1, NaN])).toThrow(RangeError);
    expect(() => mergeSketches(sketchOf([1]), sketchOf([1], 0.01))).toThrow(RangeError);
  });
});

import { array, assert, double, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { firstPassage, frequencyOf, greatestDrawdown } from "./frequency.ts";
import { rankCorrelation, ranksOf } from "./rank-correlation.ts";

const numbers = array(double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 3, maxLength: 30 });

describe("frequencies", () => {
  it("carry Wilson's interval", () => {
    // R 4.2: prop.test(49, 100, correct = FALSE)$conf.int and prop.test(0, 10, correct = FALSE)$conf.int
    expect(frequencyOf(49, 100).interval[0]).toBeCloseTo(0.3942, 4);
    expect(frequencyOf(49, 100).interval[1]).toBeCloseTo(0.5865, 4);
    expect(frequencyOf(0, 10).interval).toEqual([0, expect.closeTo(0.2775, 4)]);
    expect(frequencyOf(0, 0).share).toBeNaN();
  });

  it("hold the share and shrink with more runs", () => {
    assert(
      property(integer({ min: 1, max: 1000 }), integer({ min: 0, max: 1000 }), (runs, hits) => {
        const some = frequencyOf(Math.min(hits, runs), runs);
        const many = frequencyOf(4 * Math.min(hits, runs), 4 * runs);
        expect(some.interval[0]).toBeLessThanOrEqual(some.share);
        expect(some.interval[1]).toBeGreaterThanOrEqual(some.share);
        expect(many.error).toBeLessThan(some.error);
      }),
    );
  });
});

describe("paths", () => {
  it("tell when something happened first", () => {
    expect(firstPassage([1, 2, 3, 2], (value) => value > 1)).toBe(1);
    expect(firstPassage([1, 2, 3], (value) => value > 5)).toBeUndefined();
  });

  it("fall from their peak", () => {
    expect(greatestDrawdown([1, 4, 2, 5, 1, 3])).toEqual({ share: 0.8, peak: 3, trough: 4 });
    expect(greatestDrawdown([1, 2, 3]).share).toBe(0);
    assert(
      property(array(double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1 }), (path) => {
        const found = greatestDrawdown(path);
        let worst = 0;
        for (let i = 0; i < path.length; i++)
          for (let j = i; j < path.length; j++) worst = Math.max(worst, 1 - path[j] / path[i]);
        expect(found.share).toBeCloseTo(worst, 12);
      }),
    );
  });
});

describe("rank correlation", () => {
  it("is that of R with ties", () => {
    // R 4.2: cor(c(1,2,2,3,5), c(4,1,3,3,2), method = "spearman")
    expect(rankCorrelation([1, 2, 2, 3, 5], [4, 1, 3, 3, 2])).toBeCloseTo(-0.5, 12);
    expect([...ranksOf([10, 20, 20, 5])]).toEqual([2, 3.5, 3.5, 1]);
    expect(rankCorrelation([1, 1], [1, 2])).toBeNaN();
  });

  it("does not see how the numbers are stretched", () => {
    assert(
      property(numbers, numbers, (a, b) => {
        const size = Math.min(a.length, b.length);
        const [x, y] = [a.slice(0, size), b.slice(0, size)];
        const plain = rankCorrelation(x, y);
        const stretched = rankCorrelation(
          x.map((value) => 8 * value),
          y,
        );
        expect(Object.is(stretched, plain) || Math.abs(stretched - plain) < 1e-12).toBe(true);
        if (!Number.isNaN(plain)) expect(Math.abs(plain)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

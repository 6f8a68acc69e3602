import { createHash } from "node:crypto";
import { assert, double, nat, property, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256, startHash } from "./hash.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { drawPath, drawUniform, nameKey, philox, quantileOf } from "./random.ts";

const hex = (words: Uint32Array): string =>
  [...words].map((word) => word.toString(16).padStart(8, "0")).join(" ");

describe("Philox4x32-10", () => {
  // Known answers of Random123 1.14 (kat_vectors).
  it("gives the known answers of Random123", () => {
    expect(hex(philox([0, 0, 0, 0], [0, 0]))).toBe("6627e8d5 e169c58d bc57ac4c 9b00dbd8");
    const ones = 0xffffffff;
    expect(hex(philox([ones, ones, ones, ones], [ones, ones]))).toBe("408f276d 41c83b0e a20bc7c6 6d5451fd");
    expect(hex(philox([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0]))).toBe(
      "d16cfe09 94fdcceb 5001e420 24126ea1",
    );
  });

  it("gives uniform draws that depend on every part of their place", () => {
    const place = { seed: 7, member: 3, name: nameKey("eps"), period: 2 };
    const draw = drawUniform(place);
    expect(drawUniform(place)).toBe(draw);
    for (const change of [{ seed: 8 }, { seed: 7 + 2 ** 32 }, { member: 4 }, { name: 1 }, { period: 3 }]) {
      expect(drawUniform({ ...place, ...change })).not.toBe(draw);
    }
    let sum = 0;
    let squares = 0;
    const draws = 100_000;
    for (let member = 0; member < draws; member++) {
      const z = normalQuantile(drawUniform({ ...place, member }));
      sum += z;
      squares += z * z;
    }
    expect(Math.abs(sum / draws)).toBeLessThan(4 / Math.sqrt(draws));
    expect(Math.abs(squares / draws - 1)).toBeLessThan((4 * Math.SQRT2) / Math.sqrt(draws));
  });

  it("gives paths that do not depend on where they are cut", () => {
    const place = { seed: 3, member: 2, name: 9 };
    const whole = new Float64Array(20);
    drawPath(place, { from: 1, to: 20 }, whole, 0, 1);
    expect(new Set(whole).size).toBe(20);
    for (const cut of [1, 2, 7]) {
      const parts = new Float64Array(40);
      drawPath(place, { from: 1, to: cut }, parts, 1, 2);
      drawPath(place, { from: cut + 1, to: 20 }, parts, 1 + 2 * cut, 2);
      expect(Array.from(parts.filter((_, i) => i % 2 === 1))).toEqual(Array.from(whole));
    }
  });

  it("spreads draws as asked", () => {
    expect(quantileOf({ kind: "uniform", low: 2, high: 4 }, 0.25)).toBe(2.5);
    expect(quantileOf({ kind: "normal", mean: 1, deviation: 2 }, 0.5)).toBe(1);
    expect(quantileOf({ kind: "triangular", low: 0, mode: 1, high: 2 }, 0.5)).toBe(1);
    expect(quantileOf({ kind: "triangular", low: 0, mode: 0, high: 1 }, 0.75)).toBe(0.5);
    expect(quantileOf({ kind: "triangular", low: 3, mode: 3, high: 3 }, 0.75)).toBe(3);
    expect(quantileOf({ kind: "lognormal", mean: 0, deviation: 1 }, 0.5)).toBe(1);
  });
});

describe("the normal distribution", () => {
  // Values to 16 digits from tables of the error function.
  it("has the known shares", () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(1)).toBeCloseTo(0.8413447460685429, 14);
    expect(normalCdf(-3) / 1.3498980316300946e-3).toBeCloseTo(1, 12);
    expect(Math.abs(normalCdf(-6) - 9.865876450376981e-10)).toBeLessThan(1e-17);
    expect(normalCdf(Infinity)).toBe(1);
    expect(normalCdf(-Infinity)).toBe(0);
    expect(normalCdf(NaN)).toBeNaN();
  });

  it("has a quantile that inverts the share", () => {
    assert(
      property(double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(4e-15);
      }),
      { numRuns: 2000 },
    );
    expect(normalQuantile(1e-300)).toBeCloseTo(-37.0471, 4);
  });
});

describe("SHA-256", () => {
  it("agrees with Node's", () => {
    assert(
      property(uint8Array({ maxLength: 300 }), nat(300), (bytes, cut) => {
        const expected = createHash("sha256").update(bytes).digest("hex");
        expect(sha256(bytes)).toBe(expected);
        const pieces = startHash();
        pieces.add(bytes.subarray(0, cut));
        pieces.add(bytes.subarray(cut));
        expect(pieces.end()).toBe(expected);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  multiplyFractions,
  parseFraction,
  subtractFractions,
  toNumber,
  zero,
} from "./fraction.ts";

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([above, below]) => fraction(above, below));

describe("fractions", () => {
  it("are in lowest terms with a positive denominator", () => {
    expect(fraction(6n, -8n)).toEqual({ above: -3n, below: 4n });
    expect(fraction(0n, 5n)).toEqual(zero);
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
  });

  it("obey the laws of a field", () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(addFractions(a, b)).toEqual(addFractions(b, a));
        expect(multiplyFractions(a, addFractions(b, c))).toEqual(
          addFractions(multiplyFractions(a, b), multiplyFractions(a, c)),
        );
        expect(subtractFractions(addFractions(a, b), b)).toEqual(a);
        if (b.above !== 0n) expect(multiplyFractions(divideFractions(a, b), b)).toEqual(a);
        expect(compareFractions(a, b)).toBe(-compareFractions(b, a) + 0);
      }),
    );
  });

  it("read decimals exactly and refuse everything else", () => {
    expect(parseFraction("0.1")).toEqual({ above: 1n, below: 10n });
    expect(parseFraction("-12.50")).toEqual({ above: -25n, below: 2n });
    for (const text of ["", "1e3", "NaN", "1,5", "1.", ".5", "+1", " 1", "1".repeat(31)]) {
      expect(parseFraction(text)).toBeUndefined();
    }
  });

  it("become the nearest double even if both parts are too long for one", () => {
    const long = 3n ** 2000n;
    expect(toNumber({ above: long, below: long * 2n + 1n })).toBeCloseTo(0.5, 15);
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1 }),
        (a, b) => toNumber(fraction(BigInt(a), BigInt(b))) === a / b,
      ),
    );
  });
});

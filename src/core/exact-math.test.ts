import { describe, expect, it } from "vitest";
import { exp, log, power } from "./exact-math.ts";
import { drawUniform } from "./random.ts";

const value = new Float64Array(1);
const bits = new BigInt64Array(value.buffer);
const specials = [0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, Infinity, -Infinity, NaN, 5e-324, 1e-310, 1e10, 1e308];

function bitsOf(x: number): bigint {
  value[0] = x;
  return bits[0];
}

/** Distance in units of the last place. */
function distance(a: number, b: number): number {
  if (Object.is(a, b) || (Number.isNaN(a) && Number.isNaN(b))) return 0;
  return Math.abs(Number(bitsOf(a) - bitsOf(b)));
}

const uniform = (member: number, name = 0): number => drawUniform({ seed: 1, member, name, period: 0 });

/** Largest distance over many arguments. */
function worst(count: number, own: (i: number) => readonly [number, number]): number {
  let largest = 0;
  for (let i = 0; i < count; i++) largest = Math.max(largest, distance(...own(i)));
  return largest;
}

describe("exact mathematics", () => {
  it("exp stays within 1 unit of the last place", () => {
    for (const width of [1490, 40, 2, 1e-3]) {
      expect(
        worst(500_000, (i) => {
          const x = (uniform(i) - 0.5) * width;
          return [exp(x), Math.exp(x)];
        }),
      ).toBeLessThanOrEqual(1);
    }
    for (const x of specials) expect(distance(exp(x), Math.exp(x)), String(x)).toBeLessThanOrEqual(1);
    expect(exp(-0)).toBe(1);
    expect(exp(710)).toBe(Infinity);
    expect(exp(-746)).toBe(0);
  });

  it("log stays within 1 unit of the last place", () => {
    expect(
      worst(1_000_000, (i) => {
        bits[0] =
          BigInt(Math.floor(uniform(i) * 0x7ff)) * 2n ** 52n + BigInt(Math.floor(uniform(i, 1) * 2 ** 52));
        const x = value[0];
        return [log(x), Math.log(x)];
      }),
    ).toBeLessThanOrEqual(1);
    expect(worst(1_000_000, (i) => [log(0.5 + uniform(i)), Math.log(0.5 + uniform(i))])).toBeLessThanOrEqual(
      1,
    );
    for (const x of specials) expect(distance(log(x), Math.log(x)), String(x)).toBeLessThanOrEqual(1);
    expect(log(-0)).toBe(-Infinity);
  });

  it("power stays within 2 units of the last place, also where |y · log x| is large", () => {
    for (const [base, exponent] of [
      [3, 10],
      [100, 1],
      [1e5, 60],
      [1.1, 700],
    ]) {
      expect(
        worst(500_000, (i) => {
          const x = Math.exp((uniform(i) - 0.5) * 2 * Math.log(base));
          const y = (uniform(i, 1) - 0.5) * 2 * exponent;
          const reference = x ** y;
          return reference > 1e-307 && reference < 1e308 ? [power(x, y), reference] : [0, 0];
        }),
      ).toBeLessThanOrEqual(2);
    }
  });

  it("power knows its special values", () => {
    for (const x of specials) {
      for (const y of specials) {
        // Ours: −∞ to a broken power is NaN, 1 to any power is 1; ECMAScript says otherwise there.
        if (x === 1 || (x === -Infinity && Math.floor(y) !== y)) continue;
        if (Math.abs(x) === 1 && Math.abs(y) === Infinity) continue;
        expect(distance(power(x, y), x ** y), `${x} ^ ${y}`).toBeLessThanOrEqual(2);
      }
    }
    expect(power(1, NaN)).toBe(1);
    expect(power(-2, 3)).toBe(-8);
    expect(power(-2, 0.5)).toBeNaN();
  });
});

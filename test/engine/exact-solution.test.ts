import { describe, expect, it } from "vitest";
import { simulate } from "../../src/simulate/index.ts";
import { createToy } from "./toy-system.ts";

/** A fraction of whole numbers of any length. */
class Fraction {
  readonly above: bigint;
  readonly below: bigint;

  constructor(above: bigint, below: bigint) {
    const shared = greatest(above < 0n ? -above : above, below);
    this.above = above / shared;
    this.below = below / shared;
  }

  plus(other: Fraction): Fraction {
    return new Fraction(this.above * other.below + other.above * this.below, this.below * other.below);
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.above * other.above, this.below * other.below);
  }

  over(other: Fraction): Fraction {
    const sign = other.above < 0n ? -1n : 1n;
    return new Fraction(sign * this.above * other.below, sign * this.below * other.above);
  }

  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.above, other.below));
  }

  /** Nearest double, to a unit of the last place. */
  toNumber(): number {
    const digits = 10n ** 30n;
    return Number((this.above * digits) / this.below) / 1e30;
  }
}

function greatest(a: bigint, b: bigint): bigint {
  return b === 0n ? a || 1n : greatest(b, a % b);
}

/** The double as a fraction. */
function exactly(value: number): Fraction {
  let below = 1n;
  let above = value;
  while (!Number.isInteger(above)) {
    above *= 2;
    below *= 2n;
  }
  return new Fraction(BigInt(above), below);
}

describe("linear models against exact fractions", () => {
  it("SIM stays within rounding of the exact path (Godley & Lavoie 2007, ch. 3)", () => {
    const system = createToy(
      { YD: "Y - T", T: "theta * Y", C: "a1 * YD + a2 * H[-1]", Y: "C + G", H: "H[-1] + YD - C" },
      { parameters: { theta: 0.2, a1: 0.6, a2: 0.4, G: 20 }, initial: { H: 0 }, periods: 15 },
    );
    const [theta, a1, a2, g] = [0.2, 0.6, 0.4, 20].map(exactly);
    const one = exactly(1);
    const { value } = simulate(system);
    let h = exactly(0);
    for (let period = 1; period <= 15; period++) {
      // Y = (G + a2 H) / (1 − a1 (1 − theta))
      const y = g.plus(a2.times(h)).over(one.minus(a1.times(one.minus(theta))));
      const yd = y.times(one.minus(theta));
      h = h.plus(yd).minus(a1.times(yd).plus(a2.times(h)));
      for (const [name, exact] of [
        ["Y", y],
        ["H", h],
      ] as const) {
        const expected = exact.toNumber();
        expect(Math.abs(value!.series[name][period] - expected), `${name} in ${period}`).toBeLessThan(
          1e-14 * expected,
        );
      }
    }
  });

  it("two blocks of two tears do too", () => {
    const system = createToy(
      {
        a: "0.5 * b + 0.25 * d + 1",
        b: "0.25 * a + 0.5 * c",
        c: "0.125 * a + 0.25 * d + a[-1]",
        d: "0.5 * c + b[-1] - 2",
      },
      { initial: { a: 1, b: 1, c: 1, d: 1 }, periods: 5 },
    );
    const { value, problems } = simulate(system);
    expect(problems).toEqual([]);
    const half = exactly(0.5);
    const quarter = exactly(0.25);
    const eighth = exactly(0.125);
    const zero = exactly(0);
    const one = exactly(1);
    let [lastA, lastB] = [one, one];
    for (let period = 1; period <= 5; period++) {
      const rows = [
        [one, zero.minus(half), zero, zero.minus(quarter), one],
        [zero.minus(quarter), one, zero.minus(half), zero, zero],
        [zero.minus(eighth), zero, one, zero.minus(quarter), lastA],
        [zero, zero, zero.minus(half), one, lastB.minus(exactly(2))],
      ];
      const solution = solveExactly(rows);
      ["a", "b", "c", "d"].forEach((name, i) => {
        const expected = solution[i].toNumber();
        expect(Math.abs(value!.series[name][period] - expected)).toBeLessThan(
          4e-15 * (1 + Math.abs(expected)),
        );
      });
      [lastA, lastB] = solution;
    }
  });
});

/** Gauss–Jordan elimination in fractions. */
function solveExactly(rows: readonly (readonly Fraction[])[]): readonly Fraction[] {
  let left = rows.map((row) => [...row]);
  for (let k = 0; k < left.length; k++) {
    const pivot = left.findIndex((row, i) => i >= k && row[k].above !== 0n);
    [left[k], left[pivot]] = [left[pivot], left[k]];
    const unit = left[k].map((entry) => entry.over(left[k][k]));
    left = left.map((row, i) => (i === k ? unit : row.map((entry, j) => entry.minus(row[k].times(unit[j])))));
  }
  return left.map((row) => row[row.length - 1]);
}

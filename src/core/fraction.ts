/** An exact rational number in lowest terms; `below` is positive. */
export interface Fraction {
  readonly above: bigint;
  readonly below: bigint;
}

/** 0 / 1. */
export const zero: Fraction = { above: 0n, below: 1n };

/**
 * The fraction `above / below` in lowest terms. Throws if `below` is zero.
 *
 * @example
 * import { fraction, toNumber } from "kreislauf/core";
 * toNumber(fraction(6n, -8n)); // → -0.75
 */
export function fraction(above: bigint, below: bigint): Fraction {
  if (below === 0n) throw new RangeError("a fraction over zero");
  const divisor = greatestCommonDivisor(above, below) * (below < 0n ? -1n : 1n);
  return { above: above / divisor, below: below / divisor };
}

/**
 * The exact value of a decimal such as `-12.50`; undefined for anything else.
 *
 * @example
 * import { parseFraction, toNumber } from "kreislauf/core";
 * toNumber(parseFraction("155000.25")); // → 155000.25
 * parseFraction("1e3"); // → undefined
 */
export function parseFraction(text: string): Fraction | undefined {
  const match = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text);
  if (!match) return undefined;
  const decimals = match[3] ?? "";
  const above = BigInt(match[2] + decimals) * (match[1] === "-" ? -1n : 1n);
  return fraction(above, powerOfTen(decimals.length));
}

/**
 * The exact sum.
 *
 * @example
 * import { addFractions, fraction, toNumber } from "kreislauf/core";
 * toNumber(addFractions(fraction(1n, 4n), fraction(1n, 2n))); // → 0.75
 */
export function addFractions(a: Fraction, b: Fraction): Fraction {
  if (a.below === b.below) return fraction(a.above + b.above, a.below);
  return fraction(a.above * b.below + b.above * a.below, a.below * b.below);
}

/**
 * The exact difference.
 *
 * @example
 * import { fraction, subtractFractions, toNumber } from "kreislauf/core";
 * toNumber(subtractFractions(fraction(1n, 4n), fraction(1n, 2n))); // → -0.25
 */
export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  return addFractions(a, { above: -b.above, below: b.below });
}

/**
 * The exact product.
 *
 * @example
 * import { fraction, multiplyFractions, toNumber } from "kreislauf/core";
 * toNumber(multiplyFractions(fraction(3n, 4n), fraction(1n, 3n))); // → 0.25
 */
export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.above * b.above, a.below * b.below);
}

/** Throws if `b` is zero. */
export function divideFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.above * b.below, a.below * b.above);
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.above * b.below - b.above * a.below;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * A whole number as a fraction. Throws if the number is not whole.
 *
 * @example
 * import { toNumber, wholeFraction } from "kreislauf/core";
 * toNumber(wholeFraction(7)); // → 7
 */
export function wholeFraction(value: number): Fraction {
  return { above: BigInt(value), below: 1n };
}

/** The nearest double, also where both parts are too long for one. */
export function toNumber(value: Fraction): number {
  const surplus = Math.max(0, Math.max(bitLength(value.above), bitLength(value.below)) - 1000);
  if (surplus === 0) return Number(value.above) / Number(value.below);
  const shift = BigInt(surplus);
  return Number(value.above >> shift) / Number(value.below >> shift);
}

function bitLength(value: bigint): number {
  return (value < 0n ? -value : value).toString(16).length * 4;
}

function powerOfTen(digits: number): bigint {
  return BigInt(`1${"0".repeat(digits)}`);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger === 0n ? 1n : larger;
}

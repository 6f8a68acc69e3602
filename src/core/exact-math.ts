/**
 * Transcendental functions with the same bits on every engine: only + − × ÷, comparisons, floor and operations on the
 * bits of a number, which IEEE 754 fixes. `Math.exp`, `Math.log` and `Math.pow` differ between engines in up to a tenth
 * of their arguments. The WebAssembly kernels of `src/model/emit-wasm` carry out the same operations in the same order.
 */

/** Coefficients and constants, shared with the WebAssembly kernels. */
export const constants = {
  /** Adding and subtracting 1.5 · 2^52 rounds to the nearest integer, ties to even. */
  rounder: 6755399441055744,
  log2e: Math.LOG2E,
  ln2High: 0.6931471803691238,
  ln2Low: 1.9082149292705877e-10,
  exp: [
    0.16666666666666602, -0.0027777777777015593, 6.613756321437934e-5, -1.6533902205465252e-6,
    4.1381367970572385e-8,
  ],
  log: [
    0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
    0.15313837699209373, 0.14798198605116586,
  ],
  /** Beyond these exp is 0 or infinite in any case. */
  expLow: -746,
  expHigh: 710,
  smallestNormal: 2.2250738585072014e-308,
  twoTo54: 18014398509481984,
  /** Veltkamp's 2^27 + 1. */
  splitter: 134217729,
  /** Beyond this the splitting overflows; only 1 to such a power is neither 0 nor infinite. */
  largestFactor: 1e300,
  /** High word of √½, at which log splits the binades. */
  rootHalfHigh: 0x3fe6a09e,
  /** ln 2 in two parts, to 106 bits. */
  powLn2High: Math.LN2,
  powLn2Low: 2.3190468138462996e-17,
} as const;

const number = new Float64Array(1);
const word = new Int32Array(number.buffer);
/** Which of the two words holds the exponent. */
const high = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
const low = 1 - high;
const [P1, P2, P3, P4, P5] = constants.exp;
const [L1, L2, L3, L4, L5, L6, L7] = constants.log;

/**
 * eˣ, off by less than 1 unit in the last place.
 *
 * Source: FreeBSD msun e_exp.c (Sun Microsystems 1993), without branches.
 *
 * @example
 * import { exp } from "kreislauf/core";
 * exp(1); // → 2.7182818284590455
 */
export function exp(x: number): number {
  return expWithTail(x, 0);
}

/** e^(x + tail) for a tail below the last place of x. */
function expWithTail(x: number, tail: number): number {
  const bounded = Math.min(Math.max(x, constants.expLow), constants.expHigh);
  const k = bounded * constants.log2e + constants.rounder - constants.rounder;
  const upper = bounded - k * constants.ln2High;
  const lower = k * constants.ln2Low - tail;
  const r = upper - lower;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  const y = 1 - (lower - (r * c) / (2 - c) - upper);
  const half = Math.floor(k * 0.5);
  return y * powerOfTwo(half) * powerOfTwo(k - half);
}

/** 2^k for −1022 ≤ k ≤ 1023. */
function powerOfTwo(k: number): number {
  word[high] = (k + 1023) << 20;
  word[low] = 0;
  return number[0];
}

/**
 * Natural logarithm, off by less than 1 unit in the last place; −∞ at 0, NaN below.
 *
 * Source: FreeBSD msun e_log.c (Sun Microsystems 1993), without branches.
 *
 * @example
 * import { log } from "kreislauf/core";
 * log(10); // → 2.302585092994046
 */
export function log(x: number): number {
  const tiny = x < constants.smallestNormal;
  number[0] = tiny ? x * constants.twoTo54 : x;
  const shifted = word[high] - constants.rootHalfHigh;
  word[high] -= shifted & 0xfff00000;
  const k = (shifted >> 20) - (tiny ? 54 : 0);
  const f = number[0] - 1;
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const t1 = w * (L2 + w * (L4 + w * L6));
  const t2 = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const value = s * (half + (t2 + t1)) + k * constants.ln2Low - half + f + k * constants.ln2High;
  return special(x, value);
}

function special(x: number, value: number): number {
  const bounded = x < Infinity ? value : x;
  const nonNegative = x < 0 ? NaN : bounded;
  return x === 0 ? -Infinity : nonNegative;
}

/**
 * x to the power of y, off by less than 2 units in the last place; the logarithm is carried to about 65 bits (a naive
 * exp(y · log x) loses as many units as |y · log x| has). NaN for a negative x unless y is an integer.
 *
 * Source: Dekker (1971), A floating-point technique for extending the available precision; log as 2·artanh(f / (2 + f)).
 *
 * @example
 * import { power } from "kreislauf/core";
 * power(1.02, 40); // → 2.2080396636148536
 */
export function power(x: number, y: number): number {
  const size = Math.abs(x);
  const tiny = size < constants.smallestNormal;
  number[0] = tiny ? size * constants.twoTo54 : size;
  const shifted = word[high] - constants.rootHalfHigh;
  word[high] -= shifted & 0xfff00000;
  const k = (shifted >> 20) - (tiny ? 54 : 0);

  // s = f / (2 + f) in two parts; 2 + f is split exactly (|f| < 2).
  const f = number[0] - 1;
  const g = 2 + f;
  const gTail = f - (g - 2);
  const s = f / g;
  const product = s * g;
  const sTail = (f - product - productError(s, g, product) - s * gTail) / g;

  // s² and s³/3 in two parts, the rest of 2·artanh(s) in one.
  const z = s * s;
  const zTail = productError(s, s, z) + 2 * s * sTail;
  const cube = s * z;
  const cubeTail = productError(s, z, cube) + s * zTail + sTail * z;
  const third = cube / 3;
  const back = third * 3;
  const thirdTail = (cube - back - productError(third, 3, back) + cubeTail) / 3;
  const rest =
    cube *
    z *
    (1 / 5 +
      z *
        (1 / 7 +
          z *
            (1 / 9 +
              z * (1 / 11 + z * (1 / 13 + z * (1 / 15 + z * (1 / 17 + z * (1 / 19 + z * (1 / 21)))))))));

  // log |x| = k·ln 2 + 2·(s + s³/3 + rest)
  const a = k * constants.powLn2High;
  const aTail = productError(k, constants.powLn2High, a) + k * constants.powLn2Low;
  const b = 2 * s;
  const sum = a + b;
  const sumTail = sumError(a, b, sum);
  const c = 2 * third;
  const total = sum + c;
  const totalTail = sumError(sum, c, total) + (sumTail + (aTail + 2 * (sTail + thirdTail + rest)));
  const logarithm = total + totalTail;
  const logTail = totalTail - (logarithm - total);

  const exponent = logarithm * y;
  const inRange = Math.abs(exponent) < 1000 && Math.abs(y) < constants.largestFactor;
  const error = inRange ? productError(logarithm, y, exponent) + logTail * y : 0;
  const magnitude = expWithTail(exponent, error);
  return specialPower(x, y, magnitude);
}

function specialPower(x: number, y: number, value: number): number {
  const size = Math.abs(x);
  const whole = Math.floor(y) === y;
  const odd = whole && Math.floor(y * 0.5) * 2 !== y;
  const atZero = y < 0 ? Infinity : 0;
  const atInfinity = y < 0 ? 0 : Infinity;
  const edge = size === 0 ? atZero : size === Infinity ? atInfinity : value;
  const signed = x < 0 ? (odd ? -edge : whole ? edge : NaN) : edge;
  const known = x !== x || y !== y ? NaN : signed;
  return y === 0 || x === 1 ? 1 : known;
}

/** Exact error of `product` = a·b rounded. */
function productError(a: number, b: number, product: number): number {
  const aScaled = constants.splitter * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = constants.splitter * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** Exact error of `sum` = a + b rounded. */
function sumError(a: number, b: number, sum: number): number {
  const bThere = sum - a;
  return a - (sum - bThere) + (b - bThere);
}

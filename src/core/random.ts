import { exp } from "./exact-math.ts";
import { normalQuantile } from "./normal.ts";

const multiplier0 = 0xd2511f53;
const multiplier1 = 0xcd9e8d57;
const weyl0 = 0x9e3779b9;
const weyl1 = 0xbb67ae85;
const twoToMinus53 = 1.1102230246251565e-16;

/**
 * Philox4x32-10: four 32-bit words that depend on nothing but a counter of four words and a key of two, so that draws can
 * be made in any order, on any thread, for any member. Writes into `out`.
 *
 * Source: Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3.
 *
 * @example
 * import { philox } from "kreislauf/core";
 * philox([0, 0, 0, 0], [0, 0])[0]; // → 1713891541
 */
export function philox(
  counter: ArrayLike<number>,
  key: ArrayLike<number>,
  out: Uint32Array = new Uint32Array(4),
): Uint32Array {
  let c0 = counter[0] | 0;
  let c1 = counter[1] | 0;
  let c2 = counter[2] | 0;
  let c3 = counter[3] | 0;
  let k0 = key[0] | 0;
  let k1 = key[1] | 0;
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(multiplier0, c0);
    const low0 = Math.imul(multiplier0, c0);
    const high1 = multiplyHigh(multiplier1, c2);
    const low1 = Math.imul(multiplier1, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + weyl0) | 0;
    k1 = (k1 + weyl1) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
  return out;
}

/** Upper 32 bits of the product of two words, the first one unsigned: by halves of the second, exact in doubles. */
function multiplyHigh(a: number, b: number): number {
  const lower = Math.floor((a * (b & 0xffff)) / 65536);
  return Math.floor((a * (b >>> 16) + lower) / 65536) | 0;
}

/** What a draw stands for: nothing else decides its value. */
export interface DrawPlace {
  /** A whole number from 0 to 2^53 − 1. */
  readonly seed: number;
  readonly member: number;
  /** A stable number of what is drawn, such as `nameKey(name)`. */
  readonly name: number;
  readonly period: number;
}

const counter = new Uint32Array(4);
const key = new Uint32Array(2);
const words = new Uint32Array(4);

/**
 * A number between 0 and 1 (neither included) for a place, 53 bits.
 *
 * @example
 * import { drawUniform } from "kreislauf/core";
 * drawUniform({ seed: 1, member: 0, name: 0, period: 0 }) < 1; // → true
 */
export function drawUniform({ seed, member, name, period }: DrawPlace): number {
  turn(seed, member, name, period, 0);
  return uniformOf(words[0], words[1]);
}

/**
 * Uniform numbers for the periods from … to of a place, `stride` apart in `out` from `offset` on; two periods share the
 * four words of a counter. Independent of `drawUniform` at the same place.
 */
export function drawPath(
  { seed, member, name }: Omit<DrawPlace, "period">,
  { from, to }: { readonly from: number; readonly to: number },
  out: Float64Array,
  offset: number,
  stride: number,
): void {
  for (let period = from; period <= to; period++) {
    const second = period % 2;
    if (period === from || second === 0) turn(seed, member, name, Math.floor(period / 2), 1);
    out[offset + (period - from) * stride] = uniformOf(words[2 * second], words[2 * second + 1]);
  }
}

function turn(seed: number, member: number, name: number, period: number, stream: number): void {
  counter[0] = period;
  counter[1] = member;
  counter[2] = name;
  counter[3] = stream;
  key[0] = seed;
  key[1] = Math.floor(seed / 4294967296);
  philox(counter, key, words);
}

function uniformOf(first: number, second: number): number {
  return ((first >>> 5) * 67108864 + (second >>> 6) + 0.5) * twoToMinus53;
}

/** How a random number is spread; `deviation` of a lognormal is that of its logarithm, and `mean` its logarithm's mean. */
export type Spread =
  | { readonly kind: "normal" | "lognormal"; readonly mean: number; readonly deviation: number }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  | { readonly kind: "triangular"; readonly low: number; readonly mode: number; readonly high: number };

/** Value below which a share `u` of the draws falls. */
export function quantileOf(spread: Spread, u: number): number {
  switch (spread.kind) {
    case "normal":
      return spread.mean + spread.deviation * normalQuantile(u);
    case "lognormal":
      return exp(spread.mean + spread.deviation * normalQuantile(u));
    case "uniform":
      return spread.low + (spread.high - spread.low) * u;
    case "triangular": {
      const { low, mode, high } = spread;
      const width = high - low;
      if (!(width > 0)) return low;
      return u * width < mode - low
        ? low + Math.sqrt(u * width * (mode - low))
        : high - Math.sqrt((1 - u) * width * (high - mode));
    }
  }
}

/**
 * A stable number for a name (FNV-1a), so that draws do not depend on the order of declarations.
 *
 * @example
 * import { nameKey } from "kreislauf/core";
 * nameKey("a"); // → 3826002220
 */
export function nameKey(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    if (unit > 0xff) hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash >>> 0;
}

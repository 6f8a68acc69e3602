import { exp, log } from "./exact-math.ts";

/**
 * Counts of numbers in cells whose width grows with their distance from zero. It takes the same room for a thousand and
 * a billion numbers, sketches add up in any order to the same bits, and every quantile is within `accuracy` (relative)
 * of the true one.
 */
export interface QuantileSketch {
  readonly accuracy: number;
  /** Cells by number; those of negative values have keys below zero, offset by `mirror`. */
  readonly positive: ReadonlyMap<number, number>;
  readonly negative: ReadonlyMap<number, number>;
  readonly zeros: number;
  readonly count: number;
  readonly least: number;
  readonly greatest: number;
}

/** Values nearer to zero than this count as zero. */
const smallest = 1e-12;

/**
 * A sketch of numbers. Numbers that are not finite throw: they are never results.
 *
 * Formula: cell of x = ⌈log x / log γ⌉ with γ = (1 + α)/(1 − α).
 * Source: Masson, Rim & Lee (2019), “DDSketch”, VLDB 12.
 *
 * @param accuracy α, relative, between 0 and 1; default one in a thousand
 *
 * @example
 * import { sketchOf, sketchQuantile } from "kreislauf/core";
 * const sketch = sketchOf(Array.from({ length: 1001 }, (_, i) => i));
 * Math.abs(sketchQuantile(sketch, 0.5) - 500) < 0.6; // → true
 */
export function sketchOf(numbers: ArrayLike<number>, accuracy = 1e-3): QuantileSketch {
  const width = log((1 + accuracy) / (1 - accuracy));
  const positive = new Map<number, number>();
  const negative = new Map<number, number>();
  let zeros = 0;
  let least = Infinity;
  let greatest = -Infinity;
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i];
    if (!Number.isFinite(value)) throw new RangeError(`${value} at ${i} is no finite number`);
    if (value < least) least = value;
    if (value > greatest) greatest = value;
    const size = Math.abs(value);
    if (size < smallest) zeros++;
    else {
      const cell = Math.ceil(log(size) / width);
      const cells = value > 0 ? positive : negative;
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
    }
  }
  return { accuracy, positive, negative, zeros, count: numbers.length, least, greatest };
}

/** Two sketches of the same accuracy as one. */
export function mergeSketches(a: QuantileSketch, b: QuantileSketch): QuantileSketch {
  if (a.accuracy !== b.accuracy) throw new RangeError("sketches of different accuracy");
  return {
    accuracy: a.accuracy,
    positive: addCells(a.positive, b.positive),
    negative: addCells(a.negative, b.negative),
    zeros: a.zeros + b.zeros,
    count: a.count + b.count,
    least: Math.min(a.least, b.least),
    greatest: Math.max(a.greatest, b.greatest),
  };
}

/** Quantile of the numbers in a sketch; NaN if there are none. The ends are exact. */
export function sketchQuantile(sketch: QuantileSketch, share: number): number {
  const { count, accuracy, least, greatest } = sketch;
  if (count === 0) return NaN;
  const rank = Math.min(Math.max(share, 0), 1) * (count - 1);
  if (rank <= 0) return least;
  if (rank >= count - 1) return greatest;
  const width = log((1 + accuracy) / (1 - accuracy));
  // Middle of a cell in the sense of relative error.
  const value = (cell: number): number => (exp(cell * width) * 2) / (1 + exp(width));
  const inside = (found: number): number => Math.min(Math.max(found, least), greatest);
  let seen = 0;
  for (const [cell, number] of sorted(sketch.negative, -1)) {
    seen += number;
    if (seen > rank) return inside(-value(cell));
  }
  seen += sketch.zeros;
  if (seen > rank) return inside(0);
  for (const [cell, number] of sorted(sketch.positive, 1)) {
    seen += number;
    if (seen > rank) return inside(value(cell));
  }
  return greatest;
}

function sorted(cells: ReadonlyMap<number, number>, sign: 1 | -1): readonly (readonly [number, number])[] {
  return [...cells].sort(([a], [b]) => sign * (a - b));
}

function addCells(
  a: ReadonlyMap<number, number>,
  b: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const sum = new Map(a);
  for (const [cell, count] of b) sum.set(cell, (sum.get(cell) ?? 0) + count);
  return sum;
}

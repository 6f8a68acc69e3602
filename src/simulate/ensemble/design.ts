import { drawUniform, nameKey, philox } from "../../core/random.ts";

/** How the unit cube of uncertain parameters is filled. */
export type DesignKind = "plain" | "latin-hypercube";

export interface Design {
  readonly kind: DesignKind;
  /** Names of the dimensions; a point does not depend on the order or number of the others. */
  readonly names: readonly string[];
  readonly seed: number;
  /** Number of points; a Latin hypercube has one of them in each of that many strips. */
  readonly size: number;
}

/**
 * A coordinate of a design: a pure function of seed, name and number, so that any shard can be computed alone and the
 * same member of two scenarios has the same assumptions (paired draws). Between 0 and 1, neither included.
 *
 * A Latin hypercube puts exactly one point in each of `size` equal strips of every coordinate (McKay, Beckman &
 * Conover 1979): strip = π(number), with π a keyed permutation, and a plain draw inside the strip.
 *
 * @example
 * import { designCoordinate } from "kreislauf/simulate";
 * const design = { kind: "latin-hypercube", names: ["a"], seed: 1, size: 4 };
 * [0, 1, 2, 3].map((i) => Math.floor(4 * designCoordinate(design, "a", i))).sort(); // → [0, 1, 2, 3]
 */
export function designCoordinate(design: Design, name: string, number: number): number {
  const key = nameKey(name);
  const draw = drawUniform({ seed: design.seed, member: number, name: key, period: 0 });
  if (design.kind === "plain") return draw;
  return (permute(number % design.size, design.size, design.seed, key) + draw) / design.size;
}

/** One point of a design, a coordinate a name. */
export function designPoint(design: Design, number: number): Float64Array {
  return Float64Array.from(design.names, (name) => designCoordinate(design, name, number));
}

/**
 * A permutation of 0 … size − 1 that needs no table: a Feistel network over the next power of four, walked until it
 * falls inside (Black & Rogaway 2002).
 */
function permute(number: number, size: number, seed: number, key: number): number {
  if (size <= 1) return 0;
  let half = 2;
  while (half * half < size) half *= 2;
  let value = number;
  do {
    let left = Math.floor(value / half);
    let right = value % half;
    for (let round = 0; round < 6; round++) {
      const word = philox([right, round, key, permutationStream], [seed, Math.floor(seed / 4294967296)])[0];
      [left, right] = [right, (left ^ (word & (half - 1))) >>> 0];
    }
    value = left * half + right;
  } while (value >= size);
  return value;
}

/** Keeps the words of permutations apart from those of draws. */
const permutationStream = 1;

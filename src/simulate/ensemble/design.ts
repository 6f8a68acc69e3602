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
  return createCoordinate(design, name)(number);
}

/** `designCoordinate` of one name, made ready for many numbers. */
export function createCoordinate({ kind, seed, size }: Design, name: string): (number: number) => number {
  const key = nameKey(name);
  const draw = (number: number): number => drawUniform({ seed, member: number, name: key, period: 0 });
  if (kind === "plain") return draw;
  const strip = createPermutation(size, seed, key);
  return (number) => (strip(number % size) + draw(number)) / size;
}

/** One point of a design, a coordinate a name. */
export function designPoint(design: Design, number: number): Float64Array {
  return Float64Array.from(design.names, (name) => designCoordinate(design, name, number));
}

/**
 * A permutation of 0 … size − 1 that needs no table: a Feistel network over the next power of four, walked until it
 * falls inside (Black & Rogaway 2002). Its round keys come from seed and name.
 */
export function createPermutation(size: number, seed: number, key: number): (number: number) => number {
  if (size <= 1) return () => 0;
  let bits = 1;
  while ((1 << bits) * (1 << bits) < size) bits++;
  const mask = (1 << bits) - 1;
  const seeds = [seed, Math.floor(seed / 4294967296)];
  const keys = [0, 1].flatMap((part) => [...philox([part, 0, key, permutationStream], seeds)]);
  return (number) => {
    let value = number;
    do {
      let left = value >>> bits;
      let right = value & mask;
      for (const round of keys) [left, right] = [right, left ^ (scramble(right ^ round) & mask)];
      value = left * (mask + 1) + right;
    } while (value >= size);
    return value;
  };
}

/** Every bit of the result depends on every bit of the word (finish of MurmurHash3, Appleby 2011). */
function scramble(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Keeps the words of permutations apart from those of draws. */
const permutationStream = 1;

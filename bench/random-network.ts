import { createNetwork, type Network } from "../src/measure/index.ts";

/** A pseudo-random number between 0 and 1 at each call (Mulberry32, T. Ettinger 2017). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Random ties with lognormal amounts, and money from and to the outside at every node. */
export function randomNetwork(size: number, ties: number, seed = 1): Network {
  const random = randomNumbers(seed);
  const amount = (): number =>
    Math.exp(Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
  const node = (): number => Math.floor(random() * size);
  return createNetwork({
    nodes: Array.from({ length: size }, (_, i) => `n${i}`),
    ties: Array.from({ length: ties }, () => {
      const from = node();
      return [from, (from + 1 + Math.floor(random() * (size - 1))) % size, amount()];
    }),
    inflow: Array.from({ length: size }, amount),
    outflow: Array.from({ length: size }, amount),
  });
}

import * as fc from "fast-check";
import { Matrix } from "ml-matrix";
import { createNetwork, type Network } from "../src/measure/index.ts";

/** A small random network as it is written down, for properties. */
export interface Sketch {
  readonly size: number;
  readonly ties: readonly (readonly [number, number, number])[];
  readonly inflow: readonly number[];
  readonly outflow: readonly number[];
}

/** Networks of 2 to `most` nodes, up to four ties a node, parallel ties and unused nodes included. */
export function sketches(most = 7): fc.Arbitrary<Sketch> {
  return fc.integer({ min: 2, max: most }).chain((size) => {
    const node = fc.integer({ min: 0, max: size - 1 });
    const amount = fc.integer({ min: 1, max: 1000 }).map((cents) => cents / 10);
    const boundary = fc.array(fc.oneof(fc.constant(0), amount), { minLength: size, maxLength: size });
    return fc.record({
      size: fc.constant(size),
      ties: fc
        .array(fc.tuple(node, node, amount), { maxLength: 4 * size })
        .map((ties) => ties.filter(([from, to]) => from !== to)),
      inflow: boundary,
      outflow: boundary,
    });
  });
}

/** The network of a sketch. */
export function build({ size, ties, inflow, outflow }: Sketch): Network {
  return createNetwork({ nodes: Array.from({ length: size }, (_, i) => `n${i}`), ties, inflow, outflow });
}

/** `P_ij = f_ij / T_i`, dense. */
export function shares(network: Network): Matrix {
  const matrix = Matrix.zeros(network.nodes.length, network.nodes.length);
  network.amount.forEach((amount, tie) => {
    const [from, to] = [network.from[tie], network.to[tie]];
    matrix.set(from, to, matrix.get(from, to) + amount / network.throughflow[from]);
  });
  return matrix;
}

/** Everything received less everything paid at each node, for amounts on the ties of a network. */
export function divergence(network: Network, amounts: ArrayLike<number>): Float64Array {
  const rest = new Float64Array(network.nodes.length);
  for (let tie = 0; tie < network.amount.length; tie++) {
    rest[network.from[tie]] -= amounts[tie];
    rest[network.to[tie]] += amounts[tie];
  }
  return rest;
}

/** Pseudo-random numbers for fixed cases (Mulberry32, T. Ettinger 2017). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

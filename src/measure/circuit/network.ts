/** An actor, or a pot of an actor: money received for one purpose, which may be spent on nothing else. */
export interface Node {
  readonly id: string;
  readonly actor: string;
  /** Id of the flow that fills the pot, or empty for the actor's common purse. */
  readonly pot: string;
}

/** Money that enters from the outside, or leaves to it, at one node. */
export interface BoundaryFlow {
  readonly node: number;
  /** Boundary actor, or `own`: outlays that no known inflow pays for; `retained`: inflows that are not passed on. */
  readonly label: string;
  readonly amount: number;
  /** Kind of the tie, or empty for what was only inferred. */
  readonly instrument: string;
  readonly flows: readonly string[];
}

/**
 * Money moving between actors in one window, at one status, in one unit; balanced at each node:
 * `inflow[i] + Σ_j f_ji = outflow[i] + Σ_j f_ij = throughflow[i]`. Parallel ties stay apart. The outside world
 * is a boundary, never a node.
 */
export interface Network {
  readonly nodes: readonly Node[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly amount: Float64Array;
  /** Id of the ledger flow behind each tie. */
  readonly flows: readonly string[];
  readonly instruments: readonly string[];
  readonly inflow: Float64Array;
  readonly outflow: Float64Array;
  readonly throughflow: Float64Array;
  readonly sources: readonly BoundaryFlow[];
  readonly sinks: readonly BoundaryFlow[];
}

/** Raw material of a network: named nodes, ties `[from, to, amount]`, money from and to the outside by node. */
export interface NetworkSketch {
  readonly nodes: readonly string[];
  readonly ties: readonly (readonly [number, number, number])[];
  readonly inflow?: ArrayLike<number>;
  readonly outflow?: ArrayLike<number>;
}

/**
 * A balanced network from a sketch: outlays that no inflow pays for become own money (`own`), inflows that are
 * not passed on stay (`retained`).
 *
 * @example
 * import { createNetwork } from "kreislauf/measure";
 * const network = createNetwork({ nodes: ["a", "b"], ties: [[0, 1, 5], [1, 0, 2]] });
 * Array.from(network.inflow); // → [3, 0]
 * Array.from(network.throughflow); // → [5, 5]
 */
export function createNetwork(sketch: NetworkSketch): Network {
  const { nodes, ties } = sketch;
  const given = (amounts: ArrayLike<number> | undefined, label: string): BoundaryFlow[] =>
    nodes.flatMap((_, node) => {
      const amount = amounts?.[node] ?? 0;
      return amount !== 0 ? [{ node, label, amount, instrument: "purchase", flows: [] }] : [];
    });
  return balance({
    nodes: nodes.map((id) => ({ id, actor: id, pot: "" })),
    from: Int32Array.from(ties, ([from]) => from),
    to: Int32Array.from(ties, ([, to]) => to),
    amount: Float64Array.from(ties, ([, , amount]) => amount),
    flows: ties.map((_, index) => `t${index}`),
    instruments: ties.map(() => "purchase"),
    sources: given(sketch.inflow, "outside"),
    sinks: given(sketch.outflow, "outside"),
  });
}

/** Completes a network so that each node's inflows equal its outflows. Throws if an amount is negative or no number. */
export function balance(open: Omit<Network, "inflow" | "outflow" | "throughflow">): Network {
  const count = open.nodes.length;
  const wrong = [...open.amount, ...open.sources.map(({ amount }) => amount)]
    .concat(open.sinks.map(({ amount }) => amount))
    .find((amount) => !(amount >= 0 && amount < Infinity));
  if (wrong !== undefined) throw new RangeError(`Money that moves is an amount of at least 0, not ${wrong}.`);
  const received = new Float64Array(count);
  const spent = new Float64Array(count);
  for (const { node, amount } of open.sources) received[node] += amount;
  for (const { node, amount } of open.sinks) spent[node] += amount;
  const inflow = received.slice();
  const outflow = spent.slice();
  for (let tie = 0; tie < open.amount.length; tie++) {
    spent[open.from[tie]] += open.amount[tie];
    received[open.to[tie]] += open.amount[tie];
  }
  const sources = [...open.sources];
  const sinks = [...open.sinks];
  const throughflow = new Float64Array(count);
  for (let node = 0; node < count; node++) {
    const gap = spent[node] - received[node];
    throughflow[node] = Math.max(spent[node], received[node]);
    // Rounding leaves dust; a source or sink of dust would be an actor's own money by accident.
    if (Math.abs(gap) <= 1e-12 * throughflow[node]) continue;
    if (gap > 0) {
      sources.push({ node, label: "own", amount: gap, instrument: "", flows: [] });
      inflow[node] += gap;
    } else {
      sinks.push({ node, label: "retained", amount: -gap, instrument: "", flows: [] });
      outflow[node] -= gap;
    }
  }
  return { ...open, sources, sinks, inflow, outflow, throughflow };
}

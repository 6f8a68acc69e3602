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

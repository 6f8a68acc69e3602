import type { Failure } from "../model/interpret/failure.ts";
import type { MemberDesign } from "./ensemble/member-design.ts";

/** What can be chosen for a simulation. */
export interface SimulateOptions {
  /** Name of a scenario of the model, or several at once (later ones act on what earlier ones made). */
  readonly scenario?: string | readonly string[];
  /** Parameters by name; what is set is not drawn. */
  readonly set?: Readonly<Record<string, number>>;
  /** Periods after period 0; without it the model's own number. */
  readonly periods?: number;
  /** Paths: member 0 with the central parameters, all others with drawn ones. Noise is drawn for every member. */
  readonly members?: number;
  /** Number of the first member, for a part of a larger ensemble. */
  readonly first?: number;
  /** A whole number from 0 to 2^53 − 1. */
  readonly seed?: number;
  /** How members get their drawn parameters; without it plain draws. */
  readonly design?: MemberDesign;
  /** Variables to keep, by name; without it all. */
  readonly outputs?: readonly string[];
  /** The same bits from both; the interpreter is the oracle, and what runs where WebAssembly is not allowed. */
  readonly engine?: "wasm" | "interpreter";
}

/** A simulation's result. */
export interface Run {
  readonly model: string;
  readonly scenarios: readonly string[];
  readonly set: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly engineVersion: string;
  readonly engine: "wasm" | "interpreter";
  readonly periods: number;
  readonly members: number;
  /** Number of the first member. */
  readonly first: number;
  /**
   * Values by variable: `periods + 1` numbers a member, member after member, from period 0 on. NaN where a variable has no
   * value: in period 0 without an initial value, and from a failed period on.
   */
  readonly series: Readonly<Record<string, Float64Array>>;
  readonly balance: {
    /** Largest |residual| over turnover of all balances, periods and members. */
    readonly maxResidual: number;
    readonly balances: readonly { readonly label: string; readonly maxResidual: number }[];
  };
  readonly solver: SolverReport;
  /** Members without a full path. */
  readonly failed: readonly MemberFailure[];
}

export interface SolverReport {
  readonly equations: number;
  /** Sizes of the blocks solved together, and how many variables each is guessed by. */
  readonly blocks: readonly {
    readonly variables: number;
    readonly tears: number;
    readonly linear: boolean;
  }[];
  /** Most evaluations of a block in a period by plain Newton steps. */
  readonly evaluations: number;
  /** Blocks solved by damping, bracketing or substitution after plain Newton steps failed. */
  readonly rescued: number;
}

export interface MemberFailure {
  readonly member: number;
  readonly period: number;
  readonly failure: Failure;
}

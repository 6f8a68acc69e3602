/** Why a period of a member has no numbers. */
export type Failure =
  | { readonly kind: "not-finite"; readonly variable: number }
  | {
      readonly kind: "unsolved";
      readonly variables: readonly number[];
      /** The tear variable whose equation is missed most. */
      readonly variable: number;
      /** Difference of the two sides over the magnitude of the terms. */
      readonly residual: number;
    }
  | {
      /** No steady state to start from. */
      readonly kind: "unsettled";
      /** The variable that still moves most, and its last change as a share of its largest value. */
      readonly variable: number;
      readonly change: number;
      readonly periods: number;
    };

/** Counts of what solving took. */
export interface SolverCounts {
  /** Most evaluations of a block in a period by plain Newton steps. */
  evaluations: number;
  /** Blocks solved by damping, bracketing or substitution after plain Newton steps failed. */
  rescued: number;
}

import type { LinearProgram } from "./linear-program.ts";

/** How an answer ended: `stopped` by a limit or by the caller, `failed` if the solver gave up. */
export type SolveStatus = "optimal" | "infeasible" | "unbounded" | "stopped" | "failed";

/**
 * An answer. `primal` has one value a column; `dual[i]` is what the objective gains when the binding bound of row i
 * moves up by one, `reduced[j]` the same for column j: `reduced = cost − Aᵀ dual`.
 */
export interface Solution {
  readonly status: SolveStatus;
  readonly objective: number;
  readonly primal: Float64Array;
  readonly dual: Float64Array;
  readonly reduced: Float64Array;
  readonly method: Method;
  readonly iterations: number;
}

/** Dual simplex (can start warm) or interior point (for programs beyond some 10,000 rows). */
export type Method = "simplex" | "interior";

export interface SolveOptions {
  readonly method?: Method;
  /** After the interior-point method: goes on to a corner, from which later solves can start. */
  readonly crossover?: boolean;
  readonly timeLimitSeconds?: number;
  readonly iterationLimit?: number;
  /** How far bounds and dual signs may be missed, absolutely; 1e-7 if missing. */
  readonly tolerance?: number;
  /** Called now and then during the work; returning `true` stops it. */
  readonly onProgress?: (iterations: number) => boolean;
  /** Where to start: a corner of a program of the same shape; the last one if missing. */
  readonly start?: Corner;
  /** Forgets what earlier solves left. */
  readonly afresh?: boolean;
  /** The corner to start from obeys all bounds of the program: the primal method goes on from there. */
  readonly startHolds?: boolean;
}

/** Which columns and rows of a corner lie at a bound, as the solver writes it. */
export interface Corner {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
}

/** Rows and columns that cannot all hold; leaving out any one of them lets the others hold. */
export interface IrreducibleConflict {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** A program held by a solver: costs, bounds and coefficients may move, each further solve starts from the last basis. */
export interface SolverSession {
  solve(options?: SolveOptions): Solution;
  /** Takes another program of the same size in place of the last one; only what differs is sent. */
  update(program: LinearProgram): void;
  /**
   * Whether the program shows before any step of a method that it has no answer (presolve alone); false says nothing.
   * Forgets the last corner.
   */
  isRefuted(): boolean;
  /** The corner that the last solve ended in. */
  corner(): Corner;
  /** An irreducible conflict of an infeasible program, or nothing if none was found in time. */
  findConflict(timeLimitSeconds?: number): IrreducibleConflict | undefined;
  /** Frees the memory of the program; the session must not be used afterwards. */
  close(): void;
}

/** What the planner needs of a solver. */
export interface Solver {
  readonly name: string;
  open(program: LinearProgram): SolverSession;
  /** Largest memory the solver has taken so far, in bytes. */
  readonly memoryBytes: () => number;
}

/** Solves a program once. */
export function solveOnce(solver: Solver, program: LinearProgram, options: SolveOptions = {}): Solution {
  const session = solver.open(program);
  try {
    return session.solve(options);
  } finally {
    session.close();
  }
}

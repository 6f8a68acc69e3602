import type { Sparse } from "../../core/sparse.ts";
import type { Coefficients, Economy } from "../economy/economy.ts";
import { type LinearProgram, ProgramBuilder } from "../solve/linear-program.ts";
import type { Goals } from "./goals.ts";
import type { ColumnKind, Label, RowKind, Rule } from "./label.ts";
import type { CommonParameter } from "./parameter.ts";
import type { Planning } from "./planning.ts";
import type { Units } from "./units.ts";

/** Numbers of the columns by year (first index) and product, technique, stock or need (second). */
export interface Columns {
  readonly output: Int32Array[];
  readonly use: Int32Array[];
  readonly imports: Int32Array[];
  readonly store: Int32Array[];
  readonly investment: Int32Array[];
  readonly capital: Int32Array[];
  readonly technique: Int32Array[];
  readonly stock: Int32Array[];
  readonly build: Int32Array[];
  readonly consumption: Int32Array[];
  readonly hours: number[];
  readonly account: Map<number, number>[];
  readonly hazard: number[];
  /** By need. */
  readonly fulfilment: number[];
  common: number;
  /** Harmony: by year and need, the pieces of the curve. */
  readonly pieces: number[][][];
}

/** Numbers of the rows that later stages read or move. */
export interface Rows {
  readonly use: Int32Array[];
  readonly balance: Int32Array[];
  readonly hours: number[];
  /** By need. */
  readonly common: number[];
}

/** Everything the blocks of the programme share while they are written. */
export interface Draft {
  readonly economy: Economy;
  readonly coefficients: Coefficients;
  readonly planning: Planning;
  readonly goals: Goals;
  readonly units: Units;
  /** Years shown and the years after them that keep the plan from eating its capital. */
  readonly horizon: number;
  readonly builder: ProgramBuilder<Label>;
  readonly columns: Columns;
  readonly rows: Rows;
  readonly rules: Rule[];
  readonly parameter: (name: CommonParameter) => number;
  /** Population of each year relative to the base year; index 0 is the base year. */
  readonly population: readonly number[];
}

/** A linear program that knows what its rows and columns mean. */
export interface Programme extends Omit<Draft, "builder"> {
  readonly program: LinearProgram;
  readonly rowLabels: readonly Label<RowKind>[];
  readonly columnLabels: readonly Label<ColumnKind>[];
}

export const atLeast = (lower: number): { lower: number; upper: number } => ({ lower, upper: Infinity });
export const atMost = (upper: number): { lower: number; upper: number } => ({ lower: -Infinity, upper });
export const exactly = (value: number): { lower: number; upper: number } => ({ lower: value, upper: value });

export const anything = { lower: -Infinity, upper: Infinity } as const;

/** The years of the horizon: 1, 2, … */
export function yearsOf({ horizon }: Pick<Draft, "horizon">): readonly number[] {
  return Array.from({ length: horizon }, (_, i) => i + 1);
}

/** Calls back for every entry of a matrix that is larger than `smallest`. */
export function eachEntry(
  matrix: Sparse,
  smallest: number,
  take: (row: number, column: number, value: number) => void,
): void {
  for (let i = 0; i < matrix.size; i++) {
    for (let k = matrix.start[i]; k < matrix.start[i + 1]; k++) {
      if (matrix.value[k] >= smallest) take(i, matrix.column[k], matrix.value[k]);
    }
  }
}

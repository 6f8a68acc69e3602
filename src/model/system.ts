import type { Where } from "../core/problem.ts";

/**
 * A model as the engine sees it: scalars only. Dimensions are unrolled, sums are written out, budgets are equations
 * like any other, memory of events is state with a lag. `elaborate` makes it from text; interpreter and WebAssembly
 * emitter run it. Periods are numbered from 0 (the start, given by `initial`); equations hold from period 1.
 */
export interface System {
  readonly name: string;
  readonly variables: readonly Variable[];
  readonly parameters: readonly Parameter[];
  readonly noises: readonly Noise[];
  /** Must be zero in every period: redundant budgets, one for each closed currency area. */
  readonly balances: readonly Balance[];
  /** Must be true (not zero) in every period of every member. */
  readonly checks: readonly { readonly label: string; readonly holds: Expression; readonly where: Where }[];
  readonly scenarios: readonly Scenario[];
  /** `values`: variables start from `initial`. `steady`: from the state that repeats itself, found from there. */
  readonly start: "values" | "steady";
  /** Number of periods simulated when a caller names none. */
  readonly periods: number;
}

/** An unknown with the one equation that determines it. */
export interface Variable {
  /** `C`, or `C[nvidia]` and `D[openai,oracle]` for elements of dimensions. */
  readonly name: string;
  readonly equation: Expression;
  /** Value in period 0, over parameters and other initial values (lag 0); undefined: no value there. */
  readonly initial: Expression | undefined;
  /** Values before period 0, the nearest first; missing ones repeat the last known one. */
  readonly earlier: readonly Expression[];
  readonly unit: string;
  readonly label: string;
  /** `budget` if the accounting determines it, `written` if the modeller does. */
  readonly origin: "written" | "budget" | "interest" | "definition";
  readonly where: Where;
}

export interface Parameter {
  readonly name: string;
  /** Constant arithmetic over parameters before it. */
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly distribution: Distribution | undefined;
  readonly unit: string;
  readonly label: string;
  /** Where the number comes from: words of the model, or evidence ids of a dossier. */
  readonly source: string;
  readonly where: Where;
}

/** One standard or scaled draw for each member and period. */
export interface Noise {
  readonly name: string;
  readonly distribution: Distribution;
}

export type Distribution =
  | { readonly kind: "normal"; readonly mean: number; readonly deviation: number }
  | { readonly kind: "lognormal"; readonly mean: number; readonly deviation: number }
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  | { readonly kind: "triangular"; readonly low: number; readonly mode: number; readonly high: number };

export interface Balance {
  readonly label: string;
  /** Receipts minus payments minus changes of claims, as written out. */
  readonly residual: Expression;
  /** Sum of absolute flows, to which the residual is compared. */
  readonly turnover: Expression;
}

/** A change of a parameter (or of a variable, as a shock to its equation's result) in a span of periods. */
export interface Change {
  readonly target: { readonly kind: "parameter" | "variable"; readonly index: number };
  readonly operator: "=" | "+=" | "*=";
  readonly value: Expression;
  readonly from: number;
  /** Last period, inclusive; Infinity for good. */
  readonly to: number;
  readonly where: Where;
}

export interface Scenario {
  readonly name: string;
  readonly label: string;
  readonly changes: readonly Change[];
}

export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "^"
  | "<"
  | "<="
  | ">"
  | ">="
  | "=="
  | "!="
  | "and"
  | "or";
export type FunctionName = "min" | "max" | "exp" | "log" | "sqrt" | "abs" | "floor" | "normal_cdf";

export type Expression =
  | { readonly kind: "number"; readonly value: number }
  /** `lag` 0 is this period. */
  | { readonly kind: "variable"; readonly index: number; readonly lag: number }
  /** The value in force `lag` periods ago (scenarios change parameters from a period on). */
  | { readonly kind: "parameter"; readonly index: number; readonly lag: number }
  | { readonly kind: "noise"; readonly index: number }
  /** The number of this period. */
  | { readonly kind: "period" }
  | { readonly kind: "unary"; readonly operator: "-" | "not"; readonly of: Expression }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "call"; readonly name: FunctionName; readonly of: readonly Expression[] }
  /** Only the chosen branch counts; a condition is true if it is not zero. */
  | {
      readonly kind: "if";
      readonly condition: Expression;
      readonly then: Expression;
      readonly else: Expression;
    }
  /** Piecewise linear through the points, flat beyond the ends. */
  | {
      readonly kind: "lookup";
      readonly points: readonly (readonly [number, number])[];
      readonly at: Expression;
    };

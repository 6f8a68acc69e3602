import { applyBinary, applyFunction } from "../../model/arithmetic.ts";
import type { BinaryOperator } from "../../model/system.ts";
import { firstPassage, greatestDrawdown } from "./frequency.ts";
import type { OutcomeNode, PathSummary } from "./outcome.ts";

/** What an outcome is computed from. */
export interface MemberPath {
  /** Numbers of a variable, one a period from 0 on. */
  readonly variable: (name: string) => Float64Array;
  readonly parameter: (name: string) => number;
  /** Periods after period 0. */
  readonly periods: number;
}

/** A number, or a number a period. */
export type OutcomeValue = number | Float64Array;

/** Value of an outcome's expression for one member; NaN where there is none. */
export function evaluateOutcome(node: OutcomeNode, member: MemberPath): OutcomeValue {
  const value = (part: OutcomeNode): OutcomeValue => evaluateOutcome(part, member);
  switch (node.kind) {
    case "number":
      return node.value;
    case "period":
      return Float64Array.from({ length: member.periods + 1 }, (_, period) => period);
    case "variable":
      return member.variable(node.name);
    case "parameter":
      return member.parameter(node.name);
    case "lag": {
      const path = value(node.of);
      if (typeof path === "number") return path;
      return path.map((_, period) => (period < node.by ? NaN : path[period - node.by]));
    }
    case "unary":
      return eachPeriod([value(node.of)], ([x]) => (node.operator === "-" ? -x : truth(x, x === 0)));
    case "binary":
      return eachPeriod([value(node.left), value(node.right)], ([x, y]) => combine(node.operator, x, y));
    case "if":
      return eachPeriod([node.condition, node.yes, node.no].map(value), ([condition, yes, no]) =>
        Number.isNaN(condition) ? NaN : condition === 0 ? no : yes,
      );
    case "call":
      return eachPeriod(node.of.map(value), (values) => applyFunction(node.name, values));
    case "summary": {
      const path = value(node.of);
      return summarise(node.name, typeof path === "number" ? Float64Array.of(path) : path, node.period);
    }
  }
}

function eachPeriod(
  values: readonly OutcomeValue[],
  of: (numbers: readonly number[]) => number,
): OutcomeValue {
  const path = values.find((value) => typeof value !== "number");
  if (path === undefined) return of(values as readonly number[]);
  const numbers = values.map(() => NaN);
  const found = new Float64Array(path.length);
  for (let period = 0; period < found.length; period++) {
    for (let place = 0; place < values.length; place++) {
      const value = values[place];
      numbers[place] = typeof value === "number" ? value : value[period];
    }
    found[period] = of(numbers);
  }
  return found;
}

/** 0 or 1; no answer about what has no value. */
function truth(x: number, holds: boolean, y = 0): number {
  return Number.isNaN(x) || Number.isNaN(y) ? NaN : holds ? 1 : 0;
}

function combine(operator: BinaryOperator, x: number, y: number): number {
  switch (operator) {
    case "and":
      return truth(x, x !== 0 && y !== 0, y);
    case "or":
      return truth(x, x !== 0 || y !== 0, y);
    // What never happened (NaN) is neither before nor after anything.
    default:
      return applyBinary(operator, x, y);
  }
}

function summarise(name: PathSummary, path: Float64Array, at: number): number {
  const known = path.filter((value) => !Number.isNaN(value));
  const sum = (): number => known.reduce((total, value) => total + value, 0);
  const happens = (value: number): boolean => value !== 0 && !Number.isNaN(value);
  switch (name) {
    case "first":
      return firstPassage(path, happens) ?? NaN;
    case "at":
      return path[at] ?? NaN;
    case "ever":
      return known.some(happens) ? 1 : 0;
    case "count":
      return known.reduce((count, value) => count + (happens(value) ? 1 : 0), 0);
    case "total":
      return sum();
  }
  if (known.length === 0) return NaN;
  switch (name) {
    case "peak":
      return known.reduce((most, value) => Math.max(most, value), -Infinity);
    case "trough":
      return known.reduce((least, value) => Math.min(least, value), Infinity);
    case "mean":
      return sum() / known.length;
    case "last":
      return known[known.length - 1];
    case "drawdown":
      return greatestDrawdown(known).share;
  }
}

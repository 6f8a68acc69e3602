import { exp, log, power } from "../core/exact-math.ts";
import { normalCdf } from "../core/normal.ts";
import type { BinaryOperator, Expression, FunctionName } from "./system.ts";

/** A number as an expression. */
export function constant(value: number): Expression {
  return { kind: "number", value };
}

export const zero = constant(0);
export const one = constant(1);

/** `left operator right`, at once if both are numbers; neutral elements vanish. */
export function binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  if (left.kind === "number" && right.kind === "number") {
    const value = applyBinary(operator, left.value, right.value);
    if (Number.isFinite(value)) return constant(value);
  }
  if (operator === "+" && isNumber(left, 0)) return right;
  if ((operator === "+" || operator === "-") && isNumber(right, 0)) return left;
  if (operator === "-" && isNumber(left, 0)) return negate(right);
  if (operator === "*" && isNumber(left, 1)) return right;
  if ((operator === "*" || operator === "/") && isNumber(right, 1)) return left;
  return { kind: "binary", operator, left, right };
}

export function negate(of: Expression): Expression {
  if (of.kind === "number") return constant(-of.value);
  if (of.kind === "unary" && of.operator === "-") return of.of;
  return { kind: "unary", operator: "-", of };
}

/** A sum as a balanced tree, so that long sums are not deep. */
export function sum(terms: readonly Expression[]): Expression {
  if (terms.length === 0) return zero;
  if (terms.length === 1) return terms[0];
  const half = terms.length >> 1;
  return binary("+", sum(terms.slice(0, half)), sum(terms.slice(half)));
}

/** Terms with signs: what comes in minus what goes out. */
export function difference(plus: readonly Expression[], minus: readonly Expression[]): Expression {
  if (minus.length === 0) return sum(plus);
  return plus.length === 0 ? negate(sum(minus)) : binary("-", sum(plus), sum(minus));
}

export function call(name: FunctionName, ...of: readonly Expression[]): Expression {
  const numbers = of.flatMap((each) => (each.kind === "number" ? [each.value] : []));
  if (numbers.length === of.length) {
    const value = applyFunction(name, numbers);
    if (Number.isFinite(value)) return constant(value);
  }
  return { kind: "call", name, of };
}

/** `if condition then … else …`, decided at once if the condition is a number. */
export function choose(condition: Expression, then: Expression, otherwise: Expression): Expression {
  if (condition.kind === "number") return condition.value === 0 ? otherwise : then;
  // oxlint-disable-next-line unicorn/no-thenable -- the branch of an expression, never awaited
  return { kind: "if", condition, then, else: otherwise };
}

export function isNumber(expression: Expression, value: number): boolean {
  return expression.kind === "number" && expression.value === value;
}

/**
 * The value of an expression over parameters (and variables, if their values are known), or undefined if it needs
 * anything else.
 */
export function evaluateConstant(
  expression: Expression,
  parameter: (index: number) => number | undefined,
  variable: (index: number) => number | undefined = () => undefined,
): number | undefined {
  const value = (of: Expression): number | undefined => evaluateConstant(of, parameter, variable);
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "parameter":
      return parameter(expression.index);
    case "variable":
      return expression.lag === 0 ? variable(expression.index) : undefined;
    case "unary": {
      const of = value(expression.of);
      if (of === undefined) return undefined;
      return expression.operator === "-" ? -of : Number(of === 0);
    }
    case "binary": {
      const [left, right] = [value(expression.left), value(expression.right)];
      return left === undefined || right === undefined
        ? undefined
        : applyBinary(expression.operator, left, right);
    }
    case "call": {
      const of = expression.of.map(value);
      return of.every((each) => each !== undefined) ? applyFunction(expression.name, of) : undefined;
    }
    case "if": {
      const condition = value(expression.condition);
      if (condition === undefined) return undefined;
      return value(condition === 0 ? expression.else : expression.then);
    }
    case "lookup": {
      const at = value(expression.at);
      return at === undefined ? undefined : interpolate(expression.points, at);
    }
    default:
      return undefined;
  }
}

export function applyBinary(operator: BinaryOperator, left: number, right: number): number {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "^":
      return power(left, right);
    case "<":
      return Number(left < right);
    case "<=":
      return Number(left <= right);
    case ">":
      return Number(left > right);
    case ">=":
      return Number(left >= right);
    case "==":
      return Number(left === right);
    case "!=":
      return Number(left !== right);
    case "and":
      return Number(left !== 0 && right !== 0);
    case "or":
      return Number(left !== 0 || right !== 0);
  }
}

export function applyFunction(name: FunctionName, of: readonly number[]): number {
  switch (name) {
    case "min":
      return Math.min(...of);
    case "max":
      return Math.max(...of);
    case "exp":
      return exp(of[0]);
    case "log":
      return log(of[0]);
    case "sqrt":
      return Math.sqrt(of[0]);
    case "abs":
      return Math.abs(of[0]);
    case "floor":
      return Math.floor(of[0]);
    case "normal_cdf":
      return normalCdf(of[0]);
  }
}

/** Value of a piecewise linear table, flat beyond its ends, rounded as the engine rounds it; NaN at NaN. */
export function interpolate(points: readonly (readonly [number, number])[], at: number): number {
  if (Number.isNaN(at)) return NaN;
  let value = points[0][1];
  for (let i = 0; i + 1 < points.length; i++) {
    const [x, y] = points[i];
    if (at > x) value = y + (at - x) * ((points[i + 1][1] - y) / (points[i + 1][0] - x));
  }
  const [end, last] = points[points.length - 1];
  return at > end ? last : value;
}

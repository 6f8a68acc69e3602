import { applyBinary, applyFunction, interpolate } from "./arithmetic.ts";
import type { Matrix } from "./matrix.ts";
import type { Expression } from "./system.ts";

/** Values of the cells in a period; 0 where there is nothing. `valueAt` gives a variable by its place in the system. */
export function evaluateMatrix(
  matrix: Matrix,
  valueAt: (variable: number, period: number) => number,
  period: number,
): readonly Float64Array[] {
  return matrix.rows.map((row) =>
    Float64Array.from(row.cells, (cell) => (cell ? evaluate(cell.value, valueAt, period) : 0)),
  );
}

/** Value of an expression over variables in a period. */
export function evaluate(
  expression: Expression,
  valueAt: (variable: number, period: number) => number,
  period: number,
): number {
  const value = (of: Expression): number => evaluate(of, valueAt, period);
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "period":
      return period;
    case "variable":
      return valueAt(expression.index, period - expression.lag);
    case "parameter":
    case "noise":
      return Number.NaN;
    case "unary":
      return expression.operator === "-" ? -value(expression.of) : Number(value(expression.of) === 0);
    case "binary":
      return applyBinary(expression.operator, value(expression.left), value(expression.right));
    case "call":
      return applyFunction(expression.name, expression.of.map(value));
    case "if":
      return value(value(expression.condition) === 0 ? expression.else : expression.then);
    case "lookup":
      return interpolate(expression.points, value(expression.at));
  }
}

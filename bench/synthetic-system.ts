import { drawUniform } from "../src/core/random.ts";
import type { Expression, System, Variable } from "../src/model/system.ts";

const where = { file: "synthetic", line: 0, column: 0 } as const;
const loops = [40, 20, 10, 5, 5];

/**
 * A made-up model of the size of a large national one: 300 equations, 120 parameters, about 7 operands and 11 operations
 * an equation, 17 exponentials and logarithms, and (if wanted) simultaneous blocks of 40, 20, 10, 5 and 5 equations.
 */
export function createSynthetic(simultaneous: boolean, size = 300): System {
  let drawn = 0;
  const uniform = (): number => drawUniform({ seed: 1, member: 0, name: 0, period: drawn++ });
  const below = (limit: number): number => Math.floor(uniform() * limit);
  const number = (value: number): Expression => ({ kind: "number", value });
  const binary = (operator: "+" | "-" | "*" | "/", left: Expression, right: Expression): Expression => ({
    kind: "binary",
    operator,
    left,
    right,
  });
  const parameter = (): Expression => ({ kind: "parameter", index: below(120), lag: 0 });
  const variable = (index: number, lag: number): Expression => ({ kind: "variable", index, lag });

  // Loops lie one after another at the start; each member reads the next one, the last one the first.
  const next = new Map<number, number>();
  let start = 0;
  for (const length of loops) {
    for (let i = 0; i < length; i++) next.set(start + i, start + ((i + 1) % length));
    start += length;
  }
  const variables = Array.from({ length: size }, (_, index): Variable => {
    let equation: Expression = binary("*", number(0.3), variable(index, 1));
    for (let term = 0; term < 3; term++) {
      const inLoop = simultaneous && next.has(index);
      const earlier = inLoop ? index - (index % 5) : index;
      const source = earlier > 0 && term < 2 ? variable(below(earlier), below(2)) : variable(below(size), 1);
      const factor = binary("*", parameter(), source);
      equation = binary(term === 1 ? "-" : "+", equation, binary("*", factor, number(0.1)));
    }
    const other = next.get(index);
    if (simultaneous && other !== undefined) {
      const curve = binary("/", variable(other, 0), binary("+", number(2), variable(other, 0)));
      equation = binary(
        "+",
        equation,
        binary("*", number(0.2), index % 3 === 0 ? curve : variable(other, 0)),
      );
    }
    if (index % 18 === 0) {
      const of = binary("+", number(1), { kind: "call", name: "abs", of: [variable(index, 1)] });
      equation = binary("+", equation, {
        kind: "call",
        name: index % 36 === 0 ? "log" : "exp",
        of: [shrink(of)],
      });
    }
    equation = binary("+", equation, number(0.1));
    return {
      name: `x${index}`,
      equation,
      initial: number(0.5 + uniform()),
      earlier: [],
      unit: "",
      label: "",
      origin: "written",
      where,
    };
  });
  return {
    name: "synthetic",
    variables,
    parameters: Array.from({ length: 120 }, (_, index) => ({
      name: `p${index}`,
      value: uniform(),
      low: undefined,
      high: undefined,
      distribution: undefined,
      unit: "",
      label: "",
      source: "",
      where,
    })),
    noises: [],
    balances: [],
    checks: [],
    scenarios: [],
    start: "values",
    periods: 80,
  };

  /** z / (1 + z) keeps exponentials from growing. */
  function shrink(of: Expression): Expression {
    return binary("/", of, binary("+", number(1), of));
  }
}

import { applyBinary, applyFunction, interpolate } from "../model/arithmetic.ts";
import type { Expression, System } from "../model/system.ts";
import { variablesNow, visitExpression } from "../model/program/references.ts";

/** Values of the variables in period 0 and before: `rows[lag][variable]`, NaN where there is none. */
export type StartValues = readonly Float64Array[];

/** Variables whose initial values depend on each other in a circle. */
export class CircularStart extends Error {
  readonly variable: number;

  constructor(variable: number) {
    super("initial values depend on each other in a circle");
    this.variable = variable;
  }
}

/** Order in which initial values follow from each other; throws `CircularStart`. */
export function orderStart(system: System): readonly number[] {
  const { variables } = system;
  const state = new Uint8Array(variables.length);
  const order: number[] = [];
  for (let root = 0; root < variables.length; root++) {
    const path = state[root] === 0 ? [root] : [];
    while (path.length > 0) {
      const top = path[path.length - 1];
      if (state[top] === 0) {
        state[top] = 1;
        const { initial } = variables[top];
        if (initial === undefined) continue;
        for (const next of variablesNow(initial)) {
          if (state[next] === 1) throw new CircularStart(next);
          if (state[next] === 0) path.push(next);
        }
        continue;
      }
      path.pop();
      if (state[top] === 1) order.push(top);
      state[top] = 2;
    }
  }
  return order;
}

/** How the start is found. */
export interface StartPlan {
  /** Order in which initial values follow from each other. */
  readonly order: readonly number[];
  /** Those of them that depend on parameters with a distribution; all others are the same for every member. */
  readonly drawn: readonly number[];
}

/** Throws `CircularStart`. */
export function planStart(system: System): StartPlan {
  const order = orderStart(system);
  const drawn = new Set<number>();
  for (const variable of order) {
    const { initial, earlier } = system.variables[variable];
    for (const expression of initial === undefined ? [] : [initial, ...earlier]) {
      visitExpression(expression, (part) => {
        const varies =
          (part.kind === "parameter" && system.parameters[part.index].distribution !== undefined) ||
          (part.kind === "variable" && drawn.has(part.index));
        if (varies) drawn.add(variable);
      });
    }
  }
  return { order, drawn: order.filter((variable) => drawn.has(variable)) };
}

/**
 * Initial and earlier values for one set of parameters; missing earlier ones repeat the last known one.
 *
 * @param known values of the variables that are not in the order
 */
export function computeStart(
  system: System,
  order: readonly number[],
  parameters: Float64Array,
  frames: number,
  known?: StartValues,
): StartValues {
  const rows = Array.from(
    { length: frames },
    (_, lag) => known?.[lag].slice() ?? new Float64Array(system.variables.length).fill(NaN),
  );
  for (const variable of order) {
    const { initial, earlier } = system.variables[variable];
    if (initial === undefined) continue;
    let value = evaluate(initial, parameters, rows[0]);
    rows[0][variable] = value;
    for (let lag = 1; lag < frames; lag++) {
      const expression = earlier[lag - 1];
      if (expression !== undefined) value = evaluate(expression, parameters, rows[0]);
      rows[lag][variable] = value;
    }
  }
  return rows;
}

/** Value of an expression over parameters and initial values. */
function evaluate(part: Expression, parameters: Float64Array, variables: Float64Array): number {
  switch (part.kind) {
    case "number":
      return part.value;
    case "variable":
      return variables[part.index];
    case "parameter":
      return parameters[part.index];
    case "period":
      return 0;
    case "noise":
      return NaN;
    case "unary": {
      const of = evaluate(part.of, parameters, variables);
      return part.operator === "-" ? -of : of === 0 ? 1 : 0;
    }
    case "binary": {
      const left = evaluate(part.left, parameters, variables);
      return applyBinary(part.operator, left, evaluate(part.right, parameters, variables));
    }
    case "call":
      return applyFunction(
        part.name,
        part.of.map((argument) => evaluate(argument, parameters, variables)),
      );
    case "if": {
      const holds = evaluate(part.condition, parameters, variables) !== 0;
      return evaluate(holds ? part.then : part.else, parameters, variables);
    }
    case "lookup":
      return interpolate(part.points, evaluate(part.at, parameters, variables));
  }
}

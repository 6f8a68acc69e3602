import type { Expression, Parameter, Scenario, System, Variable } from "../../src/model/system.ts";
import { parseInfix } from "../reference/sfc/infix.ts";

const where = { file: "toy", line: 1, column: 1 } as const;

/** A small system from plain infix, for tests of the engine alone. */
export function createToy(
  equations: Readonly<Record<string, string>>,
  {
    parameters = {},
    initial = {},
    ...rest
  }: {
    readonly parameters?: Readonly<Record<string, number>>;
    readonly initial?: Readonly<Record<string, number>>;
  } & Partial<Omit<System, "parameters">> = {},
): System {
  const names = Object.keys(equations);
  const variableIndex = new Map(names.map((name, index) => [name, index]));
  const parameterIndex = new Map(Object.keys(parameters).map((name, index) => [name, index]));
  const variables = names.map((name): Variable => ({
    name,
    equation: parseInfix(equations[name], variableIndex, parameterIndex),
    initial: name in initial ? { kind: "number", value: initial[name] } : undefined,
    earlier: [],
    unit: "",
    label: "",
    origin: "written",
    where,
  }));
  return {
    name: "toy",
    variables,
    parameters: Object.entries(parameters).map(([name, value]) => createParameter(name, value)),
    noises: [],
    balances: [],
    checks: [],
    scenarios: [],
    start: "values",
    periods: 1,
    ...rest,
  };
}

export function createParameter(name: string, value: number, more: Partial<Parameter> = {}): Parameter {
  const none = { low: undefined, high: undefined, distribution: undefined };
  return { name, value, ...none, unit: "", label: "", source: "", where, ...more };
}

/** The same system with its variables in another order: `order[new] = old`. */
export function permute(system: System, order: readonly number[]): System {
  const place = new Map(order.map((old, index) => [old, index]));
  const move = (expression: Expression): Expression => renumber(expression, place);
  return {
    ...system,
    variables: order.map((old) => {
      const variable = system.variables[old];
      return {
        ...variable,
        equation: move(variable.equation),
        initial: variable.initial === undefined ? undefined : move(variable.initial),
      };
    }),
    scenarios: system.scenarios.map((scenario): Scenario => ({
      ...scenario,
      changes: scenario.changes.map((change) => ({
        ...change,
        target:
          change.target.kind === "parameter"
            ? change.target
            : { kind: "variable", index: place.get(change.target.index)! },
        value: move(change.value),
      })),
    })),
  };
}

function renumber<Part>(part: Part, place: ReadonlyMap<number, number>): Part {
  if (Array.isArray(part)) return part.map((entry: unknown) => renumber(entry, place)) as Part;
  if (typeof part !== "object" || part === null) return part;
  const copy = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, renumber(value, place)]));
  if (copy.kind === "variable" && "lag" in copy) copy.index = place.get(copy.index as number);
  return copy as Part;
}

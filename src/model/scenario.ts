import type { Change, Expression, System, Variable } from "./system.ts";

/**
 * The system under the changes of scenarios: a changed parameter becomes a variable that has its old value outside the span of the
 * change; a shocked variable keeps its equation outside the span. The engine knows nothing of scenarios.
 */
export function applyChanges(system: System, changes: readonly Change[]): System {
  const changed = new Map<number, Change[]>();
  const shocked = new Map<number, Change[]>();
  for (const change of changes) {
    const { kind, index } = change.target;
    const all = kind === "parameter" ? changed : shocked;
    all.set(index, [...(all.get(index) ?? []), change]);
  }
  if (changed.size + shocked.size === 0) return system;

  const place = new Map<number, number>();
  for (const index of changed.keys()) place.set(index, system.variables.length + place.size);
  const replace = (expression: Expression): Expression => replaceParameters(expression, place);
  // Before period 0 no change is in force: what a start reads from there keeps the old value.
  const replaceAtStart = (expression: Expression): Expression => replaceParameters(expression, place, 0);
  const written = system.variables.map((variable, index): Variable => ({
    ...variable,
    equation: changeValue(replace(variable.equation), shocked.get(index) ?? [], replace),
    initial: variable.initial && replaceAtStart(variable.initial),
  }));
  const parameters = [...changed].map(([index, changes]): Variable => {
    const { name, unit, label, where } = system.parameters[index];
    const value: Expression = { kind: "parameter", index, lag: 0 };
    const equation = changeValue(value, changes, replace);
    // A change in force in period 0 holds for the start, too.
    const atStart = changes.filter(({ from, to }) => from <= 0 && to >= 0);
    const initial = atStart.reduce<Expression>(
      (before, change) => changedBy(change, before, replaceAtStart),
      value,
    );
    return { name, equation, initial, earlier: [value], unit, label, origin: "definition", where };
  });
  return {
    ...system,
    variables: [...written, ...parameters],
    balances: system.balances.map((balance) => ({
      ...balance,
      residual: replace(balance.residual),
      turnover: replace(balance.turnover),
    })),
    checks: system.checks.map((check) => ({ ...check, holds: replace(check.holds) })),
  };
}

/** Later changes act on what earlier ones made of the value. */
function changeValue(
  value: Expression,
  changes: readonly Change[],
  replace: (expression: Expression) => Expression,
): Expression {
  let result = value;
  for (const change of changes) {
    const then = changedBy(change, result, replace);
    // oxlint-disable-next-line unicorn/no-thenable -- the branch of an expression, never awaited
    result = { kind: "if", condition: within(change.from, change.to), then, else: result };
  }
  return result;
}

function changedBy(
  { operator, value }: Change,
  before: Expression,
  replace: (expression: Expression) => Expression,
): Expression {
  const amount = replace(value);
  if (operator === "=") return amount;
  return { kind: "binary", operator: operator === "+=" ? "+" : "*", left: before, right: amount };
}

function within(from: number, to: number): Expression {
  const period: Expression = { kind: "period" };
  const number = (value: number): Expression => ({ kind: "number", value });
  const after: Expression = { kind: "binary", operator: ">=", left: period, right: number(from) };
  if (to === Infinity) return after;
  const before: Expression = { kind: "binary", operator: "<=", left: period, right: number(to) };
  return { kind: "binary", operator: "and", left: after, right: before };
}

function replaceParameters(
  expression: Expression,
  place: ReadonlyMap<number, number>,
  longestLag = Infinity,
): Expression {
  const replace = (part: Expression): Expression => replaceParameters(part, place, longestLag);
  switch (expression.kind) {
    case "parameter": {
      const index = place.get(expression.index);
      return index === undefined || expression.lag > longestLag
        ? expression
        : { kind: "variable", index, lag: expression.lag };
    }
    case "unary":
      return { ...expression, of: replace(expression.of) };
    case "binary":
      return replaceChain(expression, replace);
    case "call":
      return { ...expression, of: expression.of.map(replace) };
    case "if":
      return {
        ...expression,
        condition: replace(expression.condition),
        // oxlint-disable-next-line unicorn/no-thenable -- the branch of an expression, never awaited
        then: replace(expression.then),
        else: replace(expression.else),
      };
    case "lookup":
      return { ...expression, at: replace(expression.at) };
    default:
      return expression;
  }
}

/** Long sums lean to the left; they are rebuilt without recursion. */
function replaceChain(
  expression: Expression & { kind: "binary" },
  replace: (part: Expression) => Expression,
): Expression {
  const spine: (Expression & { kind: "binary" })[] = [];
  let left: Expression = expression;
  for (; left.kind === "binary"; left = left.left) spine.push(left);
  let result = replace(left);
  for (let i = spine.length - 1; i >= 0; i--) {
    result = { ...spine[i], left: result, right: replace(spine[i].right) };
  }
  return result;
}

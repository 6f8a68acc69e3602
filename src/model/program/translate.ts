import type { BinaryOperator, Expression, FunctionName } from "../system.ts";
import { type Graph, nothing, Op } from "./graph.ts";

/** A condition, and a number that is 0, or NaN where an operand of a comparison is not finite (`nothing`: always 0). */
interface Condition {
  readonly node: number;
  readonly poison: number;
}

const arithmetic: Readonly<Partial<Record<BinaryOperator, number>>> = {
  "+": Op.add,
  "-": Op.subtract,
  "*": Op.multiply,
  "/": Op.divide,
};
const unary: Readonly<Partial<Record<FunctionName, number>>> = {
  exp: Op.exp,
  log: Op.log,
  sqrt: Op.root,
  abs: Op.abs,
  floor: Op.floor,
  normal_cdf: Op.cdf,
};
const largestIntegerPower = 64;

/** Adds an expression to a graph and gives the node of its value. */
export function translate(graph: Graph, expression: Expression): number {
  switch (expression.kind) {
    case "number":
      return graph.constant(expression.value);
    case "variable":
      return graph.node(Op.load, expression.index, expression.lag);
    case "parameter":
      return graph.node(Op.parameter, expression.index);
    case "noise":
      return graph.node(Op.noise, expression.index);
    case "period":
      return graph.node(Op.period);
    case "unary":
      return expression.operator === "-"
        ? graph.node(Op.negate, translate(graph, expression.of))
        : asNumber(graph, translateCondition(graph, expression));
    case "binary":
      return translateBinary(graph, expression);
    case "call":
      return translateCall(graph, expression.name, expression.of);
    case "if": {
      const condition = translateCondition(graph, expression.condition);
      const then = translate(graph, expression.then);
      const otherwise = translate(graph, expression.else);
      return plus(graph, graph.node(Op.select, condition.node, then, otherwise), condition.poison);
    }
    case "lookup":
      return translateLookup(graph, expression.points, translate(graph, expression.at));
  }
}

/** Long sums lean to the left; they are followed without recursion. */
function translateBinary(graph: Graph, expression: Expression & { kind: "binary" }): number {
  const spine: (Expression & { kind: "binary" })[] = [];
  let left: Expression = expression;
  while (left.kind === "binary" && left.operator in arithmetic) {
    spine.push(left);
    left = left.left;
  }
  if (spine.length === 0) {
    if (expression.operator !== "^") return asNumber(graph, translateCondition(graph, expression));
    return translatePower(graph, translate(graph, expression.left), translate(graph, expression.right));
  }
  let value = translate(graph, left);
  for (let i = spine.length - 1; i >= 0; i--) {
    value = graph.node(arithmetic[spine[i].operator]!, value, translate(graph, spine[i].right));
  }
  return value;
}

function translateCall(graph: Graph, name: FunctionName, of: readonly Expression[]): number {
  const values = of.map((argument) => translate(graph, argument));
  if (name === "min" || name === "max") {
    const op = name === "min" ? Op.min : Op.max;
    return values.reduce((best, value) => graph.node(op, best, value));
  }
  return graph.node(unary[name]!, values[0]);
}

/** Small whole powers by multiplication, halves by the square root, all others through the logarithm. */
function translatePower(graph: Graph, base: number, exponent: number): number {
  const known = graph.constantOf(exponent);
  if (known === 0.5) return graph.node(Op.root, base);
  if (known === undefined || !Number.isInteger(known) || Math.abs(known) > largestIntegerPower) {
    return graph.node(Op.power, base, exponent);
  }
  let result = nothing;
  let square = base;
  for (let left = Math.abs(known); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = result === nothing ? square : graph.node(Op.multiply, result, square);
    if (left > 1) square = graph.node(Op.multiply, square, square);
  }
  if (result === nothing) return graph.constant(1);
  return known < 0 ? graph.node(Op.divide, graph.constant(1), result) : result;
}

function translateLookup(graph: Graph, points: readonly (readonly [number, number])[], at: number): number {
  const last = points.length - 1;
  let value = graph.constant(points[0][1]);
  for (let i = 0; i < last; i++) {
    const [x, y] = points[i];
    const slope = graph.constant((points[i + 1][1] - y) / (points[i + 1][0] - x));
    const start = graph.constant(x);
    const along = graph.node(Op.multiply, graph.node(Op.subtract, at, start), slope);
    const here = graph.node(Op.add, graph.constant(y), along);
    value = graph.node(Op.select, graph.node(Op.less, start, at), here, value);
  }
  const end = graph.node(Op.less, graph.constant(points[last][0]), at);
  value = graph.node(Op.select, end, graph.constant(points[last][1]), value);
  return plus(graph, value, poisonOf(graph, at));
}

function translateCondition(graph: Graph, expression: Expression): Condition {
  if (expression.kind === "unary" && expression.operator === "not") {
    const inner = translateCondition(graph, expression.of);
    return { node: graph.node(Op.not, inner.node), poison: inner.poison };
  }
  if (expression.kind === "binary") {
    switch (expression.operator) {
      case "and":
      case "or":
        return combine(
          graph,
          expression.operator,
          translateCondition(graph, expression.left),
          translateCondition(graph, expression.right),
        );
      case "<":
        return compare(graph, Op.less, expression.left, expression.right);
      case ">":
        return compare(graph, Op.less, expression.right, expression.left);
      case "<=":
        return compare(graph, Op.lessOrEqual, expression.left, expression.right);
      case ">=":
        return compare(graph, Op.lessOrEqual, expression.right, expression.left);
      case "==":
        return compare(graph, Op.equal, expression.left, expression.right);
      case "!=":
        return compare(graph, Op.unequal, expression.left, expression.right);
    }
  }
  return compare(graph, Op.unequal, expression, { kind: "number", value: 0 });
}

function compare(graph: Graph, op: number, left: Expression, right: Expression): Condition {
  const a = translate(graph, left);
  const b = translate(graph, right);
  return { node: graph.node(op, a, b), poison: both(graph, poisonOf(graph, a), poisonOf(graph, b)) };
}

/** The second operand counts only where the first leaves the answer open. */
function combine(graph: Graph, operator: "and" | "or", left: Condition, right: Condition): Condition {
  const node = graph.node(operator === "and" ? Op.and : Op.or, left.node, right.node);
  if (right.poison === nothing) return { node, poison: left.poison };
  const zero = graph.constant(0);
  const second =
    operator === "and"
      ? graph.node(Op.select, left.node, right.poison, zero)
      : graph.node(Op.select, left.node, zero, right.poison);
  return { node, poison: both(graph, left.poison, second) };
}

/**
 * A comparison with 0/0 or 1/0 is no answer: x − x is 0 for a finite x, else NaN, and is added to what the comparison
 * decides. What a variable or parameter holds is checked where it is stored.
 */
function poisonOf(graph: Graph, node: number): number {
  const plain = [Op.constant, Op.load, Op.parameter, Op.noise, Op.period] as readonly number[];
  return plain.includes(graph.opOf(node)) ? nothing : graph.node(Op.subtract, node, node);
}

function both(graph: Graph, a: number, b: number): number {
  return a === nothing ? b : plus(graph, a, b);
}

function plus(graph: Graph, node: number, poison: number): number {
  return poison === nothing ? node : graph.node(Op.add, node, poison);
}

function asNumber(graph: Graph, condition: Condition): number {
  return plus(graph, graph.node(Op.toNumber, condition.node), condition.poison);
}

/**
 * What rounding errors of a value are measured by: the sum of the magnitudes of its outermost terms (a difference of large
 * numbers may be small and still be off by a unit in their last place).
 */
export function magnitude(graph: Graph, node: number): number {
  const terms: number[] = [];
  const open = [node];
  while (open.length > 0) {
    const next = open.pop()!;
    const op = graph.opOf(next);
    if (op === Op.add || op === Op.subtract) open.push(graph.operand(next, "b"), graph.operand(next, "a"));
    else if (op === Op.negate) open.push(graph.operand(next, "a"));
    else terms.push(graph.node(Op.abs, next));
  }
  return terms.reduce((sum, term) => graph.node(Op.add, sum, term));
}

import { nearestName } from "../../core/nearest-name.ts";
import type { Outcome, Problem, Where } from "../../core/problem.ts";
import { plainFunctions } from "../../model/build-expression.ts";
import { nameOfPeriod } from "../../model/calendar.ts";
import type { Model } from "../../model/compile.ts";
import { Cursor, StatementAbandoned } from "../../model/cursor.ts";
import { readTokens } from "../../model/lexer.ts";
import { parseExpression } from "../../model/parse-expression.ts";
import type { ExpressionSyntax } from "../../model/syntax.ts";
import type { FunctionName } from "../../model/system.ts";
import { createProblem } from "../../text/problem.ts";
import { type OutcomeNode, type OutcomeRule, partsOf, pathSummaries, shapeOf } from "./outcome.ts";

type Known = Pick<Model, "system" | "calendar" | "sets">;

const ownFunctions = ["clamp", "lag", "d"] as const;
/** Comparisons, `and`, `or`: their value is 0 or 1. */
const truths: readonly string[] = ["<", "<=", ">", ">=", "==", "!=", "and", "or"];

/**
 * Reads what is asked of each member, in the words of the model language: `idx`, `crash = drawdown(idx) > 0.5`,
 * `first(u > 0.08)`, `at(Y, 2030Q4) / at(Y, 2025Q4)`. Path functions turn a path into one number: `peak`, `trough`, `mean`,
 * `total`, `last`, `at(x, period)`, `drawdown` (greatest fall from an earlier peak, as a share of it), `first(c)` (period in
 * which c holds first; no number if never), `ever(c)`, `count(c)`. A name of a parameter stands for the member's draw.
 */
export function readOutcome(text: string, model: Known): Outcome<OutcomeRule> {
  const named = /^\s*([\p{L}_][\p{L}\p{N}_-]*)\s*=(?!=)/u.exec(text);
  const expression = named === null ? text : " ".repeat(named[0].length) + text.slice(named[0].length);
  const { tokens, problems: strange } = readTokens(expression, text);
  const cursor = new Cursor(tokens, text);
  let syntax: ExpressionSyntax;
  try {
    syntax = parseExpression(cursor);
    cursor.expectNewline();
  } catch (error) {
    if (!(error instanceof StatementAbandoned)) throw error;
    return { value: undefined, problems: [...strange, ...cursor.problems] };
  }
  const problems: Problem[] = [...strange, ...cursor.problems];
  const node = createResolver(model, problems)(syntax, new Map());
  if (problems.length > 0) return { value: undefined, problems };
  const shape = shapeOf(node);
  const found = namesIn(node);
  const variable = node.kind === "variable" ? node.name : undefined;
  return {
    value: {
      name: named?.[1] ?? text.trim(),
      text: expression.trim(),
      node,
      shape,
      reading: shape === "path" ? "amount" : readingOf(node),
      unit: model.system.variables.find(({ name }) => name === variable)?.unit ?? "",
      variables: found.variable,
      parameters: found.parameter,
    },
    problems,
  };
}

function readingOf(node: OutcomeNode): OutcomeRule["reading"] {
  if (node.kind === "summary") {
    return node.name === "first" ? "date" : node.name === "ever" ? "condition" : "amount";
  }
  if (node.kind === "unary") return node.operator === "not" ? "condition" : "amount";
  return node.kind === "binary" && truths.includes(node.operator) ? "condition" : "amount";
}

function namesIn(node: OutcomeNode): Readonly<Record<"variable" | "parameter", readonly string[]>> {
  const names = { variable: new Set<string>(), parameter: new Set<string>() };
  const visit = (part: OutcomeNode): void => {
    if (part.kind === "variable" || part.kind === "parameter") names[part.kind].add(part.name);
    partsOf(part).forEach(visit);
  };
  visit(node);
  return { variable: [...names.variable].sort(), parameter: [...names.parameter].sort() };
}

type Scope = ReadonlyMap<string, string>;
const nothing: OutcomeNode = { kind: "number", value: NaN };

/** Gives every name of an expression its meaning; what has none is a problem. */
function createResolver(
  { system, calendar, sets }: Known,
  problems: Problem[],
): (syntax: ExpressionSyntax, scope: Scope) => OutcomeNode {
  const variables = new Set(system.variables.map(({ name }) => name));
  const parameters = new Set(system.parameters.map(({ name }) => name));
  const dates = new Map(
    Array.from({ length: system.periods + 1 }, (_, period) => [nameOfPeriod(calendar, period), period]),
  );
  const report = (
    code: "unknown-output" | "outcome-unsupported" | "outcome-arguments" | "outcome-date" | "outcome-set",
    where: Where,
    name: string,
    known: Iterable<string> = [],
  ): OutcomeNode => {
    problems.push(createProblem(code, where, { name }, { hint: nearestName(name, known) }));
    return nothing;
  };

  const resolve = (syntax: ExpressionSyntax, scope: Scope): OutcomeNode => {
    const { where } = syntax;
    const of = (part: ExpressionSyntax): OutcomeNode => resolve(part, scope);
    switch (syntax.kind) {
      case "number":
        return { kind: "number", value: syntax.value };
      case "period":
        return { kind: "period" };
      case "date": {
        const period = dates.get(syntax.text);
        if (period === undefined) return report("outcome-date", where, syntax.text);
        return { kind: "number", value: period };
      }
      case "unary":
        return { kind: "unary", operator: syntax.operator, of: of(syntax.of) };
      case "binary":
        return {
          kind: "binary",
          operator: syntax.operator,
          left: of(syntax.left),
          right: of(syntax.right),
        };
      case "if":
        return {
          kind: "if",
          condition: of(syntax.condition),
          yes: of(syntax.yes),
          no: of(syntax.no),
        };
      case "reference":
        return resolveReference(syntax, scope);
      case "call":
        return resolveCall(syntax, scope);
      case "fold":
        return resolveFold(syntax, scope);
      default:
        return report("outcome-unsupported", where, syntax.kind);
    }
  };

  const resolveReference = (
    { name, indices, lag, after, where }: ExpressionSyntax & { kind: "reference" },
    scope: Scope,
  ): OutcomeNode => {
    if (after !== undefined) return report("outcome-unsupported", where, "after");
    const elements = indices.map((index) => scope.get(index.name) ?? index.name);
    const full = elements.length === 0 ? name : `${name}[${elements.join(",")}]`;
    const kind = variables.has(full) ? "variable" : parameters.has(full) ? "parameter" : undefined;
    if (kind === undefined) return report("unknown-output", where, full, [...variables, ...parameters]);
    return delay({ kind, name: full }, lag);
  };

  const resolveCall = (
    { name, of, lag, after, where }: ExpressionSyntax & { kind: "call" },
    scope: Scope,
  ): OutcomeNode => {
    if (after !== undefined) return report("outcome-unsupported", where, "after");
    const nodes = of.map((part) => resolve(part, scope));
    const summary = pathSummaries.find((known) => known === name);
    const [least, most] = summary ? [1, 1] : name === "clamp" ? [3, 3] : name === "lag" ? [1, 2] : [1, 1];
    if (summary === "at") {
      const period = nodes[1]?.kind === "number" ? periodAt(nodes[1].value) : undefined;
      if (nodes.length !== 2 || period === undefined) return report("outcome-arguments", where, name);
      return { kind: "summary", name: "at", of: nodes[0], period };
    }
    const mathematical = Object.hasOwn(plainFunctions, name) ? (name as FunctionName) : undefined;
    const own = ownFunctions.find((known) => known === name);
    if (!summary && !mathematical && !own) {
      return report("outcome-unsupported", where, `${name}()`, [
        ...pathSummaries,
        ...Object.keys(plainFunctions),
        ...ownFunctions,
      ]);
    }
    const [from, to] = mathematical ? plainFunctions[mathematical] : [least, most];
    if (nodes.length < from || nodes.length > to) return report("outcome-arguments", where, name);
    if (summary) return { kind: "summary", name: summary, of: nodes[0], period: 0 };
    if (nodes.length === 1 && (mathematical === "max" || mathematical === "min")) {
      const instead = mathematical === "max" ? "peak" : "trough";
      problems.push(createProblem("outcome-one-value", where, { name, instead }));
      return nothing;
    }
    if (mathematical) return delay({ kind: "call", name: mathematical, of: nodes }, lag);
    if (own === "clamp") {
      const atLeast: OutcomeNode = { kind: "call", name: "max", of: [nodes[0], nodes[1]] };
      return delay({ kind: "call", name: "min", of: [atLeast, nodes[2]] }, lag);
    }
    const by = nodes[1] ?? { kind: "number", value: 1 };
    if (by.kind !== "number" || !Number.isInteger(by.value) || by.value < 0)
      return report("outcome-arguments", where, name);
    const before: OutcomeNode = { kind: "lag", of: nodes[0], by: by.value };
    if (own === "lag") return delay(before, lag);
    return delay({ kind: "binary", operator: "-", left: nodes[0], right: before }, lag);
  };

  /** A year counts from the start where years are dates. */
  const periodAt = (value: number): number | undefined => {
    const { length, start } = calendar;
    const period = length === "year" && start !== undefined && value >= start ? value - start : value;
    return Number.isInteger(period) && period >= 0 && period <= system.periods ? period : undefined;
  };

  const resolveFold = (
    { name, over, of, where }: ExpressionSyntax & { kind: "fold" },
    scope: Scope,
  ): OutcomeNode => {
    let scopes: readonly Scope[] = [scope];
    for (const index of over) {
      const set = sets.find((known) => known.name === index.name);
      if (set === undefined) {
        return report(
          "outcome-set",
          index.where,
          index.name,
          sets.map((known) => known.name),
        );
      }
      scopes = scopes.flatMap((outer) =>
        set.elements.map((element) => new Map([...outer, [index.name, element]])),
      );
    }
    const nodes = scopes.map((inner) => resolve(of, inner));
    if (nodes.length === 0) return report("outcome-arguments", where, name);
    if (name === "min" || name === "max") return { kind: "call", name, of: nodes };
    const sum = nodes.reduce((left, right) => ({ kind: "binary", operator: "+", left, right }));
    if (name === "sum") return sum;
    const right: OutcomeNode = { kind: "number", value: nodes.length };
    return { kind: "binary", operator: "/", left: sum, right };
  };

  return resolve;
}

function delay(node: OutcomeNode, lag: number): OutcomeNode {
  return lag === 0 ? node : { kind: "lag", of: node, by: lag };
}

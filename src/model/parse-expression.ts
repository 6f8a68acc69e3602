import type { Cursor } from "./cursor.ts";
import { limits } from "./limits.ts";
import {
  type DistributionSyntax,
  type ExpressionSyntax,
  foldNames,
  type FoldName,
  type IndexSyntax,
} from "./syntax.ts";
import type { BinaryOperator } from "./system.ts";

/** An expression, as far as it goes. */
export function parseExpression(cursor: Cursor): ExpressionSyntax {
  return cursor.nested(() => {
    if (!cursor.isWord("if")) return parseBinary(cursor, 0);
    const where = cursor.where(cursor.next());
    const condition = parseExpression(cursor);
    cursor.expectWord("then");
    const yes = parseExpression(cursor);
    cursor.expectWord("else");
    const no = parseExpression(cursor);
    return cursor.built({ kind: "if", condition, yes, no, where }, [condition, yes, no]);
  });
}

/** A bound of a range: no comparison, so that `in` and `..` keep their meaning. */
export function parseBound(cursor: Cursor): ExpressionSyntax {
  return cursor.nested(() => parseBinary(cursor, levels.length - 2));
}

/** Weakest first; `not` binds between `and` and comparisons, unary minus between products and powers. */
const levels: readonly (readonly string[])[] = [
  ["or"],
  ["and"],
  ["<", "<=", ">", ">=", "==", "!="],
  ["+", "-"],
  ["*", "/"],
];
const comparisons = 2;

function parseBinary(cursor: Cursor, level: number): ExpressionSyntax {
  if (level === comparisons && cursor.isWord("not")) {
    const where = cursor.where(cursor.next());
    const of = cursor.nested(() => parseBinary(cursor, level));
    return cursor.built({ kind: "unary", operator: "not", of, where }, [of]);
  }
  if (level === levels.length) return parseUnary(cursor);
  let left = parseBinary(cursor, level + 1);
  if (level === comparisons) left = parseMembership(cursor, left);
  while (isOperator(cursor, levels[level])) {
    const token = cursor.next();
    const right = parseBinary(cursor, level + 1);
    const operator = token.text as BinaryOperator;
    left = cursor.built({ kind: "binary", operator, left, right, where: cursor.where(token) }, [left, right]);
    if (level === comparisons) break;
  }
  return left;
}

function isOperator(cursor: Cursor, operators: readonly string[]): boolean {
  const { kind, text } = cursor.token;
  return (
    (kind === "symbol" || text === "and" || text === "or") && kind !== "text" && operators.includes(text)
  );
}

/** `firm in cloud`, `firm is nvidia`; `x in low..high` is a range and not ours. */
function parseMembership(cursor: Cursor, left: ExpressionSyntax): ExpressionSyntax {
  if (left.kind !== "reference" || left.indices.length > 0 || left.lag > 0) return left;
  if (!cursor.isWord("in") && !cursor.isWord("is")) return left;
  const [name, after] = [cursor.ahead(1), cursor.ahead(2)];
  if (name.kind !== "name" || cursor.isSymbol("..", after) || cursor.isSymbol("(", after)) return left;
  cursor.next();
  const of = { name: cursor.next().text, where: cursor.where(name) };
  return { kind: "member", index: { name: left.name, where: left.where }, of, where: left.where };
}

function parseUnary(cursor: Cursor): ExpressionSyntax {
  if (cursor.isSymbol("-")) {
    const where = cursor.where(cursor.next());
    const of = cursor.nested(() => parseUnary(cursor));
    return cursor.built({ kind: "unary", operator: "-", of, where }, [of]);
  }
  const base = parsePrimary(cursor);
  if (!cursor.isSymbol("^")) return base;
  const where = cursor.where(cursor.next());
  const exponent = cursor.nested(() => parseUnary(cursor));
  return cursor.built({ kind: "binary", operator: "^", left: base, right: exponent, where }, [
    base,
    exponent,
  ]);
}

const joins: ReadonlySet<string> = new Set(["and", "or", "then", "else"]);

function parsePrimary(cursor: Cursor): ExpressionSyntax {
  const { token } = cursor;
  const where = cursor.where();
  switch (token.kind) {
    case "number": {
      const value = Number(cursor.next().text);
      if (!Number.isFinite(value)) cursor.fail("number-too-large", { found: token.text }, undefined, token);
      return { kind: "number", value, where };
    }
    case "date":
      return { kind: "date", text: cursor.next().text, where };
    case "name":
      // A word that joins two parts shows that the part before it is missing.
      if (joins.has(token.text) || (token.text === "in" && cursor.ahead(1).kind === "number")) break;
      return parseNamed(cursor);
    case "symbol":
      if (cursor.takeSymbol("(")) {
        const inner = parseExpression(cursor);
        cursor.expectSymbol(")");
        return inner;
      }
      if (cursor.isSymbol("{")) return parseEach(cursor);
  }
  return cursor.fail("expected-expression", {});
}

function parseNamed(cursor: Cursor): ExpressionSyntax {
  const where = cursor.where();
  const name = cursor.next().text;
  if (cursor.isSymbol("(")) return parseCall(cursor, name, where);
  if (name === "period" && !isIndexBracket(cursor)) return { kind: "period", where };
  const { indices, lag } = parseIndices(cursor);
  return { kind: "reference", name, indices, lag, after: parseAfter(cursor), where };
}

function parseCall(cursor: Cursor, name: string, where: ExpressionSyntax["where"]): ExpressionSyntax {
  cursor.expectSymbol("(");
  if (name === "figure") {
    const id = cursor.expectText().text;
    cursor.expectSymbol(")");
    return { kind: "figure", id, where };
  }
  if (name === "path") return parsePath(cursor, where);
  if (isFold(cursor, name)) {
    const over = parseList(cursor, () => parseIndexName(cursor));
    cursor.expectSymbol(":");
    const of = parseExpression(cursor);
    cursor.expectSymbol(")");
    return cursor.built({ kind: "fold", name, over, of, where }, [of]);
  }
  const of = cursor.isSymbol(")") ? [] : parseList(cursor, () => parseExpression(cursor));
  cursor.expectSymbol(")");
  const { indices, lag } = parseIndices(cursor);
  if (indices.length > 0) cursor.fail("expected-lag", {});
  return cursor.built({ kind: "call", name, of, lag, after: parseAfter(cursor), where }, of);
}

function isFold(cursor: Cursor, name: string): name is FoldName {
  if (!foldNames.some((known) => known === name)) return false;
  for (let ahead = 0; ; ahead += 2) {
    if (cursor.ahead(ahead).kind !== "name") return false;
    if (cursor.isSymbol(":", cursor.ahead(ahead + 1))) return true;
    if (!cursor.isSymbol(",", cursor.ahead(ahead + 1))) return false;
  }
}

function parseAfter(cursor: Cursor): IndexSyntax | undefined {
  if (!cursor.isWord("after") || cursor.ahead(1).kind !== "name") return undefined;
  cursor.next();
  return { where: cursor.where(), name: cursor.next().text };
}

function parsePath(cursor: Cursor, where: ExpressionSyntax["where"]): ExpressionSyntax {
  const points = parsePoints(cursor);
  cursor.expectSymbol(")");
  return { kind: "path", points, where };
}

/** `5: 20, 10: 25` of a path. */
function parsePoints(cursor: Cursor): readonly (readonly [ExpressionSyntax, ExpressionSyntax])[] {
  return parseList(cursor, () => {
    const at = parseExpression(cursor);
    cursor.expectSymbol(":");
    return [at, parseExpression(cursor)] as const;
  });
}

function parseEach(cursor: Cursor): ExpressionSyntax {
  const where = cursor.where(cursor.expectSymbol("{"));
  const entries: { readonly element: IndexSyntax; readonly value: ExpressionSyntax }[] = [];
  let otherwise: ExpressionSyntax | undefined;
  do {
    const element = parseIndexName(cursor);
    cursor.expectSymbol(":");
    const value = parseExpression(cursor);
    if (element.name === "else") otherwise = value;
    else entries.push({ element, value });
  } while (cursor.takeSymbol(","));
  cursor.expectSymbol("}");
  const parts = entries.map((entry) => entry.value);
  return cursor.built({ kind: "each", entries, else: otherwise, where }, parts);
}

/** One or more, between commas. */
export function parseList<Item>(cursor: Cursor, parse: () => Item): readonly Item[] {
  const items = [parse()];
  while (cursor.takeSymbol(",")) items.push(parse());
  return items;
}

function parseIndexName(cursor: Cursor): IndexSyntax {
  const { token } = cursor;
  const where = cursor.where();
  if (token.kind === "name" || (token.kind === "number" && /^\d+$/.test(token.text))) {
    return { name: cursor.next().text, where };
  }
  return cursor.fail("expected-index", {});
}

function isIndexBracket(cursor: Cursor): boolean {
  return cursor.isSymbol("[") && !cursor.token.spaced;
}

/** `[firm]`, `[lab, cloud]`, `[firm, -1]`, `[-2]`: indices and how many periods ago. */
export function parseIndices(cursor: Cursor): {
  readonly indices: readonly IndexSyntax[];
  readonly lag: number;
} {
  const indices: IndexSyntax[] = [];
  let lag = 0;
  if (!isIndexBracket(cursor)) return { indices, lag };
  cursor.next();
  do {
    if (cursor.isSymbol("+")) cursor.fail("lag-form", {});
    if (cursor.takeSymbol("-")) {
      const { token } = cursor;
      lag = Number(token.text);
      if (token.kind !== "number" || !Number.isInteger(lag) || lag < 1 || lag > limits.lag) {
        cursor.fail("bad-lag", { limit: limits.lag });
      }
      cursor.next();
      break;
    }
    indices.push(parseIndexName(cursor));
  } while (cursor.takeSymbol(","));
  if (cursor.isSymbol("-") || cursor.isSymbol("+")) cursor.fail("lag-form", {});
  cursor.expectSymbol("]");
  return { indices, lag };
}

/** `normal(0, 0.05)`. */
export function parseDistribution(cursor: Cursor): DistributionSyntax {
  const where = cursor.where();
  const name = cursor.expectName().text;
  cursor.expectSymbol("(");
  const of = parseList(cursor, () => parseExpression(cursor));
  cursor.expectSymbol(")");
  return { name, of, where };
}

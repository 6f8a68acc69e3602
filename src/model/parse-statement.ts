import type { Cursor } from "./cursor.ts";
import {
  parseBound,
  parseDistribution,
  parseExpression,
  parseIndices,
  parseList,
} from "./parse-expression.ts";
import { parseAsset, parseChange, parseClose, parseFlow, parseSector } from "./parse-accounts.ts";
import { parseNotes, parseTarget, noNotes } from "./parse-notes.ts";
import type {
  ChangeSyntax,
  ExpressionSyntax,
  IndexSyntax,
  ParameterSyntax,
  Statement,
  StatementOf,
  TargetSyntax,
} from "./syntax.ts";

type Found = Statement extends infer Each
  ? Each extends Statement
    ? Omit<Each, "where" | "file">
    : never
  : never;

/** One statement; a word that begins a statement may also be the name of a variable (`unit = 3`). */
export function parseStatement(cursor: Cursor): readonly Statement[] {
  const where = cursor.where();
  const read = parsers.get(cursor.token.text);
  const second = cursor.ahead(1);
  const isEquation = cursor.isSymbol("=", second) || (cursor.isSymbol("[", second) && !second.spaced);
  let found: Found | readonly Found[];
  if (read && cursor.token.kind === "name" && !isEquation) {
    cursor.next();
    found = read(cursor);
  } else {
    found = parseEquation(cursor);
  }
  cursor.expectNewline();
  return [found].flat().map((each): Statement => ({ ...each, where, file: cursor.file }));
}

const parsers: ReadonlyMap<string, (cursor: Cursor) => Found | readonly Found[]> = new Map<
  string,
  (cursor: Cursor) => Found | readonly Found[]
>([
  ["model", (cursor) => ({ kind: "model", name: cursor.expectName().text, notes: parseNotes(cursor) })],
  ["source", (cursor) => ({ kind: "source", text: cursor.expectText().text })],
  ["include", (cursor) => ({ kind: "include", name: cursor.expectText().text })],
  ["period", parsePeriod],
  ["unit", parseUnit],
  ["currency", parseCurrency],
  ["dim", (cursor) => parseDimension(cursor, false)],
  ["set", (cursor) => parseDimension(cursor, true)],
  ["label", parseLabel],
  ["sector", parseSector],
  ["asset", (cursor) => parseAsset(cursor, false)],
  ["stock", (cursor) => parseAsset(cursor, true)],
  ["flow", parseFlow],
  ["purchase", (cursor) => parseChange(cursor, "purchase")],
  ["transfer", (cursor) => parseChange(cursor, "transfer")],
  ["writeoff", (cursor) => parseChange(cursor, "writeoff")],
  ["build", (cursor) => parseChange(cursor, "build")],
  ["step", (cursor) => ({ kind: "step", name: cursor.expectName().text, notes: parseNotes(cursor) })],
  ["param", (cursor) => ({ kind: "param", parameters: parseList(cursor, () => parseParameter(cursor)) })],
  ["params", parseParameterTable],
  ["noise", parseNoise],
  ["table", parseTable],
  ["init", parseInit],
  ["close", parseClose],
  ["scenario", parseScenario],
  ["check", parseCheck],
]);

/** Words that begin a statement. */
export const statementWords: readonly string[] = [...parsers.keys()];

function parsePeriod(cursor: Cursor): Found | readonly Found[] {
  const length = cursor.expectWord("year", "quarter", "month", "day").text;
  const from = cursor.takeWord("from") ? parseBound(cursor) : undefined;
  const to = cursor.takeWord("to") ? parseBound(cursor) : undefined;
  const count = cursor.takeWord("for") ? parseBound(cursor) : undefined;
  const period: Found = { kind: "period", length, from, to, count };
  return cursor.takeWord("unit") ? [period, parseUnit(cursor)] : period;
}

/** `unit $ "billion dollars"`: the money of the model; `unit good`: a thing that is counted. */
function parseUnit(cursor: Cursor): Omit<StatementOf<"unit">, "where" | "file"> {
  const name = cursor.expectName().text;
  return { kind: "unit", name, notes: parseNotes(cursor) };
}

function parseCurrency(cursor: Cursor): Found {
  const name = cursor.expectName().text;
  cursor.expectWord("at");
  const rate = parseExpression(cursor);
  return { kind: "currency", name, rate, notes: parseNotes(cursor) };
}

function parseDimension(cursor: Cursor, isSet: boolean): Found {
  const name = cursor.expectName().text;
  let of: IndexSyntax | undefined;
  if (isSet) {
    cursor.expectWord("of");
    of = { where: cursor.where(), name: cursor.expectName().text };
  }
  cursor.expectSymbol("=");
  if (!isSet && cursor.token.kind === "number") {
    const { token } = cursor;
    const count = Number(cursor.next().text);
    if (!Number.isInteger(count) || count < 1)
      cursor.fail("bad-count", { found: token.text }, undefined, token);
    return { kind: "dim", name, of, count, elements: [], notes: parseNotes(cursor) };
  }
  const elements = parseList(cursor, (): IndexSyntax => {
    const where = cursor.where();
    if (cursor.token.kind === "number" && /^\d+$/.test(cursor.token.text))
      return { where, name: cursor.next().text };
    return { where, name: cursor.expectName().text };
  });
  return { kind: "dim", name, of, count: undefined, elements, notes: parseNotes(cursor) };
}

/** `label workers "wage earners" de "Lohnabhängige", top "top"`. */
function parseLabel(cursor: Cursor): Found {
  const labels = parseList(cursor, () => {
    const where = cursor.where();
    const element = { where, name: cursor.expectName().text };
    return { element, notes: parseNotes(cursor) };
  });
  return { kind: "label", labels };
}

function parseParameter(cursor: Cursor): ParameterSyntax {
  const target = parseTarget(cursor);
  cursor.expectSymbol("=");
  const value = parseExpression(cursor);
  const distribution = cursor.takeSymbol("~") ? parseDistribution(cursor) : undefined;
  const range: ExpressionSyntax[] = [];
  if (cursor.takeWord("in")) {
    range.push(parseBound(cursor));
    if (range[0].kind !== "figure" || cursor.isSymbol("..")) {
      cursor.expectSymbol("..");
      range.push(parseBound(cursor));
    }
  }
  return { target, value, range, distribution, notes: parseNotes(cursor) };
}

/** `params by firm : base [$/year] "revenue", margin` and a row of values for each element. */
function parseParameterTable(cursor: Cursor): Found {
  cursor.expectWord("by");
  const index = { where: cursor.where(), name: cursor.expectName().text };
  cursor.expectSymbol(":");
  const columns = parseList(cursor, () => {
    const where = cursor.where();
    const name = cursor.expectName().text;
    return { target: { name, indices: [index], where }, notes: parseNotes(cursor) };
  });
  const rows: { readonly element: IndexSyntax; readonly values: readonly ExpressionSyntax[] }[] = [];
  while (cursor.token.kind === "name" || cursor.token.kind === "number") {
    const element = { where: cursor.where(), name: cursor.next().text };
    cursor.expectSymbol(":");
    const values = parseList(cursor, () => parseExpression(cursor));
    if (values.length !== columns.length) {
      cursor.report("row-length", element.where, {
        element: element.name,
        count: values.length,
        wanted: columns.length,
      });
    } else {
      rows.push({ element, values });
    }
  }
  if (rows.length === 0) cursor.fail("expected", { wanted: `${index.name}:` });
  const parameters = columns.map(({ target, notes }, column): ParameterSyntax => {
    const entries = rows.map(({ element, values }) => ({ element, value: values[column] }));
    const value: ExpressionSyntax = { kind: "each", entries, else: undefined, where: target.where };
    return { target, value, range: [], distribution: undefined, notes };
  });
  return { kind: "param", parameters };
}

function parseNoise(cursor: Cursor): Found {
  const target = parseTarget(cursor);
  cursor.expectSymbol("~");
  return { kind: "noise", target, distribution: parseDistribution(cursor), notes: parseNotes(cursor) };
}

/** `table f : (0, 1), (2, 3)`. */
function parseTable(cursor: Cursor): Found {
  const name = cursor.expectName().text;
  const notes = parseNotes(cursor);
  cursor.expectSymbol(":");
  const points = parseList(cursor, () => {
    cursor.expectSymbol("(");
    const at = parseExpression(cursor);
    cursor.expectSymbol(",");
    const value = parseExpression(cursor);
    cursor.expectSymbol(")");
    return [at, value] as const;
  });
  return { kind: "table", name, points, notes };
}

function parseEquation(cursor: Cursor): Found {
  const target = parseTarget(cursor);
  cursor.expectSymbol("=");
  const value = parseExpression(cursor);
  return { kind: "equation", target, value, notes: parseNotes(cursor) };
}

function parseInit(cursor: Cursor): Found {
  if (cursor.isWord("steady") && cursor.ahead(1).kind === "newline") {
    cursor.next();
    return { kind: "init", steady: true, values: [] };
  }
  const values = parseList(cursor, () => {
    const where = cursor.where();
    const name = cursor.expectName().text;
    const { indices, lag } = parseIndices(cursor);
    cursor.expectSymbol("=");
    return { target: { name, indices, where } satisfies TargetSyntax, lag, value: parseExpression(cursor) };
  });
  return { kind: "init", steady: false, values };
}

function parseScenario(cursor: Cursor): Found {
  const name = cursor.expectName().text;
  const notes = parseNotes(cursor);
  const included = cursor.takeWord("with")
    ? parseList(cursor, () => ({ where: cursor.where(), name: cursor.expectName().text }))
    : [];
  const rest = parseNotes(cursor);
  const changes = cursor.takeSymbol(":") ? parseList(cursor, () => parseShock(cursor)) : [];
  if (changes.length === 0 && included.length === 0) cursor.fail("expected", { wanted: ":" });
  if (cursor.token.kind === "name") cursor.fail("expected", { wanted: changes.length > 0 ? "," : ":" });
  return { kind: "scenario", name, notes: { ...rest, ...notes }, with: included, changes };
}

function parseShock(cursor: Cursor): ChangeSyntax {
  const target = parseTarget(cursor);
  const operator = (["=", "+=", "*="] as const).find((each) => cursor.takeSymbol(each));
  if (operator === undefined) return cursor.fail("expected", { wanted: "= / += / *=" });
  const value = parseExpression(cursor);
  if (cursor.takeWord("at")) {
    return { target, operator, value, from: parseBound(cursor), to: undefined, once: true };
  }
  const from = cursor.takeWord("from") ? parseBound(cursor) : undefined;
  const to = cursor.takeWord("to") ? parseBound(cursor) : undefined;
  return { target, operator, value, from, to, once: false };
}

function parseCheck(cursor: Cursor): Found {
  const of = parseExpression(cursor);
  const equals = cursor.takeSymbol("=") ? parseExpression(cursor) : undefined;
  return { kind: "check", of, equals, notes: cursor.token.kind === "newline" ? noNotes : parseNotes(cursor) };
}

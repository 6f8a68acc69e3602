import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { nearestCurrency } from "../core/currency-code.ts";
import { nearestName } from "../core/nearest-name.ts";
import { type Problem, sortProblems, type Where } from "../core/problem.ts";
import { yamlWords } from "../text/en/yaml-words.ts";
import { createProblem } from "../text/problem.ts";
import { keysAt, unitAt, wantedAt, withUnit } from "./schema-shape.ts";

export const yamlLimits = { bytes: 256 * 1024, depth: 32, aliases: 50 } as const;

/** A YAML text read against a schema; `where` finds the place of a path in it. */
export interface YamlReading<Value> {
  readonly value: Value | undefined;
  readonly problems: readonly Problem[];
  readonly where: (path: readonly PropertyKey[]) => Where;
}

/** What a rule of a schema says where the text is no currency; other rules name a word of `yamlWords`. */
export const currencyForm = "currency";

/**
 * Reads a YAML text and checks it against a schema: syntax, doubled keys, size, depth and aliases first, then
 * every fault of content with the line and column of the value (or of the key that is too many).
 */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  content: string,
  schema: Schema,
): YamlReading<z.output<Schema>> {
  // A byte-order mark counts as a column for the parser and would set a list at the start askew.
  const text = content.startsWith("\ufeff") ? content.slice(1) : content;
  const whole: Where = { file, line: 0, column: 0 };
  const refuse = (problem: Problem): YamlReading<never> => ({
    value: undefined,
    problems: [problem],
    where: () => whole,
  });
  const size = text.length;
  if (size > yamlLimits.bytes) {
    return refuse(createProblem("yaml-too-large", whole, { size, limit: yamlLimits.bytes }));
  }
  // The parser recurses; a flood of brackets must not reach it.
  const deep = findTooDeep(text);
  if (deep) return refuse(createProblem("yaml-too-deep", { file, ...deep }, { limit: yamlLimits.depth }));

  const lines = new LineCounter();
  // Warnings are problems of ours below; the parser must not print them.
  const options = { lineCounter: lines, uniqueKeys: true, prettyErrors: false, logLevel: "error" } as const;
  const document = parseDocument(text, options);
  const placed = (offset: number): Where => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const where = (path: readonly PropertyKey[]): Where => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return placed(node.range[0]);
    }
    return { file, line: 1, column: 1 };
  };
  const faults = [...document.errors, ...document.warnings]
    .map((error) => createProblem("yaml-syntax", placed(error.pos[0]), { reason: error.code }))
    // What follows in the same line mostly follows from it.
    .filter(({ where: { line } }, index, all) => all.findIndex((one) => one.where.line === line) === index);
  if (faults.length > 0) return { value: undefined, problems: faults, where };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: yamlLimits.aliases });
  } catch {
    return refuse(createProblem("yaml-aliases", whole, { limit: yamlLimits.aliases }));
  }
  const checked = schema.safeParse(value);
  if (checked.success) return { value: checked.data, problems: [], where };
  const problems = checked.error.issues.flatMap((issue) => translate(issue, value, where, schema));
  return { value: undefined, problems: sortProblems(withoutMisspelt(problems, file)), where };
}

/** A key whose name is only misspelt is told with the name that is meant, not a second time as missing. */
function withoutMisspelt(problems: readonly Problem[], file: string): readonly Problem[] {
  const meant = new Set(
    problems
      .filter(({ code, hint }) => code === "unknown-key" && hint !== undefined)
      .map(({ values: { path }, hint }) => (path === file ? hint : `${path}.${hint}`)),
  );
  return problems.filter(({ code, values }) => code !== "missing-key" || !meant.has(String(values["path"])));
}

function translate(
  issue: z.core.$ZodIssue,
  whole: unknown,
  where: (path: readonly PropertyKey[]) => Where,
  schema: z.ZodType,
): readonly Problem[] {
  const content = valueAt(whole, issue.path);
  const at = where(issue.path);
  // People count from one.
  const path =
    issue.path.map((step) => (typeof step === "number" ? `#${step + 1}` : String(step))).join(".") || at.file;
  const value = show(content) ?? "–";
  const missing = (hint?: string): readonly Problem[] => [
    createProblem("missing-key", at, { path }, { hint }),
  ];
  const wrongType = (types: string): readonly Problem[] => {
    const isNumber = /\b(number|int)\b/.test(types);
    const wanted = isNumber ? withUnit(types, unitAt(schema, issue.path)) : types;
    const hint = isNumber ? numberMeant(content) : undefined;
    return [createProblem("wrong-type", at, { path, value, wanted }, { hint })];
  };
  const wrongValue = (wanted: string): readonly Problem[] => [
    createProblem("wrong-value", at, { path, value, wanted }),
  ];
  const wrongChoice = (wanted: readonly string[]): readonly Problem[] => {
    // A key that can hold one value only is as good as written.
    const only = wanted.length === 1 ? wanted[0] : undefined;
    if (content === undefined) return missing(only === undefined ? undefined : `${path}: ${only}`);
    const hint = only === undefined ? nearestName(value, wanted) : undefined;
    return [createProblem("wrong-choice", at, { path, value, wanted: wanted.join(", ") }, { hint })];
  };
  if (issue.message === currencyForm) {
    return [createProblem("bad-currency", at, { currency: value }, { hint: nearestCurrency(value) })];
  }
  if (Object.hasOwn(yamlWords, issue.message)) return wrongValue(issue.message);
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = keysAt(schema, issue.path);
      return issue.keys.map((key) =>
        createProblem(
          "unknown-key",
          where([...issue.path, key]),
          { key, path, known: known.join(", ") },
          { hint: nearestName(key, known) },
        ),
      );
    }
    case "invalid_type":
      return content === undefined ? missing() : wrongType(issue.expected);
    case "invalid_value":
      return wrongChoice(issue.values.map(String));
    case "invalid_union": {
      if ("options" in issue && issue.options) return wrongChoice(issue.options.map(String));
      const meant = meantBranch(issue);
      if (!meant) return wrongType(typesOf(issue));
      return meant.flatMap((inner) =>
        translate({ ...inner, path: [...issue.path, ...inner.path] }, whole, where, schema),
      );
    }
    case "invalid_key":
      return issue.issues.map(({ message: wanted }) =>
        createProblem("wrong-value", at, { path, value: String(issue.path.at(-1)), wanted }),
      );
    default: {
      if (content === "") return [createProblem("empty-value", at, { path })];
      const wanted = wantedAt(schema, issue.path, content);
      if (!Array.isArray(content)) return wrongValue(wanted);
      return [createProblem("wrong-length", at, { path, found: content.length, wanted })];
    }
  }
}

/** The branch of a union that was meant: the one whose type the value has. */
function meantBranch(issue: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] | undefined {
  return issue.errors.find(
    (branch) => !branch.some(({ code, path }) => code === "invalid_type" && path.length === 0),
  );
}

/** Types that the branches of a union ask for, as `yamlWords` names them. */
function typesOf(issue: z.core.$ZodIssueInvalidUnion): string {
  const types = issue.errors
    .flat()
    .flatMap((inner) => (inner.code === "invalid_type" ? [inner.expected] : []));
  return [...new Set(types)].join(" | ");
}

/** The number that was meant by a text such as `110 %`, `1,1` or `35 h`. */
function numberMeant(text: unknown): string | undefined {
  const [, digits, unit] =
    (typeof text === "string" && /^(-?\d+(?:[.,]\d+)?)\s*(%|[A-Za-z]+)?$/.exec(text)) || [];
  if (digits === undefined) return undefined;
  const number = Number(digits.replace(",", "."));
  return String(unit === "%" ? Number((number / 100).toPrecision(12)) : number);
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    content,
  );
}

function show(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value : JSON.stringify(value).slice(0, 80);
}

/** First place nested deeper than the limit, by brackets, by dashes in one line or by indentation. */
function findTooDeep(text: string): { readonly line: number; readonly column: number } | undefined {
  let brackets = 0;
  let line = 0;
  const indents: number[] = [];
  for (let start = 0; start <= text.length;) {
    line++;
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const indent = /^ */.exec(text.slice(start, Math.min(end, start + 4096)))![0].length;
    const rest = text.slice(start + indent, end);
    if (rest.trim() !== "" && !rest.startsWith("#")) {
      while (indents.length > 0 && indents.at(-1)! >= indent) indents.pop();
      indents.push(indent);
      const dashes = /^(?:- *)*/.exec(rest.slice(0, 4 * yamlLimits.depth))![0].replaceAll(" ", "").length;
      if (Math.max(indents.length, dashes) > yamlLimits.depth) return { line, column: indent + 1 };
    }
    for (let at = 0; at < rest.length; at++) {
      if (rest[at] === "[" || rest[at] === "{") {
        if (++brackets > yamlLimits.depth) return { line, column: indent + at + 1 };
      } else if (rest[at] === "]" || rest[at] === "}") brackets = Math.max(0, brackets - 1);
    }
    start = end + 1;
  }
  return undefined;
}

import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { nearestName } from "../core/nearest-name.ts";
import type { Problem, Where } from "../core/problem.ts";
import { createProblem } from "../text/problem.ts";

export const yamlLimits = { bytes: 256 * 1024, depth: 32, aliases: 50 } as const;

/** A YAML text read against a schema; `where` finds the place of a path in it. */
export interface YamlReading<Value> {
  readonly value: Value | undefined;
  readonly problems: readonly Problem[];
  readonly where: (path: readonly PropertyKey[]) => Where;
}

/**
 * Reads a YAML text and checks it against a schema: syntax, doubled keys, size, depth and aliases first, then
 * every fault of content with the line and column of the value (or of the key that is too many).
 */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): YamlReading<z.output<Schema>> {
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
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: "error",
  });
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
  const faults = [...document.errors, ...document.warnings].map((error) =>
    createProblem("yaml-syntax", placed(error.pos[0]), { reason: error.code }),
  );
  if (faults.length > 0) return { value: undefined, problems: faults, where };
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: yamlLimits.aliases });
  } catch {
    return refuse(createProblem("yaml-aliases", whole, { limit: yamlLimits.aliases }));
  }
  const checked = schema.safeParse(content);
  if (checked.success) return { value: checked.data, problems: [], where };
  return {
    value: undefined,
    problems: checked.error.issues.flatMap((issue) => translate(issue, content, where)),
    where,
  };
}

function translate(
  issue: z.core.$ZodIssue,
  content: unknown,
  where: (path: readonly PropertyKey[]) => Where,
): readonly Problem[] {
  const path = issue.path.map(String).join(".");
  const seen = show(valueAt(content, issue.path));
  const at = where(issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) =>
        createProblem("unknown-key", where([...issue.path, key]), { key, path: path || "–" }),
      );
    case "invalid_type":
      return seen === undefined
        ? [createProblem("missing-key", at, { path })]
        : [createProblem("wrong-type", at, { path, value: seen, wanted: issue.expected })];
    case "invalid_value": {
      const wanted = issue.values.map(String);
      return [
        createProblem(
          "wrong-choice",
          at,
          { path, value: seen ?? "–", wanted: wanted.join(", ") },
          { hint: nearestName(seen ?? "", wanted) },
        ),
      ];
    }
    case "invalid_union": {
      const kinds = "note" in issue && issue.note === "No matching discriminator" ? issue : undefined;
      if (kinds || issue.errors.length === 0)
        return [createProblem("wrong-value", at, { path, value: seen ?? "–" })];
      return issue.errors[0].flatMap((inner) =>
        translate({ ...inner, path: [...issue.path, ...inner.path] }, content, where),
      );
    }
    default:
      return [createProblem("wrong-value", at, { path: path || "–", value: seen ?? "–" })];
  }
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
  return typeof value === "string" ? value : JSON.stringify(value).slice(0, 80);
}

/** First place nested deeper than the limit, by brackets or by indentation. */
function findTooDeep(text: string): { readonly line: number; readonly column: number } | undefined {
  let depth = 0;
  let line = 1;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "\n") {
      line++;
      start = at + 1;
    } else if (character === "[" || character === "{") {
      if (++depth > yamlLimits.depth) return { line, column: at - start + 1 };
    } else if (character === "]" || character === "}") depth = Math.max(0, depth - 1);
    else if (character === "-" && at === start + leading(text, start)) {
      const dashes = /^(?:- ?)+/
        .exec(text.slice(at, at + 4 * yamlLimits.depth))![0]
        .replaceAll(" ", "").length;
      if (dashes > yamlLimits.depth) return { line, column: 1 };
    }
  }
  return undefined;
}

function leading(text: string, start: number): number {
  let at = start;
  while (text[at] === " ") at++;
  return at - start;
}

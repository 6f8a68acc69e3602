import type { Problem } from "../core/problem.ts";
import { nearestName } from "../core/nearest-name.ts";
import { createProblem } from "../text/problem.ts";
import { Cursor, StatementAbandoned } from "./cursor.ts";
import { readTokens } from "./lexer.ts";
import { limits } from "./limits.ts";
import { parseStatement, statementWords } from "./parse-statement.ts";
import type { Statement } from "./syntax.ts";

export interface ParseOptions {
  readonly file: string;
  /** Texts of included files by name. */
  readonly files: (name: string) => string | undefined;
}

/** Statements of a text and of the files it includes, and everything that is wrong with their form. */
export function parse(text: string, options: ParseOptions): Parsed {
  const statements: Statement[] = [];
  const problems: Problem[] = [];
  const broken = new Set<string>();
  const read = new Set<string>();
  let size = 0;
  const parseFile = (content: string, file: string): void => {
    read.add(file);
    size += content.length;
    if (size > limits.text) {
      problems.push(createProblem("text-too-long", { file, line: 0, column: 0 }, { limit: limits.text }));
      return;
    }
    const parsed = parseText(content, file);
    problems.push(...parsed.problems);
    for (const name of parsed.broken) broken.add(name);
    for (const statement of parsed.statements) {
      if (statement.kind !== "include") {
        statements.push(statement);
        continue;
      }
      const { name, where } = statement;
      const included = options.files(name);
      if (included === undefined) problems.push(createProblem("include-missing", where, { name }));
      else if (read.has(name)) problems.push(createProblem("include-twice", where, { name }));
      else if (read.size > limits.includes)
        problems.push(createProblem("include-many", where, { limit: limits.includes }));
      else parseFile(included, name);
    }
  };
  parseFile(text, options.file);
  return { statements, problems, broken };
}

/** What was read, and what could not be. */
export interface Parsed {
  readonly statements: readonly Statement[];
  readonly problems: readonly Problem[];
  /** Names in statements that could not be read: that they are unknown elsewhere is no second mistake. */
  readonly broken: ReadonlySet<string>;
}

function parseText(text: string, file: string): Parsed {
  const { tokens, problems } = readTokens(text, file);
  const cursor = new Cursor(tokens, file);
  const statements: Statement[] = [];
  const broken = new Set<string>();
  while (cursor.token.kind !== "end") {
    if (cursor.token.kind === "newline") {
      cursor.next();
      continue;
    }
    cursor.begin();
    const first = cursor.token;
    const before = cursor.problems.length;
    try {
      statements.push(...parseStatement(cursor));
    } catch (error) {
      if (!(error instanceof StatementAbandoned)) throw error;
      suggestWord(cursor, first.text, before);
      for (const name of cursor.skipStatement()) broken.add(name);
    }
  }
  // What cannot be read as signs leaves a gap, which is no second mistake.
  const unread = new Set(problems.map(({ where }) => where.line));
  const own = cursor.problems.filter(({ where }) => !unread.has(where.line));
  return { statements, problems: [...problems, ...own], broken };
}

/** `secor households`: the fault is the first word, not what follows it. */
function suggestWord(cursor: Cursor, word: string, before: number): void {
  const problem = cursor.problems[before];
  if (problem?.code !== "expected" || problem.values["wanted"] !== "=") return;
  const hint = nearestName(word, statementWords);
  if (hint !== undefined && hint !== word && problem.hint === undefined) {
    cursor.problems[before] = { ...problem, hint };
  }
}

import { nearestName } from "../core/nearest-name.ts";
import type { Problem, Where } from "../core/problem.ts";
import { createProblem } from "../text/problem.ts";
import { foreignNumber } from "./foreign-habits.ts";
import type { Token } from "./lexer.ts";
import { limits } from "./limits.ts";

/** Ends the reading of one statement; the parser goes on with the next. Never leaves this room. */
export class StatementAbandoned extends Error {}

/** One for all: only that it comes matters, and recording a stack for each would be most of the work. */
const abandoned = new StatementAbandoned();

/** A place in the tokens of a file, with the problems met so far. */
export class Cursor {
  readonly problems: Problem[] = [];
  readonly file: string;
  private readonly tokens: readonly Token[];
  private at = 0;
  private first = 0;
  private depth = 0;
  private readonly depths = new WeakMap<object, number>();

  constructor(tokens: readonly Token[], file: string) {
    this.tokens = tokens;
    this.file = file;
  }

  get token(): Token {
    return this.tokens[this.at];
  }

  ahead(count: number): Token {
    return this.tokens[Math.min(this.at + count, this.tokens.length - 1)];
  }

  where(token: Token = this.token): Where {
    return { file: this.file, line: token.line, column: token.column };
  }

  next(): Token {
    const token = this.token;
    if (token.kind !== "end") this.at++;
    return token;
  }

  isSymbol(text: string, token: Token = this.token): boolean {
    return token.kind === "symbol" && token.text === text;
  }

  isWord(text: string, token: Token = this.token): boolean {
    return token.kind === "name" && token.text === text;
  }

  /** Takes the symbol if it stands here. */
  takeSymbol(text: string): boolean {
    if (!this.isSymbol(text)) return false;
    this.at++;
    return true;
  }

  takeWord(text: string): boolean {
    if (!this.isWord(text)) return false;
    this.at++;
    return true;
  }

  expectSymbol(text: string): Token {
    return this.isSymbol(text) ? this.next() : this.fail("expected", { wanted: text });
  }

  expectWord(text: string, ...others: readonly string[]): Token {
    const known = [text, ...others];
    if (this.token.kind === "name" && known.includes(this.token.text)) return this.next();
    return this.fail("expected", { wanted: known.join(" / ") }, nearestName(this.token.text, known));
  }

  expectName(): Token {
    return this.token.kind === "name" ? this.next() : this.fail("expected-name", {});
  }

  expectText(): Token {
    return this.token.kind === "text" ? this.next() : this.fail("expected-text", {});
  }

  expectNewline(): void {
    if (this.token.kind === "newline") {
      this.at++;
      return;
    }
    const isContinued = this.at > 0 && this.token.line > this.tokens[this.at - 1].line;
    this.fail(isContinued ? "expected-end-continued" : "expected-end", {});
  }

  /** Reports what stands here and abandons the statement. */
  fail(
    code: Parameters<typeof createProblem>[0],
    values: Readonly<Record<string, string | number>>,
    hint?: string,
    token: Token = this.token,
  ): never {
    const foreign =
      token === this.token
        ? foreignNumber(this.tokens.slice(Math.max(0, this.at - 2), this.at), token, this.ahead(1))
        : undefined;
    if (foreign) this.report(foreign.code, this.where(), { found: foreign.found, wanted: foreign.wanted });
    else this.report(code, this.where(token), { found: describeToken(token), ...values }, hint);
    throw abandoned;
  }

  report(
    code: Parameters<typeof createProblem>[0],
    where: Where,
    values: Readonly<Record<string, string | number>>,
    hint?: string,
  ): void {
    if (this.problems.length < limits.problems) {
      this.problems.push(createProblem(code, where, values, { hint }));
    }
  }

  /** Remembers where a statement begins. */
  begin(): void {
    this.first = this.at;
    this.depth = 0;
  }

  /** Goes behind the end of this statement; returns the names in it. */
  skipStatement(): readonly string[] {
    if (this.at > this.first && this.tokens[this.at - 1].kind === "newline") this.at--;
    while (this.token.kind !== "newline" && this.token.kind !== "end") this.at++;
    const names = this.tokens.slice(this.first, this.at).filter((token) => token.kind === "name");
    if (this.token.kind === "newline") this.at++;
    return names.map((token) => token.text);
  }

  /** Reads something nested; too deep a nesting is a problem, not a stack overflow. */
  nested<Result>(read: () => Result): Result {
    if (++this.depth > limits.depth) this.fail("too-deep", { limit: limits.depth });
    const result = read();
    this.depth--;
    return result;
  }

  /** Notes the depth of a new node over its parts, which long chains make deep without any bracket. */
  built<Node extends object>(node: Node, parts: readonly object[]): Node {
    const depth = 1 + parts.reduce((most, part) => Math.max(most, this.depths.get(part) ?? 1), 0);
    if (depth > limits.depth) this.fail("too-deep", { limit: limits.depth });
    this.depths.set(node, depth);
    return node;
  }
}

function describeToken(token: Token): string {
  if (token.kind === "newline" || token.kind === "end") return "⏎";
  return token.kind === "text" ? `"${token.text}"` : token.text;
}

import type { Problem, Where } from "../core/problem.ts";
import { createProblem } from "../text/problem.ts";
import { foreignSignAt } from "./foreign-habits.ts";
import { limits } from "./limits.ts";

/** A piece of the text. `spaced` tells `x [1]` (a unit) from `x[1]` (an index). */
export interface Token {
  readonly kind: "name" | "number" | "date" | "text" | "symbol" | "newline" | "end";
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly spaced: boolean;
}

const wholeLine = /[^\n\r]*/y;
/** Groups in the order of `kinds`; numbers cost less than names here, where half of all reading happens. */
const pattern =
  /(#[^\n\r]*)|(\d{4}(?:Q[1-4]|M(?:0[1-9]|1[0-2]))(?![\w.]))|((?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|([\p{L}_$€£¥%][\p{L}\p{N}_$€£¥%]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*'*)|("(?:[^"\\\n\r]|\\.)*")|(?:->|\.\.|<=|>=|==|!=|\+=|\*=|[-+*/^()[\]{}:,=<>~])/uy;
const kinds = ["comment", "date", "number", "name", "text"] as const;

function kindOf(match: RegExpExecArray): (typeof kinds)[number] | "symbol" {
  for (let group = 0; group < kinds.length; group++) if (match[group + 1] !== undefined) return kinds[group];
  return "symbol";
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0;
}

/**
 * Cuts a text into tokens. A statement ends where a line begins that is not indented deeper than the first one;
 * deeper lines continue it, so only the ends of statements are tokens (`newline`).
 */
export function readTokens(
  text: string,
  file: string,
): { readonly tokens: readonly Token[]; readonly problems: readonly Problem[] } {
  const tokens: Token[] = [];
  const problems: Problem[] = [];
  const report = (code: Parameters<typeof createProblem>[0], where: Where, values = {}): void => {
    if (problems.length < limits.problems) problems.push(createProblem(code, where, values));
  };
  let margin: number | undefined;
  let line = 0;
  // A byte order mark says nothing.
  for (let at = text.startsWith("\ufeff") ? 1 : 0; at <= text.length;) {
    line++;
    wholeLine.lastIndex = at;
    const length = wholeLine.exec(text)?.[0].length ?? 0;
    const end = at + length;
    const next = text.startsWith("\r\n", end) ? end + 2 : end + 1;
    if (length > limits.line) {
      report("line-too-long", { file, line, column: 1 }, { length, limit: limits.line });
      at = next;
      continue;
    }
    let first = true;
    let spaced = true;
    for (let from = at; from < end;) {
      if (isBlank(text.charCodeAt(from))) {
        from++;
        spaced = true;
        continue;
      }
      const column = from - at + 1;
      const foreign = foreignSignAt(text, from);
      if (foreign) {
        report("foreign-sign", { file, line, column }, { found: foreign.sign, wanted: foreign.wanted });
        // What is left of the line would be told as more mistakes.
        from = end;
        continue;
      }
      pattern.lastIndex = from;
      const match = pattern.exec(text);
      if (!match) {
        report(
          text[from] === '"' ? "text-open" : "strange-character",
          { file, line, column },
          {
            character: characterName(text, from),
          },
        );
        from = text[from] === '"' ? end : from + String.fromCodePoint(text.codePointAt(from) ?? 0).length;
        spaced = true;
        continue;
      }
      from = pattern.lastIndex;
      const kind = kindOf(match);
      if (kind === "comment") continue;
      if (first) {
        margin ??= column;
        const last = tokens.at(-1);
        if (column <= margin && last)
          tokens.push({ kind: "newline", text: "", ...endOf(last), spaced: true });
        first = false;
      }
      tokens.push({
        kind,
        text: kind === "text" ? match[0].slice(1, -1).replace(/\\(.)/g, "$1") : match[0],
        line,
        column,
        spaced,
      });
      spaced = false;
    }
    at = next;
  }
  const last = tokens.at(-1);
  const place = { ...(last ? endOf(last) : { line: 1, column: 1 }), spaced: true };
  tokens.push({ kind: "newline", text: "", ...place }, { kind: "end", text: "", ...place });
  return { tokens, problems };
}

/** The place behind a token. */
function endOf({ kind, text, line, column }: Token): Pick<Token, "line" | "column"> {
  return { line, column: column + text.length + (kind === "text" ? 2 : 0) };
}

function characterName(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return /[\p{Cc}\p{Cf}\p{Cs}]/u.test(String.fromCodePoint(code))
    ? name
    : `${String.fromCodePoint(code)} (${name})`;
}

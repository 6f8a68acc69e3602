import type { Problem, Where } from "../core/problem.ts";
import { createProblem } from "../text/problem.ts";
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
const pattern =
  /(?<space>[ \t\u00a0]+)|(?<comment>#[^\n\r]*)|(?<date>\d{4}(?:Q[1-4]|M(?:0[1-9]|1[0-2]))(?![\w.]))|(?<number>(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[\p{L}_$€£¥%][\p{L}\p{N}_$€£¥%]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*'*)|(?<text>"(?:[^"\\\n\r]|\\.)*")|(?<symbol>->|\.\.|<=|>=|==|!=|\+=|\*=|[-+*/^()[\]{}:,=<>~])/uy;

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
  for (let at = 0; at <= text.length;) {
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
      pattern.lastIndex = from;
      const match = pattern.exec(text);
      const column = from - at + 1;
      if (!match?.groups) {
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
      const { space, comment, text: quoted } = match.groups;
      if (space !== undefined || comment !== undefined) {
        spaced = true;
        continue;
      }
      if (first) {
        margin ??= column;
        const last = tokens.at(-1);
        if (column <= margin && last)
          tokens.push({ kind: "newline", text: "", ...endOf(last), spaced: true });
        first = false;
      }
      const kind = (["name", "number", "date", "symbol"] as const).find(
        (k) => match.groups?.[k] !== undefined,
      );
      tokens.push({
        kind: kind ?? "text",
        text: quoted === undefined ? match[0] : quoted.slice(1, -1).replace(/\\(.)/g, "$1"),
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

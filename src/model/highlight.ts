import { functionNames } from "./build-expression.ts";
import { readTokens } from "./lexer.ts";
import { statementWords } from "./parse-statement.ts";

/** What a piece of a model text is, for colours. */
export type TokenRole = "keyword" | "function" | "number" | "date" | "text" | "comment" | "name";

/** A piece of a text by offsets, `to` not included. */
export interface Highlight {
  readonly from: number;
  readonly to: number;
  readonly role: TokenRole;
}

const words: ReadonlySet<string> = new Set(statementWords);
const inner: ReadonlySet<string> = new Set(
  "if then else and or not in of at after from to by with as owe owes de en".split(" "),
);
const functions: ReadonlySet<string> = new Set(functionNames);

/**
 * The pieces of a model text that deserve a colour, in order: as the lexer cuts them.
 *
 * @example
 * import { highlight } from "kreislauf/model";
 * highlight("param a = 2 # two").map(({ role }) => role); // → ["keyword", "name", "number", "comment"]
 */
export function highlight(text: string): readonly Highlight[] {
  const lines = lineStarts(text);
  const found: Highlight[] = [];
  const { tokens } = readTokens(text, "");
  let first = true;
  let end = 0;
  for (const token of tokens) {
    if (token.kind === "newline" || token.kind === "end") {
      first = true;
      continue;
    }
    const from = lines[token.line - 1] + token.column - 1;
    comments(text, end, from, found);
    end = from + lengthAt(text, from, token.text.length, token.kind === "text");
    if (token.kind === "name") {
      const role =
        (first && words.has(token.text)) || inner.has(token.text)
          ? "keyword"
          : functions.has(token.text) && text[end] === "("
            ? "function"
            : "name";
      found.push({ from, to: end, role });
    } else if (token.kind !== "symbol") found.push({ from, to: end, role: token.kind });
    first = false;
  }
  comments(text, end, text.length, found);
  return found;
}

/** Comments between two tokens. */
function comments(text: string, from: number, to: number, found: Highlight[]): void {
  for (const match of text.slice(from, to).matchAll(/#[^\n\r]*/g)) {
    found.push({ from: from + match.index, to: from + match.index + match[0].length, role: "comment" });
  }
}

/** A quoted text is as long as it is written, not as it is read. */
function lengthAt(text: string, from: number, length: number, isText: boolean): number {
  if (!isText) return length;
  const quoted = /^"(?:[^"\\\n\r]|\\.)*"/.exec(text.slice(from, from + 2 * length + 2));
  return quoted?.[0].length ?? length;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return starts;
}

import type { Cursor } from "./cursor.ts";
import { parseIndices } from "./parse-expression.ts";
import type { Notes, TargetSyntax, UnitSyntax } from "./syntax.ts";

export const noNotes: Notes = { en: undefined, de: undefined, unit: undefined, source: undefined };

/** A unit in brackets, a text, `de "…"`, `from "…"`: in any order, each at most once. */
export function parseNotes(cursor: Cursor, before: Notes = noNotes): Notes {
  const notes: { -readonly [Key in keyof Notes]: Notes[Key] } = { ...before };
  const set = <Key extends keyof Notes>(key: Key, read: () => Notes[Key]): void => {
    if (notes[key] !== undefined) cursor.fail("said-twice", {});
    notes[key] = read();
  };
  for (;;) {
    const followed = cursor.ahead(1).kind === "text";
    if (cursor.token.kind === "text") set("en", () => cursor.next().text);
    else if (cursor.isSymbol("[")) set("unit", () => parseUnitText(cursor));
    else if (followed && cursor.takeWord("de")) set("de", () => cursor.next().text);
    else if (followed && cursor.takeWord("en")) set("en", () => cursor.next().text);
    else if (followed && cursor.takeWord("from")) set("source", () => cursor.next().text);
    else return notes;
  }
}

function parseUnitText(cursor: Cursor): UnitSyntax {
  const where = cursor.where(cursor.expectSymbol("["));
  let text = "";
  while (!cursor.isSymbol("]")) {
    const { token } = cursor;
    if (token.kind === "newline" || token.kind === "end" || token.kind === "text") {
      cursor.fail("expected", { wanted: "]" });
    }
    text += (token.spaced && text !== "" ? " " : "") + cursor.next().text;
  }
  cursor.expectSymbol("]");
  return { text, where };
}

/** A name with its indices, as the left side of a statement. */
export function parseTarget(cursor: Cursor): TargetSyntax {
  const where = cursor.where();
  const name = cursor.expectName().text;
  const { indices, lag } = parseIndices(cursor);
  if (lag > 0) cursor.fail("lag-on-left", { name });
  return { name, indices, where };
}

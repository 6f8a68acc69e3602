import { describe, expect, it } from "vitest";
import { readTokens } from "./lexer.ts";

const kinds = (text: string): readonly string[] =>
  readTokens(text, "x.kl").tokens.map(({ kind, text: shown }) =>
    kind === "newline" ? "⏎" : kind === "end" ? "." : shown,
  );

describe("readTokens", () => {
  it("cuts names, numbers, dates, texts and signs", () => {
    expect(kinds('a.b[c, -1] = 0..1 -> 1.5e3 "x\\"y" 2027Q1 bank\' # rest')).toEqual(
      "a.b|[|c|,|-|1|]|=|0|..|1|->|1.5e3|x\"y|2027Q1|bank'|⏎|.".split("|"),
    );
  });

  it("continues a statement on deeper lines, whatever the margin", () => {
    expect(kinds("  a = 1 +\n    2\n\n  b = 3")).toEqual("a|=|1|+|2|⏎|b|=|3|⏎|.".split("|"));
  });

  it("knows every line end, line and column", () => {
    const { tokens } = readTokens("a\r\nbb c\rd", "x.kl");
    const places = tokens.filter(({ kind }) => kind === "name").map(({ line, column }) => [line, column]);
    expect(places).toEqual([
      [1, 1],
      [2, 1],
      [2, 4],
      [3, 1],
    ]);
  });

  it("notes the blank before a bracket, and reports characters without meaning once each", () => {
    const { tokens, problems } = readTokens("a [b] c[d] @ \u0007", "x.kl");
    expect(tokens.filter(({ text }) => text === "[").map(({ spaced }) => spaced)).toEqual([true, false]);
    expect(problems.map(({ values }) => values["character"])).toEqual(["@ (U+0040)", "U+0007"]);
  });
});

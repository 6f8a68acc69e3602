import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { functionNames, statementWords } from "../src/model/index.ts";

interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
}

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const grammar = JSON.parse(read("editors/kreislauf.tmLanguage.json")) as {
  readonly scopeName: string;
  readonly patterns: readonly { readonly include: string }[];
  readonly repository: Readonly<Record<string, Rule>>;
};
const pattern = (rule: string): RegExp => new RegExp(grammar.repository[rule].match ?? "", "u");

/** Words between statements' names that the parser asks for: read from its source, so that none is forgotten. */
const parserWords = readdirSync(new URL("../src/model/", import.meta.url))
  .filter((file) => /^pars.*\.ts$/.test(file))
  .flatMap((file) => [
    ...read(`src/model/${file}`).matchAll(/(?:takeWord|expectWord|isWord)\(((?:"[a-z]+"(?:, )?)+)/g),
  ])
  .flatMap((match) => [...match[1].matchAll(/"([a-z]+)"/g)].map(([, word]) => word));

describe("highlighting of model files", () => {
  it("knows every word that begins a statement", () => {
    const unknown = statementWords.filter((word) => !pattern("statement").test(`${word} name`));
    expect(unknown).toEqual([]);
    expect(pattern("statement").test("unit = 3")).toBe(false);
  });

  it("knows every other word of the parser", () => {
    const lengths = ["year", "quarter", "month", "day"];
    const unknown = parserWords.filter((word) => !lengths.includes(word) && !pattern("word").test(word));
    expect(parserWords.length).toBeGreaterThan(15);
    expect(unknown).toEqual([]);
  });

  it("knows every function", () => {
    const sectorFunctions = ["networth", "assets", "liabilities", "receipts", "payments", "netlending"];
    const unknown = [...functionNames, ...sectorFunctions].filter(
      (name) => !pattern("function").test(`${name}(`),
    );
    expect(unknown).toEqual([]);
  });

  it("includes rules that exist and compile", () => {
    expect(grammar.scopeName).toBe("source.kreislauf");
    for (const { include } of grammar.patterns) {
      const rule = grammar.repository[include.slice(1)];
      expect(rule.name ?? rule.captures?.["1"].name).toContain("kreislauf");
      expect(() => new RegExp(rule.match ?? rule.begin ?? "(", "u")).not.toThrow();
    }
  });

  it("tells units from indices, and dates from numbers", () => {
    expect(pattern("unit").exec("param a = 1 [$/year]")?.[0]).toBe("[$/year]");
    expect(pattern("unit").test("H[-1]")).toBe(false);
    expect(pattern("date").exec("from 2027Q1")?.[0]).toBe("2027Q1");
    expect(pattern("number").exec("0..1")?.[0]).toBe("0");
  });
});

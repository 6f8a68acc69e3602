import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readPeriod } from "../src/core/period.ts";
import type { Problem } from "../src/core/problem.ts";
import { tables } from "../src/dossier/columns.ts";
import { evaluateFormula } from "../src/dossier/formula.ts";
import { claimsSchema, headerSchema } from "../src/dossier/header-schema.ts";
import { deriveFigures, readDossier } from "../src/dossier/index.ts";
import { readTable } from "../src/dossier/table.ts";
import { readYaml } from "../src/dossier/yaml-document.ts";
import { formatProblem } from "../src/text/index.ts";
import { sampleFiles } from "./sample-dossier.ts";

/** Numbers that look random and are the same in every run (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What breaks parsers: quotes, separators, brackets, control and direction characters, long runs, odd names. */
const poison = [
  '"',
  '""',
  "'",
  ",",
  ";",
  ":",
  "\n",
  "\r\n",
  "\t",
  " ",
  "-",
  "- ",
  "&a ",
  "*a",
  "!!x ",
  "|",
  ">",
  "%",
  "#",
  "?",

  "{",
  "}",
  "[",
  "]",
  "(",
  ")",
  "/",
  "*",
  "+",
  ".",
  "1e999",
  "NaN",
  "-0",
  "1,5",
  "2025-02-30",
  "0000",
  "9".repeat(40),

  "\u0000",
  "\u202e",
  "\ufeff",
  "\ud800",
  "\u2028",
  "ß",
  "💥",
  "__proto__",
  "constructor",
  "((((",
  "[[[[",
  "~",
  "<<: ",
];

function mutate(text: string, random: (below: number) => number): string {
  let result = text;
  for (let times = 1 + random(4); times > 0; times--) {
    const at = random(result.length + 1);
    const length = random(8);
    switch (random(5)) {
      case 0:
        result = result.slice(0, at) + result.slice(at + length);
        break;
      case 1:
        result = result.slice(0, at) + poison[random(poison.length)] + result.slice(at);
        break;
      case 2:
        result =
          result.slice(0, at) + String.fromCharCode(random(random(2) ? 128 : 65_536)) + result.slice(at + 1);
        break;
      case 3:
        result = result.slice(0, at) + result.slice(at, at + length).repeat(1 + random(6)) + result.slice(at);
        break;
      default:
        result = random(4) ? result : result.slice(0, at);
    }
  }
  return result;
}

const cases = 100_000;

/** Runs the parser on mutated seeds; returns the longest time of a case in milliseconds. */
function bombard(
  seeds: readonly string[],
  parse: (text: string) => readonly Problem[],
  count = cases,
): number {
  const random = seeded(2025);
  let longest = 0;
  for (let run = 0; run < count; run++) {
    const text = mutate(seeds[run % seeds.length], random);
    const start = performance.now();
    try {
      const problems = parse(text);
      for (const problem of run % 50 === 0 ? problems : []) check(problem);
    } catch (error) {
      throw new Error(`case ${run} crashed on ${JSON.stringify(text)}`, { cause: error });
    }
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}

function check(problem: Problem): void {
  const { line, column } = problem.where;
  if (!(line >= 0 && column >= 0)) throw new Error(`no place: ${JSON.stringify(problem)}`);
  for (const language of ["de", "en"] as const) {
    const sentence = formatProblem(problem, language);
    if (/\bundefined\b|\{\w+\}(?<!"\w)/.test(sentence) && !JSON.stringify(problem.values).includes("{")) {
      throw new Error(`no sentence: ${sentence}`);
    }
  }
}

const tableSeeds = [
  "id,name_en,name_de,roles,boundary\na,A,A,chips,no\n",
  'id,name_en,name_de,roles,boundary\r\n"a","A ""b""","A,\nB",lab;cloud,yes\r\n',
];
const smallSchema = z.strictObject({
  a: z.array(z.string()).optional(),
  kind: z.enum(["near", "span"]).optional(),
});
const smallYamlSeeds = ["a: [x, &b y]\nkind: near\n", "a:\n- 'x'\n- >-\n  y\n", '{ a: ["x"], kind: span }'];
const yamlSeeds = [
  'format: 1\nid: a\ntitle: { de: A, en: "B" }\ncurrency: USD\n',
  "vintages: [2025-11-17]\nsummary:\n  de: >-\n    x\n  en: &a y\nfocus: *a\n",
];
const claimSeed = "- id: a\n  tests:\n    - { kind: near, stated: A1, found: [A2], tolerance: 0.1 }\n";
const formulaSeeds = ["A1 + (A2 - 3.5e2) * mean(A1, 2)", "sum(A1, A2) / max(1, A2)", "-A1 * -(2)"];
const periodSeeds = ["2025-10-21", "2025-Q3", "2025-H1/2026-02", "2024-02-29", "2025"];

const figures = new Map(
  ["A1", "A2"].map((id) => [
    id,
    { ...readDossier(new Map(Object.entries(sampleFiles))).value!.figures[0], id },
  ]),
);

describe(`${cases.toLocaleString("en")} spoilt inputs: no crash, none longer than a second`, () => {
  it("tables", () => {
    expect(bombard(tableSeeds, (text) => readTable("t.csv", text, tables.actors).problems)).toBeLessThan(
      1000,
    );
  });

  it("YAML", () => {
    const parse = (text: string): readonly Problem[] => readYaml("d.yaml", text, headerSchema).problems;
    const small = (text: string): readonly Problem[] => readYaml("s.yaml", text, smallSchema).problems;
    const bare = (text: string): readonly Problem[] => readYaml("b.yaml", text, z.unknown()).problems;
    expect(bombard(smallYamlSeeds, bare)).toBeLessThan(1000);
    expect(bombard(smallYamlSeeds, small, 10_000)).toBeLessThan(1000);
    expect(bombard(yamlSeeds, parse, 3_000)).toBeLessThan(1000);
    const claims = (text: string): readonly Problem[] => readYaml("c.yaml", text, claimsSchema).problems;
    expect(bombard([claimSeed], claims, 3_000)).toBeLessThan(1000);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("formulas", () => {
    const parse = (text: string): readonly Problem[] => {
      const { quantity, fault } = evaluateFormula(text, figures);
      if (!quantity && !fault) throw new Error("neither a value nor a fault");
      if (fault && (fault.at < 0 || fault.at > text.length)) throw new Error("no place");
      return [];
    };
    expect(bombard(formulaSeeds, parse)).toBeLessThan(1000);
  });

  it("periods", () => {
    const parse = (text: string): readonly Problem[] => {
      const period = readPeriod(text);
      if (period && !(period.start <= period.end && Number.isInteger(period.start)))
        throw new Error("no period");
      return [];
    };
    expect(bombard(periodSeeds, parse)).toBeLessThan(1000);
  });
});

describe("whole dossiers", () => {
  it("spoilt in one file give a dossier or an error, never both nor neither", () => {
    const names = Object.keys(sampleFiles);
    for (const name of names) {
      const parse = (text: string): readonly Problem[] => {
        const { value, problems } = readDossier(new Map([...Object.entries(sampleFiles), [name, text]]));
        const failed = problems.some(({ severity }) => severity === "error");
        if (failed === (value !== undefined)) throw new Error("both or neither");
        return problems;
      };
      expect(bombard([sampleFiles[name]], parse, 300)).toBeLessThan(1000);
    }
  });

  it("derive without a crash, and the second time changes nothing", () => {
    const parse = (text: string): readonly Problem[] => {
      const once = deriveFigures(text);
      if (once.problems.length === 0 && deriveFigures(once.text).text !== once.text)
        throw new Error("not settled");
      return once.problems;
    };
    expect(bombard([sampleFiles["figures.csv"]], parse, 3_000)).toBeLessThan(1000);
  });
});

it("any text at all is read by every parser", () => {
  const text = fc.string({ unit: "binary", maxLength: 60 });
  fc.assert(
    fc.property(text, (given) => {
      readTable("t.csv", given, tables.actors);
      readYaml("d.yaml", given, headerSchema);
      evaluateFormula(given, figures);
      readPeriod(given);
      deriveFigures(given);
    }),
    { numRuns: 500 },
  );
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeProblem, formatProblemWithSource } from "../text/index.ts";
import { compile } from "./compile.ts";

const sim = readFileSync(new URL("../../models/textbook/sim.kl", import.meta.url), "utf8");
const pc = readFileSync(new URL("../../models/textbook/pc.kl", import.meta.url), "utf8");

const told = (text: string): readonly string[] =>
  compile(text).problems.map((problem) => `${problem.where.line}:${problem.where.column} ${problem.code}`);
const said = (text: string): string => describeProblem(compile(text).problems[0], "en");
const lineOf = (text: string, start: string): number =>
  text.split("\n").findIndex((line) => line.startsWith(start)) + 1;

describe("accounting mistakes", () => {
  it("a missing equation names those of which one needs it", () => {
    const text = sim.replace(/^T  = .*\n/m, "");
    expect(told(text)).toEqual([`${lineOf(text, "asset H")}:7 needs-equation`]);
    expect(said(text)).toContain("One of H, T needs an equation");
    expect(said(pc.replace(/^C   = .*\n/m, ""))).toContain("One of C, Y needs an equation");
  });

  it("an equation for what a budget determines is a leak that names both places", () => {
    const text = sim.replace("init H", "H = H[-1] + YD - C\ninit H");
    expect(told(text)).toEqual([`${lineOf(text, "H = ")}:1 leak`]);
    expect(said(text)).toMatch(
      /Money leaks at government \(declared in line 6\).*H \(24\), T \(21\).*for example H/,
    );
    expect(said(sim.replace("init H", "Y = C + G\ninit H"))).toMatch(/leaks at firms.*for example Y/);
  });

  it("money that has an end but no beginning", () => {
    expect(told(sim.replace(": firms -> households", ": -> households"))[0]).toMatch(/12:59 expected-sector/);
  });

  it("two equations name both places", () => {
    expect(said(`${sim}\nC = 3\n`)).toContain("“C” is determined twice: here and in line 22.");
    expect(said(`${sim}\nG = 3\n`)).toContain("“G” is determined twice");
  });

  it("a lag before the start", () => {
    const text = sim.replace(/^init H = 0$/m, "");
    expect(told(text)).toEqual([`${lineOf(text, "C  =")}:29 lag-before-start`]);
    expect(said(text)).toContain("init H = …");
  });
});

describe("unknown names", () => {
  it("come with the nearest known one, all in one run", () => {
    const text = sim
      .replace("alpha1 * YD", "alpa1 * YD")
      .replace(": government -> firms", ": goverment -> firms");
    expect(compile(text).problems.map(({ code, hint }) => [code, hint])).toEqual([
      ["unknown-sector", "government"],
      ["unknown-name", "alpha1"],
    ]);
    expect(compile("x = mx(1, 2)").problems[0].hint).toBe("max");
    expect(compile("secor a, b").problems[0].hint).toBe("sector");
    expect(compile("dim f = nvidia\nx[f] = 1\ny = x[nvidai]").problems[0].hint).toBe("nvidia");
  });
});

describe("units", () => {
  it("must agree in sums, equations and comparisons", () => {
    const text = sim.replace("C  = alpha1 * YD + alpha2 * H[-1]", "C  = alpha1 * YD + theta * H");
    expect(said(text)).toBe("Units do not match: alpha1 * YD is [$/year], theta * H is [$].");
    expect(said(sim.replace("T  = theta * Y", "T  = theta * Y * exp(Y)"))).toBe(
      "exp wants a plain number, but this is [$/year].",
    );
    expect(told(sim.replace('[1/year]  "propensity', '[good]  "propensity'))).toContain("18:33 unit-unknown");
  });

  it("let a stock grow by flows of a period", () => {
    const growing =
      "unit $\nparam r = 0.1 [1/year]\nK = K[-1] + I - r * K[-1] [$]\nI = 5 [$/year]\ninit K = 1";
    expect(told(growing)).toEqual([]);
  });
});

describe("form", () => {
  it("several problems a file, each with its line; what only follows is not told", () => {
    const text = "sector a, b\nflow C a -> b\nflow G : a -> b = (1 + 2\nparam x = \ny = x + z9\n";
    expect(told(text)).toEqual([
      "2:8 expected-parties",
      "3:25 expected",
      "4:10 expected-expression",
      "5:9 unknown-name",
    ]);
  });

  it("shows the line and a caret, cut around the place if it is long", () => {
    const text = `x = ${"1 + ".repeat(60)}y9`;
    const [, line, caret] = formatProblemWithSource(compile(text).problems[0], text, "en").split("\n");
    expect(line.length).toBeLessThan(120);
    expect(line[caret.length - 1]).toBe("y");
  });

  it("an indented line continues the statement above, and says so", () => {
    expect(told("x = 1 +\n  2\ny = x")).toEqual([]);
    expect(said("x = 1\n  y = 2")).toContain("a line that is indented deeper continues the one above");
  });
});

describe("bad input ends with a problem", () => {
  const cases: Readonly<Record<string, readonly [text: string, code: string]>> = {
    "an empty file": ["", "empty-model"],
    "a file of comments": ["# nothing", "empty-model"],
    "64 KiB of brackets": ["(".repeat(65_536), "line-too-long"],
    "brackets over many lines": ["x =\n" + ` ${"(".repeat(1000)}\n`.repeat(64), "too-deep"],
    "signs without end": [`x = ${"-".repeat(15_000)}1`, "too-deep"],
    "a sum without end": [`x = 1${"+1".repeat(9000)}`, "too-deep"],
    "a line of 1 MB": [`x = ${"a".repeat(1 << 20)}`, "line-too-long"],
    "NUL and turned writing": ["x = \u0000 1 \u202e", "strange-character"],
    "a number beyond all bounds": ["param x = 1e999", "number-too-large"],
    "a parameter that is not finite": ["param x = exp(1000)", "parameter-value-not-finite"],
    "a division by zero": ["x = 1 / 0", "division-by-zero"],
    "a product of dimensions": ["dim a = 1000\ndim b = 1000\nx[a, b] = 1", "too-many-elements"],
    "a sum of sums": ["dim a = 900\nparam p[a] = 1\nx[a] = sum(a': p[a'] * p[a])", "model-too-large"],
    "5,000 unknown names": [
      Array.from({ length: 5000 }, (_, i) => `v${i} = w${i}`).join("\n"),
      "unknown-name",
    ],
  };

  it.each(Object.entries(cases))("%s", (_, [text, code]) => {
    expect(compile(text).problems.map((problem) => problem.code)).toContain(code);
  });

  it("but 5,000 variables are none", () => {
    const text = Array.from({ length: 5000 }, (_, i) => `v${i} = ${i === 0 ? 1 : `v${i - 1} + 1`}`).join(
      "\n",
    );
    expect(compile(text).value?.system.variables.length).toBe(5000);
  });
});

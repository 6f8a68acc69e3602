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
    expect(told(text)).toEqual([`${lineOf(text, "flow T")}:6 needs-equation`]);
    expect(said(text)).toContain("One of T, H needs an equation");
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

describe("habits from elsewhere", () => {
  const tax = "T  = theta * Y";
  const habits: readonly (readonly [ours: string, theirs: string, problem: string, right: string])[] = [
    [tax, "T  == theta * Y", "21:4 expected", "="],
    [tax, "T  := theta * Y", "21:4 foreign-sign", "="],
    [tax, "T  = 0,2 * Y", "21:7 comma-in-number", "0.2"],
    ["init H = 0", "init H = 0,5", "24:12 comma-in-number", "0.5"],
    ["0.6   in 0..1", "1.000,6   in 0..1", "17:22 comma-in-number", "1000.6"],
    ["0.2   in", "20% in", "16:18 percent-sign", "0.2"],
    ["H[-1]", "H(-1)", "22:29 value-called", "H[-1]"],
    ["H[-1]", "H[t-1]", "22:32 lag-form", "[-1]"],
    ["H[-1]", "H[+1]", "22:31 lag-form", "[-1]"],
    ["H[-1]", "H[1]", "22:29 no-indices", "H[-1]"],
    ["H[-1]", "prev(H)", "22:29 unknown-function", "lag"],
    [tax, "T  = theta * Y // all pay", "21:16 foreign-sign", "#"],
    [tax, "T  = theta * Y;", "21:15 foreign-sign", "the end of the line"],
    [tax, "T  = theta * Y ** 2", "21:16 foreign-sign", "^"],
    [tax, "T  = if Y > 0 && Y < 9 then Y else theta * Y", "21:15 foreign-sign", "and"],
    [tax, "T  = theta × Y", "21:12 foreign-sign", "*"],
    ["YD = Y - T", "YD = Y − T", "20:8 foreign-sign", "-"],
    ['"tax rate"', "'tax rate'", "16:43 foreign-sign", '"'],
    [tax, "T  = theta Y", "21:12 expected-end", "an operator"],
    [tax, "T  = theta * Y)", "21:15 expected-end", "the end of the line"],
    [tax, "T  = theta * (Y + 1", "21:20 expected", ")"],
    [tax, "T  = if Y > 0 then theta * Y", "21:29 expected", "else"],
    [tax, "T  = theta * ln(Y)", "21:14 unknown-function", "log"],
    [tax, "T[-1]  = theta * Y", "21:8 lag-on-left", "without a lag"],
    ["households -> firms", "households => firms", "10:67 expected", "->"],
    ["households -> firms", "households firms", "10:67 expected", "->"],
    ["government owes households", "households owns government", "8:48 expected", "owes"],
    ["0.2   in 0..0.6", "0.2   in 0.6..0", "16:7 range-falls", "0.6..0"],
    ["0.2   in 0..0.6", "0.7   in 0..0.6", "16:7 outside-range", "0..0.6"],
    ["flow T", "FLOW T", "13:6 expected", "flow"],
    ["model SIM", "modell SIM", "2:8 expected", "model"],
    ["check H =", "period = 3\ncheck H =", "29:1 reserved-name", "cannot be a name"],
  ];

  it.each(habits)("%s written as %s", (ours, theirs, problem, right) => {
    expect(sim).toContain(ours);
    const text = sim.replace(ours, theirs);
    expect(told(text)).toContain(problem);
    const found = compile(text).problems.find(({ code }) => problem.endsWith(code));
    expect(found && describeProblem(found, "en")).toContain(right);
    expect(compile(text).problems.length).toBeLessThan(3);
  });

  it("a parameter that gives a flow has the unit of the flow", () => {
    const text = sim.replace("[$/year]", "[$]");
    expect(told(text)).toEqual([`${lineOf(text, "param G")}:33 unit-mismatch`]);
    expect(said(text)).toBe("Units do not match: G is [$/year], param G is [$].");
    expect(told(sim.replace("[$/year]", "[furlong]"))).toEqual([
      `${lineOf(text, "param G")}:33 unit-unknown`,
    ]);
  });

  it("a run has a number of periods from one on", () => {
    expect(told(sim.replace("for 60", "for -5"))).toEqual(["4:1 model-periods"]);
    expect(said(sim.replace("for 60", "for -5"))).toContain("not -5");
    expect(told(sim.replace("for 60", "for theta"))).toEqual(["4:1 model-periods"]);
  });

  it("a scenario that begins after the last period is asked whether that is meant", () => {
    const { value, problems } = compile(sim.replace("G = 25 from 5", "G = 25 from 500"));
    expect(problems).toMatchObject([
      { code: "scenario-late", severity: "warning", values: { from: 500, periods: 60 } },
    ]);
    expect(value).toBeDefined();
  });

  it("a value that is missing is told where it is missing", () => {
    expect(told(sim.replace("= 0.2  ", "=   "))).toContain("16:19 expected-expression");
    expect(told(sim.replace("theta * Y", "if then 1 else 2"))).toContain("21:9 expected-expression");
    expect(told(sim.replace("theta * Y", "if Y<-1 then 1 else theta * Y"))).toEqual([]);
  });

  it("marks of byte order, line ends of Windows and tabs do no harm", () => {
    expect(told(`\ufeff${sim.replaceAll("\n", "\r\n").replaceAll("  = ", "\t=\t")}`)).toEqual([]);
  });

  it("who pays oneself is asked whether that is meant", () => {
    const { value, problems } = compile(
      "sector a, b\nflow G : a -> b = 1\nflow C : b -> a\nflow X : a -> a = 2",
    );
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["pays-itself", "warning"]]);
    expect(value).toBeDefined();
  });
});

import { describe, expect, it } from "vitest";
import { compile } from "../src/model/index.ts";
import { simulate } from "../src/simulate/index.ts";
import { formatProblemWithSource } from "../src/text/index.ts";

/** Lines of a model, one a number. */
const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");
/** The same numbers that look random each time. */
const scattered = (i: number, k: number, count: number): number =>
  (((i + 1) * (k + 17) * 2_654_435) % 1_000_003) % count;

/** The problems of a text, from reading it and, if that goes well, from running it. */
function problemsOf(text: string): ReturnType<typeof compile>["problems"] {
  const { value, problems } = compile(text);
  return value ? [...problems, ...simulate(value.system).problems] : problems;
}

/** Seconds of work; another process on the machine disturbs the first of three tries, not all. */
function secondsOf(work: () => void): number {
  let least = Infinity;
  for (let attempt = 0; attempt < 3 && least > 1; attempt++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}

const bad: Readonly<Record<string, readonly [text: string, code: string]>> = {
  "an empty file": ["", "empty-model"],
  "a file of comments": ["# nothing", "empty-model"],
  "64 KiB of brackets": ["(".repeat(65_536), "line-too-long"],
  "brackets over many lines": ["x =\n" + ` ${"(".repeat(1000)}\n`.repeat(64), "too-deep"],
  "signs without end": [`x = ${"-".repeat(15_000)}1`, "too-deep"],
  "a sum without end": [`x = 1${"+1".repeat(9000)}`, "too-deep"],
  "differences of differences": [`x = ${"d(".repeat(60)}y${")".repeat(60)}\ny = 1`, "model-too-large"],
  "a line of 1 MB": [`x = ${"a".repeat(1 << 20)}`, "line-too-long"],
  "NUL and turned writing": ["x = \u0000 1 \u202e", "strange-character"],
  "a number beyond all bounds": ["param x = 1e999", "number-too-large"],
  "a parameter that is not finite": ["param x = exp(1000)", "parameter-value-not-finite"],
  "a parameter that is no number": ["param x = log(-1)", "parameter-value-not-finite"],
  "a division by the number zero": ["x = 1 / 0", "division-by-zero"],
  "a division by zero at the start": ["x = x[-1] / (1 - y[-1])\ny = 1\ninit x = 1, y = 1", "not-finite"],
  "an initial value that is not finite": ["param p = 0\nx = x[-1]\ninit x = log(p)", "start-not-finite"],
  "an explosive path": ["period year for 10000\nx = x[-1] ^ 2\ninit x = 2", "not-finite"],
  "a lag beyond all bounds": ["x = lag(x, 1000000000)\ninit x = 1", "bad-lag"],
  "a lag of lags": [`x = ${"lag(".repeat(9)}x${", 300)".repeat(9)}\ninit x = 1`, "bad-lag"],
  "periods beyond all bounds": ["period year for 1000000000\nx = 1", "model-periods"],
  "a dimension beyond all bounds": ["dim a = 1000000000\nx[a] = 1", "too-many-elements"],
  "a product of dimensions": ["dim a = 1000\ndim b = 1000\nx[a, b] = 1", "too-many-elements"],
  "a sum of sums": ["dim a = 900\nparam p[a] = 1\nx[a] = sum(a': p[a'] * p[a])", "model-too-large"],
  "5,000 unknown names": [lines(5000, (i) => `v${i} = w${i}`), "unknown-name"],
  "5,000 equations for one name": [lines(5000, (i) => `x = ${i}`), "determined-twice"],
  "5,000 flows among 3,000 sectors that nothing determines": [
    `${lines(3000, (i) => `sector s${i}`)}\n${lines(5000, (i) => `flow f${i} : s${i % 3000} -> s${(i + 1) % 3000}`)}`,
    "needs-equation",
  ],
  "5,000 flows that are all given": [
    `${lines(2000, (i) => `sector s${i}`)}\n${lines(5000, (i) => `flow f${i} : s${(i * 13) % 2000} -> s${(i * 17 + 1) % 2000} = ${i}`)}`,
    "leak",
  ],
  "1,000 variables that all depend on each other": [
    lines(
      1000,
      (i) => `x${i} = 1${lines(8, (k) => ` + 0.1 * x${scattered(i, k, 1000)}`).replaceAll("\n", "")}`,
    ),
    "block-too-large",
  ],
  "5,000 variables that all depend on each other": [
    lines(
      5000,
      (i) => `x${i} = 1${lines(4, (k) => ` + 0.1 * x${scattered(i, k, 5000)}`).replaceAll("\n", "")}`,
    ),
    "block-too-large",
  ],
};

describe("bad models end with a problem within a second", () => {
  it.each(Object.entries(bad))("%s", (_, [text, code]) => {
    let problems = problemsOf("");
    const seconds = secondsOf(() => (problems = problemsOf(text)));
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(seconds).toBeLessThan(1);
    const [problem] = problems;
    expect(problem.where.line).toBeGreaterThan(0);
    for (const language of ["en", "de"] as const) {
      expect(formatProblemWithSource(problem, text, language)).not.toMatch(/undefined|\{\w+\}|^\s+at /m);
    }
  });
});

describe("large models are no bad ones", () => {
  it("5,000 variables one after the other, and in a ring", () => {
    const chain = lines(5000, (i) => `v${i} = ${i === 0 ? 1 : `v${i - 1} + 1`}`);
    const ring = lines(5000, (i) => `v${i} = ${i === 0 ? "0.5 * v4999" : `v${i - 1}`} + 1`);
    for (const [text, last] of [
      [chain, 5000],
      // v4999 = 0.5 · v4999 + 5000
      [ring, 10_000],
    ] as const) {
      const { system } = compile(text).value ?? {};
      if (!system) throw new Error("does not compile");
      expect(simulate(system, { periods: 1 }).value?.series.v4999[1]).toBe(last);
    }
  });

  it("100 variables that all depend on each other", () => {
    const text = lines(
      100,
      (i) => `x${i} = 1${lines(8, (k) => ` + 0.1 * x${scattered(i, k, 100)}`).replaceAll("\n", "")}`,
    );
    const { system } = compile(text).value ?? {};
    if (!system) throw new Error("does not compile");
    const { value, problems } = simulate(system, { periods: 1 });
    expect(problems).toEqual([]);
    // Eight tenths of the others and one: all are 5.
    for (const series of Object.values(value?.series ?? {})) expect(series[1]).toBeCloseTo(5, 12);
  });
});

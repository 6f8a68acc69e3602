import { describe, expect, it } from "vitest";
import { compile, type CompileOptions } from "../../src/model/compile.ts";
import { simulate, type SimulateOptions } from "../../src/simulate/index.ts";
import { describeProblem } from "../../src/text/index.ts";

function run(
  text: string,
  options: SimulateOptions & CompileOptions = {},
): (name: string) => readonly number[] {
  const { value, problems } = compile(text, options);
  expect(problems.map((problem) => describeProblem(problem, "en"))).toEqual([]);
  if (!value) throw new Error("no model");
  const outcome = simulate(value.system, { periods: 6, ...options });
  expect(outcome.problems.map((problem) => describeProblem(problem, "en"))).toEqual([]);
  return (name) => Array.from(outcome.value?.series[name] ?? []);
}

describe("memory", () => {
  const of = run(
    "x = if period == 2 or period == 4 then 1 else 0\na = ever(x)\nb = since(x)\nc = first(x == 1)\nd2 = lag(a, 2)\ninit x = 0",
  );
  it("knows whether, how long ago and when first", () => {
    expect(of("a").slice(1)).toEqual([0, 1, 1, 1, 1, 1]);
    expect(of("b").slice(1)).toEqual([10_001, 0, 1, 0, 1, 2]);
    expect(of("c").slice(1)).toEqual([0, 2, 2, 2, 2, 2]);
    expect(of("d2").slice(1)).toEqual([0, 0, 0, 1, 1, 1]);
  });
});

describe("expressions", () => {
  it("calculate as written", () => {
    const of = run(
      "table f : (0, 0), (2, 10)\na = 2 + 3 * 4 ^ 2 / 8 - -1\nb = if not 1 > 2 and 3 != 4 then 5 else 6\nc = f(1) + f(-1) + f(9)\nd = clamp(9, 0, 1) + clamp(-9, 0, 1) + clamp(0.5, 0, 1)\ne = path(1: 10, 3: 20)\ng = tanh(0) + logistic(0) + floor(2.7) + abs(-1) + sqrt(9) + max(1, 4, 2)\nh = 2 ^ 3 ^ 2\ni = -2 ^ 2",
    );
    const last = (name: string): number => of(name)[6];
    expect(["a", "b", "c", "d", "g", "h", "i"].map(last)).toEqual([9, 5, 15, 1.5, 10.5, 512, -4]);
    expect(of("e").slice(1)).toEqual([10, 15, 20, 20, 20, 20]);
  });

  it("look back any number of periods", () => {
    const of = run("x = x[-1] + 1\ny = x[-3]\nz = d(x[-2])\ninit x = 10, x[-1] = 5, x[-2] = 1");
    expect(of("y").slice(1)).toEqual([1, 5, 10, 11, 12, 13]);
    expect(of("z").slice(1)).toEqual([4, 5, 1, 1, 1, 1]);
  });
});

describe("dimensions", () => {
  it("run over elements, sets, pairs and parts", () => {
    const of = run(
      "dim f = a, b, c\nset s of f = a, c\nparam p[f] = {a: 1, s: 2, else: 5}\nparam q[s, f'] = {a: {b: 7, else: 1}, c: 3}\nx[f] = p[f] * 10\nx2[s] = x[s] + sum(f: p[f])\ny = sum(f, f': if f is f' then 0 else p[f])\nz[s] = q[s, b]\nm = mean(s: p[s]) + max(f: p[f]) + min(f: p[f])\nw[a] = 1\nw[b] = 2\nw[c] = w[a] + w[b]",
    );
    expect(["x[a]", "x[b]", "x2[c]", "y", "z[a]", "z[c]", "m", "w[c]"].map((name) => of(name)[1])).toEqual([
      10, 50, 28, 16, 7, 3, 7.5, 3,
    ]);
  });

  it("hide an outer index by an inner one of the same name", () => {
    const of = run("dim f = a, b\nparam p[f] = {a: 1, b: 3}\nshare[f] = p[f] / sum(f: p[f])");
    expect([of("share[a]")[1], of("share[b]")[1]]).toEqual([0.25, 0.75]);
  });
});

describe("labels", () => {
  it("say what elements are called, in both languages", () => {
    const { value } = compile('dim f = a, b\nlabel a "Alpha" de "Alfa", b "Beta"\nx[f] = 1');
    expect(value?.labels).toEqual({ a: { en: "Alpha", de: "Alfa" }, b: { en: "Beta", de: "Beta" } });
    expect(compile('dim f = a\nlabel c "C"').problems.map(({ code }) => code)).toEqual(["unknown-index"]);
  });
});

describe("dates and scenarios", () => {
  const text =
    "period quarter from 2025Q3 to 2027Q1\nparam g = 1\nx = g\nafter_ = if period >= 2026Q1 then 1 else 0\nscenario a : g = 5 from 2026Q1 to 2026Q2\nscenario b with a : g += 1 at 2026Q4, x *= 2 at 2\nscenario c : g = path(2025Q4: 1, 2026Q2: 3)";

  it("count quarters from the start", () => {
    expect(run(text)("after_").slice(1)).toEqual([0, 1, 1, 1, 1, 1]);
  });

  it("change parameters and results in a span, one period, or along a path; one scenario includes another", () => {
    expect(run(text, { scenario: "a" })("x").slice(1)).toEqual([1, 5, 5, 1, 1, 1]);
    expect(run(text, { scenario: "b" })("x").slice(1)).toEqual([1, 10, 5, 1, 2, 1]);
    expect(run(text, { scenario: "c" })("x").slice(1)).toEqual([1, 2, 3, 3, 3, 3]);
  });

  it("know years in a model of years", () => {
    const years = "period year from 2025 for 6\nparam g = 1\nx = g\nscenario a : g = 2 from 2028";
    expect(run(years, { scenario: "a" })("x").slice(1)).toEqual([1, 1, 2, 2, 2, 2]);
  });
});

describe("figures of a dossier", () => {
  const figures = (id: string): { value: number; low: number; high: number; unit: string } | undefined =>
    id === "C014" ? { value: 7, low: 6, high: 9, unit: "bn" } : undefined;

  it("are values, ranges and start values, and name their evidence", () => {
    const text =
      'param k = figure("C014") * 2 in 10..20 from "estimate"\nparam m = figure("C014") in figure("C014")\nx = x[-1] + k\ninit x = figure("C014")';
    const system = compile(text, { figures }).value?.system;
    expect(
      system?.parameters.map(({ name, value, low, high, source }) => [name, value, low, high, source]),
    ).toEqual([
      ["k", 14, 10, 20, "C014; estimate"],
      ["m", 7, 6, 9, "C014"],
    ]);
    expect(run(text, { figures })("x").slice(0, 2)).toEqual([7, 21]);
    expect(compile('param k = figure("C015")', { figures }).problems[0].code).toBe("figure-unknown");
  });
});

describe("claims", () => {
  it("with a price: purchases cost p·ΔX, gains are no income", () => {
    const of = run(
      "sector h, g\nasset M : g owes h\nasset E at p : g owes h\np = 2 * period\nE = E[-1] + 1\nflow G : g -> h = 100\nw = networth(h)\ninit M = 0, E = 10, p = 1",
    );
    expect(of("M").slice(0, 3)).toEqual([0, 98, 194]);
    expect(of("w").slice(0, 3)).toEqual([10, 98 + 22, 194 + 48]);
  });

  it("at net assets: holders share what is there in proportion to what they put in", () => {
    const of = run(
      "sector fund, a, b, bank\nasset M : bank owes fund, a, b\nasset S at net assets : fund owes a, b\npurchase buy of S : a from fund = 10\nflow gain : bank -> fund = 5\ninit M.fund = 100, M.a = 100, M.b = 100, S.a = 75, S.b = 25",
    );
    // 115 in the fund, shared 85 : 25.
    expect(of("S.a")[1]).toBeCloseTo((115 * 85) / 110, 12);
    expect(of("S.b")[1]).toBeCloseTo((115 * 25) / 110, 12);
    expect(of("M.a")[1]).toBe(90);
  });

  it("are written off, transferred and cut without payment; holders lose pro rata", () => {
    const of = run(
      "sector f, a, b, bank\nasset M : bank owes f, a, b\nasset C : f, bank owe a, b\npurchase none of C : a from f = 0\nwriteoff loss of C : f = 10\nstock K : f, a\ntransfer moved of K : f -> a = 3\nbuild made of K : a = 2\nflow pay : f -> holders of C = 4\ninit M.f = 50, M.a = 0, M.b = 0, C.f = 30, C.bank = 10, C.a = 30, C.b = 10, K.f = 9, K.a = 0",
      { periods: 2 },
    );
    expect(["C.f", "C.a", "C.b", "C", "K.f", "K.a", "M.a", "M.b", "M.f"].map((name) => of(name)[1])).toEqual([
      20, 22.5, 7.5, 30, 6, 5, 3, 1, 46,
    ]);
  });

  it("after a step are what has happened so far", () => {
    const of = run(
      "sector a, b\nasset M : b owes a\nstep first_\nflow x : b -> a = 5\nstep second\nseen = M after first_\nnow = netlending(a) after first_\nflow y : a -> b = 0.5 * (M after first_)\ninit M = 10",
    );
    expect([of("seen")[1], of("y")[1], of("M")[1], of("now")[1]]).toEqual([15, 7.5, 7.5, 5]);
  });
});

describe("start", () => {
  it("from the state that repeats itself", () => {
    const text =
      "sector h, f, g\nasset H : g owes h\nflow C : h -> f = 0.6 * (Y - T) + 0.4 * H[-1]\nflow G : g -> f = 20\nflow Y : f -> h\nflow T : h -> g = 0.2 * Y\ninit steady";
    const of = run(text);
    expect(of("Y")[1]).toBeCloseTo(100, 9);
    expect(of("H")[0]).toBeCloseTo(80, 9);
  });
});

describe("noise", () => {
  it("differs by element, period and member, and is the same for a seed", () => {
    const text = "dim f = a, b\nnoise e[f] ~ normal(0, 1)\nx[f] = e[f]";
    const of = run(text, { seed: 5, members: 2 });
    expect(new Set([...of("x[a]").slice(1, 7), ...of("x[b]").slice(1, 7), ...of("x[a]").slice(8)]).size).toBe(
      18,
    );
    expect(run(text, { seed: 5, members: 2 })("x[a]")).toEqual(of("x[a]"));
  });
});

import { array, assert, nat, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../src/model/compile.ts";
import { parse } from "../src/model/parser.ts";
import { functionNames, statementWords } from "../src/model/index.ts";
import { formatProblemWithSource } from "../src/text/index.ts";

/** Small texts that use every statement; a mutant of them compiles in a fraction of a millisecond. */
const seeds = [
  'model M "m" de "M"\nperiod quarter from 2025Q3 to 2026Q3 unit $\nsector h, f(c, k), g\nasset H : g owes h\nflow C : h -> f.c = 0.5 * H[-1]\nflow Y : f.c -> h\nflow G : g -> f.c = 20\ninit H = 1',
  "dim f = a, b, c\nset s of f = a, b\nparam p[f] = {a: 1, s: 2, else: 3} in 0..5 [1]\nparam q = 2 ~ triangular(1, 2, 3) in 1..3\nx[f] = if f in s then p[f] * 2 else q\ny = sum(f: x[f]) / mean(s: x[s])",
  "sector f[i], b, h\ndim i = 2\nasset D : b owes f[i], h\nasset E[i] at e[i] : f[i] owes h, b\ne[i] = 1 + 0 * e[i,-1]\npurchase B[i] of E[i] : h from f[i] = 1\nflow V[i] : f[i] -> holders of E[i] = 0.1\ninit D.f[i] = 1, D.h = 2, E.h[i] = 1, E.b[i] = 1, e[i] = 1",
  'params by k : u [1], v\n  a : 1, 2\n  b : 3, -4\ndim k = a, b\ntable t : (0, 1), (2, 3)\nw = t(sum(k: u[k])) + path(1: 2, 5: 3)\nz = since(w > 2) + ever(w[-1] > 1) + first(d(w) > 0)\ninit w = 1\nscenario s "x" : w += 1 at 2, w *= 2 from 1 to 3\nscenario r with s : w = 0',
  "sector a, b\nstock K at 2 : a, b\nbuild I of K : a = 1\nwriteoff W of K : a = 0.1 * K.a[-1]\nstep one\ntransfer T of K : a -> b = 0.5 * (K.a after one)\nnoise n ~ normal(0, 1)\nm = max(0, n) ^ 2 + exp(-n)\ncheck networth(a) + networth(b) = 2 * K\ninit K.a = 1, K.b = 1",
  "sector p, q, r\nasset P at net assets : p owe q, r\nasset M : r owes p, q\npurchase s of P : q from p = 1\nwriteoff w of M : r = 0.1\nclose p with M.p\nflow interest on M at 0.01\ncurrency pound at 2\ninit P.q = 1, P.r = 1, M.p = 2, M.q = 1",
];
const words = [
  ...statementWords,
  ...functionNames,
  "if",
  "then",
  "else",
  "of",
  "at",
  "in",
  "a",
  "b",
  "2027Q1",
];
const signs = '( ) [ ] { } : , = -> .. ~ " # -1 [-1] 1e400 0/0 \u0000 \u202e é 𝄞 . $'.split(" ");
const pieces = [...words.map((word) => ` ${word} `), ...signs, "\n", "\n  "];

const mutations = array(tuple(nat(4), nat(1_000_000), nat(60), nat(1_000_000)), {
  minLength: 1,
  maxLength: 4,
});

function mutate(text: string, changes: readonly (readonly [number, number, number, number])[]): string {
  let result = text;
  for (const [kind, at, length, choice] of changes) {
    const from = at % (result.length + 1);
    const to = Math.min(result.length, from + length);
    const piece = pieces[choice % pieces.length];
    if (kind === 0) result = result.slice(0, from) + result.slice(to);
    else if (kind === 1) result = result.slice(0, from) + piece + result.slice(from);
    else if (kind === 2) result = result.slice(0, from) + piece + result.slice(to);
    else if (kind === 3) result = result.slice(0, to) + result.slice(from, to) + result.slice(to);
    else {
      const lines = result.split("\n");
      const [a, b] = [at % lines.length, choice % lines.length];
      [lines[a], lines[b]] = [lines[b], lines[a]];
      result = lines.join("\n");
    }
  }
  return result;
}

describe("mutated texts", () => {
  it("the originals compile", () => {
    for (const seed of seeds) expect(compile(seed).problems).toEqual([]);
  });

  it("100,000 of them are read or refused, never a crash", { timeout: 120_000 }, () => {
    assert(
      property(nat(seeds.length - 1), mutations, (seed, changes) => {
        const { statements, problems } = parse(mutate(seeds[seed], changes), {
          file: "fuzz.kl",
          files: () => undefined,
        });
        return statements.length + problems.length >= 0;
      }),
      { numRuns: 100_000 },
    );
  });

  it("20,000 of them become a model or problems, never a crash", { timeout: 120_000 }, () => {
    assert(
      property(nat(seeds.length - 1), mutations, (seed, changes) => {
        const { value, problems } = compile(mutate(seeds[seed], changes));
        return (value === undefined) === problems.some(({ severity }) => severity === "error");
      }),
      { numRuns: 20_000 },
    );
  });

  it("problems point into the text and can be shown", () => {
    assert(
      property(nat(seeds.length - 1), mutations, (seed, changes) => {
        const text = mutate(seeds[seed], changes);
        const lines = text.split("\n").length;
        return compile(text).problems.every(
          (problem) =>
            problem.where.line <= lines &&
            !/\{\w+\}/.test(
              formatProblemWithSource(problem, text, "de")
                .split("\n")[0]
                .replaceAll(/[“„"].*?[”“"]/g, ""),
            ),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

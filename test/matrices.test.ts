import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../src/model/compile.ts";
import { evaluateMatrix, type Matrix } from "../src/model/index.ts";
import { simulate } from "../src/simulate/index.ts";
import { parseInfix } from "./reference/sfc/infix.ts";

/** Rows of the book's matrices as another program writes them, by vignette and object, row and column. */
const written = JSON.parse(
  readFileSync(new URL("reference/sfc/matrices.json", import.meta.url), "utf8"),
) as Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

const portfolio = { Hh: "H", Hs: "H", Bh: "B_h", Bcb: "B_cb", Bs: "B", TX: "T", BLh: "BL", BLs: "BL" };
const bank = { Mh: "M", Ms: "M", Ld: "L", Ls: "L", Cs: "C", Cd: "C", Is: "I", Id: "I", WBs: "WB", WBd: "WB" };
const region = {
  Bcb: "B_cb",
  Bs: "B",
  Hs: "H",
  TX_N: "T_N",
  TX_S: "T_S",
  X_N: "IM_S",
  X_S: "IM_N",
  TX: "(T_N + T_S)",
  G: "(G_N + G_S)",
};
const growth = {
  IN: "(INk * UC)",
  K: "(Kk * P)",
  Hhd: "Hh",
  Hs: "H",
  Hbd: "Hb",
  Mh: "M",
  Ms: "M",
  Bhd: "Bh",
  Bs: "B",
  Bcbd: "Bcb",
  Bbd: "Bb",
  BLd: "BL",
  BLs: "BL",
  Lhd: "Lh",
  Lfd: "Lf",
  Ls: "(Lf + Lh)",
  Ekd: "E",
  Eks: "E",
  OFb: "OF",
};

const cases: readonly (readonly [
  object: string,
  model: string,
  kind: "balance" | "flows",
  names: Readonly<Record<string, string>>,
  except?: readonly string[],
])[] = [
  [
    "gl1-sim/tfm_sim",
    "sim",
    "flows",
    { Cd: "C", Cs: "C", Gs: "G", Gd: "G", TXs: "T", TXd: "T", Hh: "H", Hs: "H", W: "1", Ns: "Y" },
  ],
  ["gl2-pc/bs_pc", "pc", "balance", portfolio],
  ["gl2-pc/tfm_pc", "pc", "flows", portfolio],
  ["gl3-lp/bs_lp", "lp", "balance", portfolio],
  ["gl3-lp/tfm_lp", "lp", "flows", portfolio],
  ["gl4-open/bs_reg", "reg", "balance", region],
  // There one row holds both regions; here each flow has a row.
  ["gl4-open/tfm_reg", "reg", "flows", region, ["Consumption", "Govt. Exp", "GDP", "Taxes"]],
  ["gl5-bmw/bs_bmw", "bmw", "balance", bank],
  ["gl5-bmw/tfm_bmw", "bmw", "flows", bank],
  // There one row holds both kinds of loans.
  ["gl8-growth/bs_growth", "growth", "balance", growth, ["Loans"]],
];

const period = 12;

describe("the matrices of the book follow from the models", () => {
  for (const [object, name, kind, names, except = []] of cases)
    it(object, () => {
      const text = readFileSync(new URL(`../models/textbook/${name}.kl`, import.meta.url), "utf8");
      const model = compile(text).value;
      const run = model && simulate(model.system, { periods: period }).value;
      if (!model || !run) throw new Error(`no run of ${object}`);
      const { variables, parameters } = model.system;
      const valueAt = (variable: number, at: number): number => run.series[variables[variable].name][at];
      const ours = evaluateMatrix(model.matrices[kind], valueAt, period).map((row) => sorted([...row]));

      const places = new Map(variables.map((variable, index) => [variable.name, index]));
      const constants = new Map(parameters.map((parameter) => [parameter.name, parameter.value]));
      const cell = (cellText: string): number => {
        const own = cellText
          .replace(/\bd\((\w+)\)/g, "($1 - $1[-1])")
          .replace(/([A-Za-z_]\w*)(\[-1\])?/g, (_, word: string, lag = "") => {
            const known = names[word] ?? word;
            const constant = places.has(known) ? undefined : constants.get(known);
            return constant === undefined
              ? known.replace(/[A-Za-z_]\w*/g, (each) => each + String(lag))
              : String(constant);
          });
        const value = parseInfix(own.startsWith("+") ? own.slice(1) : own, places, new Map());
        const matrix: Matrix = {
          kind,
          columns: [""],
          headings: [{ en: "", de: "" }],
          rows: [{ name: "", label: { en: "", de: "" }, isClosed: true, cells: [{ text: own, value }] }],
        };
        return evaluateMatrix(matrix, valueAt, period)[0][0];
      };
      for (const [row, cells] of Object.entries(written[object])) {
        if (except.includes(row)) continue;
        const theirs = sorted(
          Object.entries(cells)
            .filter(([column]) => column !== "Sum")
            .map(([, each]) => cell(each)),
        );
        const found = ours.some(
          (own) =>
            own.length === theirs.length &&
            own.every(
              (value, index) => Math.abs(value - theirs[index]) <= 1e-9 * Math.max(1, Math.abs(value)),
            ),
        );
        expect([row, theirs, found]).toEqual([row, theirs, true]);
      }
    });
});

/** What is there, in order of size. */
function sorted(values: readonly number[]): readonly number[] {
  const size = Math.max(...values.map(Math.abs));
  return values.filter((value) => Math.abs(value) > 1e-12 * size).sort((a, b) => a - b);
}

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPeriod } from "../core/period.ts";
import type { Figure } from "./dossier.ts";
import { evaluateFormula, quantityOf } from "./formula.ts";

function figure(id: string, unit: string, value: number, low = value, high = value, currency = ""): Figure {
  return {
    id,
    subject: "x",
    counterparty: "",
    measure: "m",
    amount: { value, low, high },
    category: "",
    unit,
    currency,
    period: undefined,
    periodLabel: "",
    status: "reported",
    confidence: "high",
    origin: "independent",
    sources: [],
    known: 0,
    derivation: "",
    conflicts: [],
    replaces: "",
    note: "",
    where: { file: "figures.csv", line: 1, column: 1 },
  };
}

const figures = new Map(
  [
    figure("A1", "bn", 10, 8, 12, "USD"),
    figure("A2", "m", 500, 500, 500, "USD"),
    figure("G", "GW", 2),
    figure("P", "percent", 20),
    figure("N", "x", -1, -2, 3),
    figure("PG", "bn/GW", 17.5, 15, 20, "USD"),
    { ...figure("T", "text", 0), amount: undefined, category: "said" },
  ].map((one) => [one.id, one]),
);
const value = (formula: string) => evaluateFormula(formula, figures).quantity?.value;
const fault = (formula: string) => evaluateFormula(formula, figures).fault;

describe("arithmetic", () => {
  it.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["10 - 4 - 3", 3],
    ["16 / 4 / 2", 2],
    ["-2 * -3", 6],
    ["--2", 2],
    ["1e3 + 2.5e-1", 1000.25],
    ["sum(1, 2, 3)", 6],
    ["mean(1, 2, 6)", 3],
    ["min(3, 1, 2)", 1],
    ["max(3, 1, 2)", 3],
    ["mean((1), max(2, 4))", 2.5],
    ["A1 + A2", 10.5e9],
    ["P * A1", 2e9],
    ["A1 / A2", 20],
    ["G * PG", 35e9],
  ])("%s", (formula, expected) => expect(value(formula)).toBeCloseTo(expected, 6));

  it("carries bounds to their extremes and names the figures used, each once", () => {
    const { quantity, figures: used } = evaluateFormula("A1 - A2 + A1 - A1", figures);
    expect(quantity).toMatchObject({ value: 9.5e9, low: 3.5e9, high: 15.5e9, dimension: { money: 1 } });
    expect(used).toEqual(["A1", "A2"]);
    expect(evaluateFormula("N * N", figures).quantity).toMatchObject({ low: -6, high: 9 });
  });

  it("keeps dimensions", () => {
    expect(evaluateFormula("A1 / G", figures).quantity?.dimension).toEqual({ money: 1, watt: -1 });
    expect(evaluateFormula("A1 / A2", figures).quantity?.dimension).toEqual({});
  });
});

describe("faults", () => {
  it.each([
    ["", "formula-syntax", 0, ""],
    ["1 +", "formula-syntax", 3, ""],
    ["1 2", "formula-syntax", 2, "2"],
    ["(1", "formula-syntax", 2, ""],
    ["1)", "formula-syntax", 1, ")"],
    ["1 % 2", "formula-syntax", 2, "% 2"],
    ["sum()", "formula-syntax", 4, ")"],
    ["A9 + 1", "formula-unknown", 0, "A9"],
    ["median(1)", "formula-unknown", 0, "median"],
    ["1 + T", "formula-no-value", 4, "T"],
    ["A1 + G", "formula-units", 3, "+"],
    ["1 / 0", "formula-division", 2, "/"],
    ["1 / N", "formula-division", 2, "/"],
    ["1 / (2 - 2)", "formula-division", 2, "/"],
  ])("%j", (formula, code, at, seen) => expect(fault(formula)).toEqual({ code, at, seen }));

  describe("flows over periods of different length", () => {
    const flow = (id: string, period: string): Figure => ({
      ...figure(id, "bn", 4, 4, 4, "USD"),
      measure: "revenue",
      period: readPeriod(period),
    });
    const known = new Map(
      [...figures.values(), flow("Q1", "2025-Q1"), flow("Q2", "2025-Q2"), flow("Y", "2025")].map((one) => [
        one.id,
        one,
      ]),
    );
    it.each([
      ["Q1 + Y", 3, "+"],
      ["Q1 + 4 * Y", 3, "+"],
      ["Y - Q2", 2, "-"],
      ["(Q1 + Q2) * 2 - Y", 14, "-"],
      ["mean(Q1, Y)", 0, "mean"],
      ["max(A1, Q1, Y)", 0, "max"],
      ["A1 / (Y + Q1)", 8, "+"],
    ])("%s", (formula, at, seen) => {
      expect(evaluateFormula(formula, known).fault).toMatchObject({ code: "formula-windows", at, seen });
    });

    it.each(["Q1 / Y", "Q1 + Q2", "Y - Q1", "Q1 / Y + Y / Q2", "Y + A1", "Q1 * P + Q2", "Y - (Q1 + Q2)"])(
      "%s is sound",
      (formula) => expect(evaluateFormula(formula, known).fault).toBeUndefined(),
    );
  });

  it("refuses what is nested too deep instead of overflowing", () => {
    expect(fault("(".repeat(100_000))?.code).toBe("formula-syntax");
    expect(fault("-".repeat(100_000))?.code).toBe("formula-syntax");
    expect(value(`${"(".repeat(60)}1${")".repeat(60)}`)).toBe(1);
  });

  it("knows no inherited names", () => {
    for (const name of ["constructor", "__proto__", "toString"]) {
      expect(fault(name)?.code, name).toBe("formula-unknown");
    }
  });
});

it("a quantity is in base units, and missing where there is no number or no such unit", () => {
  expect(quantityOf(figures.get("A1")!)).toMatchObject({ value: 10e9, low: 8e9, high: 12e9 });
  expect(quantityOf({ amount: undefined, unit: "bn", currency: "USD" })).toBeUndefined();
  expect(
    quantityOf({ amount: { value: 1, low: 1, high: 1 }, unit: "furlong", currency: "" }),
  ).toBeUndefined();
});

it("agrees with plain arithmetic on random formulas", () => {
  const leaf = fc.integer({ min: 1, max: 99 }).map((number) => ({ text: String(number), value: number }));
  const { tree } = fc.letrec<{ tree: { text: string; value: number } }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.tuple(tie("tree"), fc.constantFrom("+", "-", "*"), tie("tree")).map(([a, sign, b]) => ({
        text: `(${a.text} ${sign} ${b.text})`,
        value: sign === "+" ? a.value + b.value : sign === "-" ? a.value - b.value : a.value * b.value,
      })),
    ),
  }));
  fc.assert(fc.property(tree, ({ text, value: expected }) => value(text) === expected));
});

it("bounds hold every value the parts can take", () => {
  const part = fc.tuple(
    fc.integer({ min: -9, max: 9 }),
    fc.integer({ min: 0, max: 5 }),
    fc.integer({ min: 0, max: 5 }),
  );
  fc.assert(
    fc.property(
      part,
      part,
      fc.constantFrom("+", "-", "*"),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (a, b, sign, t) => {
        const known = new Map(
          [a, b].map(([middle, below, above], at) => {
            const id = "ab"[at];
            return [id, figure(id, "x", middle, middle - below, middle + above)] as const;
          }),
        );
        const pick = ([middle, below, above]: readonly [number, number, number]): number =>
          middle - below + t * (below + above);
        const [x, y] = [pick(a), pick(b)];
        const exact = sign === "+" ? x + y : sign === "-" ? x - y : x * y;
        const { quantity } = evaluateFormula(`a ${sign} b`, known);
        expect(exact).toBeGreaterThanOrEqual(quantity!.low - 1e-9);
        expect(exact).toBeLessThanOrEqual(quantity!.high + 1e-9);
      },
    ),
  );
});

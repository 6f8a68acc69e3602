import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSparse } from "../../core/sparse.ts";
import { builtInEconomy, economyFiles } from "../../../test/economies/files.ts";
import { deriveCoefficients, rowSums } from "../economy/coefficients.ts";
import type { Coefficients } from "../economy/economy.ts";
import { readEconomy } from "../economy/read-economy.ts";
import { bundleContent, contentOf, knowsCapital } from "./content.ts";
import { footprints } from "./footprints.ts";
import { valueLabour } from "./labour-values.ts";
import { solveContent, solveOutput } from "./leontief.ts";
import { contentByPurpose } from "./purposes.ts";
import { leontiefInverse, multiply } from "./multipliers.ts";
import { reportValues } from "./values-report.ts";
import { valuesReportSchema } from "./values-schema.ts";

const economies = ["us-2023", "us-2012", "de-2014", "lehrbeispiel"];

function worst(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce(
    (most, value, i) => Math.max(most, Math.abs(value - b[i]) / Math.max(Math.abs(b[i]), 1e-12)),
    0,
  );
}

describe("labour values of the United States 2023", () => {
  const lines = readFileSync(
    new URL("../../../test/reference/labour-time/labour-values-us68.csv", import.meta.url),
    "utf8",
  );
  const rows = lines
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const column = (place: number): Float64Array => Float64Array.from(rows, (row) => Number(row[place]));
  const coefficients = deriveCoefficients(builtInEconomy("us-2023"), { negligible: 1e-6 });

  it("equal those of R and the dual prices of the linear programme to 1e-6", () => {
    const { total } = contentOf(coefficients, column(1));
    expect(worst(total, column(2))).toBeLessThan(1e-6);
    expect(worst(total, column(3))).toBeLessThan(1e-6);
  });

  it("differ only by the rounding of the hours when they start from the economy's own", () => {
    expect(
      worst(
        valueLabour(coefficients).total.map((hours) => 1000 * hours),
        column(2),
      ),
    ).toBeLessThan(1.1e-4);
  });
});

describe("contents", () => {
  it.each(economies)("%s: factored and swept solutions agree to 1e-9", (id) => {
    const { input, labour, output } = deriveCoefficients(builtInEconomy(id));
    expect(worst(solveContent(input, labour), solveContent(input, labour, { method: "dense" }))).toBeLessThan(
      1e-9,
    );
    expect(worst(solveOutput(input, output), solveOutput(input, output, { method: "dense" }))).toBeLessThan(
      1e-9,
    );
  });

  it.each(economies)("%s: hours in all final demand are all hours, at home and through imports", (id) => {
    const economy = builtInEconomy(id);
    const coefficients = deriveCoefficients(economy, { negativeInputs: "keep" });
    const { output, labour, domesticInput, input } = coefficients;
    const worked = bundleContent(labour, output);
    const finalUse = (matrix: typeof input): Float64Array => {
      const used = new Float64Array(output.length);
      for (let i = 0; i < output.length; i++) {
        for (let k = matrix.start[i]; k < matrix.start[i + 1]; k++)
          used[i] += matrix.value[k] * output[matrix.column[k]];
      }
      return output.map((made, i) => made - used[i]);
    };
    const all = contentOf(coefficients, labour).total;
    const home = contentOf(coefficients, labour, { imports: "left-out" }).total;
    expect(Math.abs(bundleContent(all, finalUse(input)) / worked - 1)).toBeLessThan(1e-11);
    expect(Math.abs(bundleContent(home, finalUse(domesticInput)) / worked - 1)).toBeLessThan(1e-11);
    // What sectors make for final use by the tables of the economy; residuals of the tables remain.
    const final = rowSums(economy.finalDemand).map((sum, i) => sum - economy.imports[i]);
    expect(Math.abs(bundleContent(all, final) / worked - 1)).toBeLessThan(2e-3);
    // Hours are carried from sectors to products without loss, but for products that nobody makes.
    expect(Math.abs(worked / economy.hours.reduce((sum, value) => sum + value, 0) - 1)).toBeLessThan(1e-3);
  });

  // The import matrices of the United States leave out what their import column holds for wholesale trade.
  it.each([
    ["us-2023", 3.1e-3],
    ["us-2012", 6e-4],
    ["de-2014", 1e-7],
    ["lehrbeispiel", 1e-12],
  ])("%s: without imports, the purposes of final use contain all hours worked", (id, tolerance) => {
    const economy = builtInEconomy(id);
    const coefficients = deriveCoefficients(economy, { negativeInputs: "keep" });
    const worked = bundleContent(coefficients.labour, coefficients.output);
    const home = contentByPurpose(economy, valueLabour(coefficients, { imports: "left-out" }));
    expect(Math.abs(home.reduce((sum, hours) => sum + hours, 0) / worked - 1)).toBeLessThan(tolerance);
    const exchanged = contentByPurpose(economy, valueLabour(coefficients, { imports: "exchange" }));
    economy.purposes.forEach(({ kind }, i) => {
      if (kind !== "inventories") expect(exchanged[i]).toBeGreaterThanOrEqual(home[i]);
    });
  });

  it("imports in exchange contain what the exports that pay for them contain", () => {
    const coefficients = deriveCoefficients(builtInEconomy("lehrbeispiel"));
    const { total, perImport } = valueLabour(coefficients, { imports: "exchange", fixedCapital: true });
    const exported = coefficients.exports.reduce((sum, amount) => sum + amount, 0);
    expect(bundleContent(total, coefficients.exports) / exported).toBeCloseTo(perImport!, 12);
    const asMadeHere = valueLabour(coefficients, { fixedCapital: true }).total;
    const leftOut = valueLabour(coefficients, { imports: "left-out", fixedCapital: true }).total;
    total.forEach((value, i) => {
      expect(value).toBeGreaterThan(leftOut[i]);
      expect(asMadeHere[i]).toBeGreaterThan(leftOut[i]);
    });
  });

  it("split into direct, inputs and capital that add up; capital only where it is known", () => {
    const us = deriveCoefficients(builtInEconomy("us-2023"));
    const content = valueLabour(us, { fixedCapital: true });
    content.total.forEach((value, i) => {
      expect(content.direct[i] + content.inputs[i] + content.capital[i]).toBeCloseTo(value, 12);
      expect(content.capital[i]).toBeGreaterThanOrEqual(0);
    });
    const germany = deriveCoefficients(builtInEconomy("de-2014"));
    expect([knowsCapital(us), knowsCapital(germany)]).toEqual([true, false]);
    expect(() => valueLabour(germany, { fixedCapital: true })).toThrow(RangeError);
  });

  it("all money × 1,000 changes nothing physical", () => {
    const thousand = (id: string): Coefficients => {
      const economy = builtInEconomy(id);
      const more = (values: Float64Array): Float64Array => values.map((value) => 1000 * value);
      const table = <T extends { readonly value: Float64Array }>(one: T): T => ({
        ...one,
        value: more(one.value),
      });
      return deriveCoefficients({
        ...economy,
        use: table(economy.use),
        useImported: table(economy.useImported),
        make: table(economy.make),
        finalDemand: table(economy.finalDemand),
        finalDemandImported: table(economy.finalDemandImported),
        capitalFlow: economy.capitalFlow && table(economy.capitalFlow),
        imports: more(economy.imports),
        output: more(economy.output),
        capital: more(economy.capital),
        depreciation: more(economy.depreciation),
      });
    };
    for (const id of ["us-2023", "lehrbeispiel"]) {
      const options = { fixedCapital: true, imports: "exchange" } as const;
      const before = valueLabour(deriveCoefficients(builtInEconomy(id)), options).total;
      expect(
        worst(
          valueLabour(thousand(id), options).total.map((value) => 1000 * value),
          before,
        ),
      ).toBeLessThan(1e-11);
    }
  });

  it("relabelling products and sectors changes nothing but the order", () => {
    const files = economyFiles("lehrbeispiel");
    const turned = new Map(
      [...files].map(([name, text]) => {
        if (name === "economy.yaml") return [name, text];
        const [head, ...rows] = text.trim().split("\n");
        return [name, [head, ...rows.reverse()].join("\n").replaceAll(/\bfood\b/g, "zz")] as const;
      }),
    );
    const before = reportValues(builtInEconomy("lehrbeispiel")).products;
    const after = reportValues(readEconomy(turned).value!).products;
    expect(after.map(({ id }) => (id === "zz" ? "food" : id))).toEqual(before.map(({ id }) => id));
    expect(
      worst(
        after.map(({ value }) => value),
        before.map(({ value }) => value),
      ),
    ).toBeLessThan(1e-12);
  });

  it("λ (I − A) = l and (I − A) x = y for any economy with a surplus", () => {
    const economy = fc.integer({ min: 1, max: 12 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        cells: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
          minLength: size * size,
          maxLength: size * size,
        }),
        direct: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: size, maxLength: size }),
      }),
    );
    fc.assert(
      fc.property(economy, ({ size, cells, direct }) => {
        const places = cells.map((_, at) => at);
        const sums = Array.from({ length: size }, (_, j) =>
          places.filter((at) => at % size === j).reduce((sum, at) => sum + cells[at], 0),
        );
        const amounts = cells.map((cell, at) => (0.9 * cell) / Math.max(1, sums[at % size]));
        const input = createSparse(
          size,
          places.map((at) => Math.floor(at / size)),
          places.map((at) => at % size),
          amounts,
        );
        const value = solveContent(input, direct);
        const output = solveOutput(input, direct);
        const scale = Math.max(1, ...value, ...output);
        for (let j = 0; j < size; j++) {
          const inputs = amounts.reduce(
            (sum, a, at) => (at % size === j ? sum + a * value[Math.floor(at / size)] : sum),
            0,
          );
          const used = amounts.reduce(
            (sum, a, at) => (Math.floor(at / size) === j ? sum + a * output[at % size] : sum),
            0,
          );
          expect(Math.abs(value[j] - inputs - direct[j])).toBeLessThan(1e-11 * scale);
          expect(Math.abs(output[j] - used - direct[j])).toBeLessThan(1e-11 * scale);
        }
        solveContent(input, direct, { method: "dense" }).forEach((exact, j) =>
          expect(Math.abs(exact - value[j])).toBeLessThan(1e-12 * scale),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("an economy without a surplus is refused, not answered", () => {
    const greedy = createSparse(2, [0, 1], [1, 0], [1.1, 1]);
    expect(() => solveContent(greedy, [1, 1])).toThrow(RangeError);
    expect(() => solveContent(createSparse(1, [0], [0], [1]), [1], { method: "dense" })).toThrow(RangeError);
  });
});

describe("multipliers", () => {
  it("are those of Miller & Blair (2009), section 2.3", () => {
    // Z = [150 500; 200 100], x = (1000, 2000).
    const input = createSparse(2, [0, 0, 1, 1], [0, 1, 0, 1], [0.15, 0.25, 0.2, 0.05]);
    const inverse = leontiefInverse(input);
    [1.2541, 0.33, 0.264, 1.1221].forEach((entry, i) => expect(inverse[i]).toBeCloseTo(entry, 4));
    [1247.5, 1841.6].forEach((entry, i) => expect(solveOutput(input, [600, 1500])[i]).toBeCloseTo(entry, 1));
  });

  it("count hours at home, and an hour of one's own at least once", () => {
    const coefficients = deriveCoefficients(builtInEconomy("us-2023"));
    const { output, hours, employment } = multiply(coefficients);
    output.forEach((value) => expect(value).toBeGreaterThanOrEqual(1));
    employment.forEach((value) => expect(value).toBeGreaterThanOrEqual(1));
    expect(worst(hours, valueLabour(coefficients, { imports: "left-out" }).total)).toBeLessThan(1e-12);
  });
});

describe("footprints and the report", () => {
  it.each(economies)("%s: what is embodied in all final use is the total of the account", (id) => {
    const economy = builtInEconomy(id);
    const coefficients = deriveCoefficients(economy, { negativeInputs: "keep" });
    const { output, domesticInput } = coefficients;
    const used = new Float64Array(output.length);
    for (let i = 0; i < output.length; i++) {
      for (let k = domesticInput.start[i]; k < domesticInput.start[i + 1]; k++) {
        used[i] += domesticInput.value[k] * output[domesticInput.column[k]];
      }
    }
    const final = output.map((made, i) => made - used[i]);
    for (const { id: account, content } of footprints(economy, coefficients, { imports: "left-out" })) {
      const whole = bundleContent(content.direct, output);
      expect(Math.abs(bundleContent(content.total, final) - whole) / whole, account).toBeLessThan(1e-11);
      const given = economy.accounts.find((one) => one.id === account);
      if (given) {
        const stated = given.total.reduce((sum, value) => sum + value, 0);
        expect(Math.abs(whole / stated - 1), account).toBeLessThan(1e-3);
      }
    }
  });

  it.each(economies)("%s: the report fits its published schema", (id) => {
    const report = reportValues(builtInEconomy(id), { top: 5 });
    expect(valuesReportSchema.safeParse(JSON.parse(JSON.stringify(report))).error).toBeUndefined();
    expect(report.products.length).toBe(5);
    const values = report.products.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });
});

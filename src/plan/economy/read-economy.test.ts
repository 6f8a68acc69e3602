import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeProblem, formatProblem } from "../../text/index.ts";
import { builtInEconomy, economyFiles } from "../../../test/economies/files.ts";
import { checkIdentities, largestResidual } from "./identities.ts";
import { readYaml } from "../../dossier/yaml-document.ts";
import { economyHeaderSchema } from "./header-schema.ts";
import { type EconomyFiles, readEconomy, readEconomyTables } from "./read-economy.ts";

const teaching = economyFiles("lehrbeispiel");

function changed(file: string, from: string, to: string): EconomyFiles {
  const text = teaching.get(file)!;
  if (!text.includes(from)) throw new Error(`${from} is not in ${file}`);
  return new Map([...teaching, [file, text.replace(from, to)]]);
}

function problemsOf(files: EconomyFiles): readonly string[] {
  const { value, problems } = readEconomy(files);
  expect(value === undefined).toBe(problems.some(({ severity }) => severity === "error"));
  return problems.map((problem) => formatProblem(problem, "en"));
}

describe("the built-in economies", () => {
  it.each([
    ["us-2023", 68, 70, 309_805.6, 48_386_792],
    ["us-2012", 407, 411, 271_085.4, 29_186_646],
    ["de-2014", 55, 55, 55_404.1, 5_319_333],
    ["lehrbeispiel", 6, 6, 1_600, 100_000],
  ])("%s: %i sectors, %i products, hours and output", (id, sectors, products, hours, output) => {
    const economy = builtInEconomy(id);
    expect([economy.sectors.length, economy.products.length]).toEqual([sectors, products]);
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    expect(sum(economy.hours)).toBeCloseTo(hours, 0);
    expect(Math.abs(sum(economy.output) / output - 1)).toBeLessThan(1e-6);
    for (const { name } of [...economy.sectors, ...economy.products]) expect(name.de && name.en).toBeTruthy();
  });

  it("hold their accounting identities within the published rounding", () => {
    const largest = (id: string): readonly number[] => {
      const { products, sectors, makes, domesticProduct } = checkIdentities(builtInEconomy(id));
      const worst = [products, sectors, makes].map((list) => Math.abs(largestResidual(list)!.difference));
      return [...worst, Math.abs(domesticProduct.difference)];
    };
    const within = (values: readonly number[], bounds: readonly number[]): void =>
      values.forEach((value, i) => expect(value).toBeLessThanOrEqual(bounds[i] + 1e-6));
    within(largest("us-2023"), [7, 8, 0, 2]);
    within(largest("us-2012"), [32, 0.31, 70, 24]);
    within(largest("de-2014"), [0.05, 0.07, 0, 0.061]);
    within(largest("lehrbeispiel"), [0, 0, 0, 0]);
  });

  it("give the published domestic product and the spectral radius of an independent program", () => {
    const us = checkIdentities(builtInEconomy("us-2023"));
    expect(us.domesticProduct).toMatchObject({ left: 27_720_704, right: 27_720_706 });
    // With inputs below zero set to zero; numpy's eigenvalues of the same matrix.
    expect(us.spectralRadius).toBeCloseTo(0.4766284025, 9);
    expect(us.domesticSpectralRadius).toBeCloseTo(0.4200711302, 9);
    expect(checkIdentities(builtInEconomy("de-2014")).spectralRadius).toBeCloseTo(0.5129, 4);
    expect(checkIdentities(builtInEconomy("us-2012")).spectralRadius).toBeCloseTo(0.5147, 4);
  });

  it("us-2012: makes and outputs stand at the right sectors (own product is most of what a sector makes)", () => {
    const { make, sectors, products, output } = builtInEconomy("us-2012");
    const place = new Map(products.map(({ id }, i) => [id, i]));
    const own = sectors.filter(
      ({ id }, i) => make.value[i * make.columns + place.get(id)!] > 0.5 * output[i],
    );
    expect(own.length / sectors.length).toBeGreaterThan(0.97);
  });
});

describe("what is wrong with an economy", () => {
  it("is named with file, line, column and value", () => {
    expect(
      problemsOf(changed("sectors.csv", "12000,3300,300,3900,220,", "12000,3300,300,3900,-220,")),
    ).toEqual(["sectors.csv:2:44: error[negative-quantity] hours cannot be below zero (-220)."]);
    expect(problemsOf(changed("use.csv", "food,care,1200", "food,caer,1200"))).toEqual([
      "use.csv:3:6: error[unknown-industry] No sector is called “caer”. Did you mean “care”?",
    ]);
    expect(problemsOf(changed("use.csv", "food,care,1200", "fodo,care,1200"))[0]).toContain(
      "Did you mean “food”?",
    );
    expect(problemsOf(changed("final-demand.csv", "consumption", "consumtion"))[0]).toContain(
      "unknown-purpose",
    );
    expect(problemsOf(changed("use.csv", "food,care,1200", 'food,care,"1.200,5"'))).toEqual([
      "use.csv:3:11: error[decimal-comma] “1.200,5” in total has a decimal comma; write 1200.5.",
    ]);
    expect(problemsOf(changed("use.csv", "food,care,1200", "food,care,1200\nfood,care,7"))).toEqual([
      "use.csv:4:1: error[doubled-cell] food × care is already given on line 3.",
    ]);
    expect(problemsOf(changed("sectors.csv", "hours,", "hour,"))).toEqual([
      "sectors.csv:1:56: error[unknown-column] There is no column “hour” in this table. Did you mean “hours”?",
    ]);
    expect(problemsOf(changed("sectors.csv", "energy,Energy", "food,Energy"))[0]).toContain("doubled-id");
    expect(problemsOf(changed("sectors.csv", "0.1,24000", "1.1,24000"))[0]).toContain("share-above-one");
    expect(problemsOf(changed("economy.yaml", "source: invented,", "source: invnted,"))[0]).toContain(
      "unknown-source",
    );
    expect(problemsOf(changed("economy.yaml", "currency: XTS", "currency: EURO"))).toEqual([
      "economy.yaml:12:11: error[bad-currency] “EURO” is no currency code of ISO 4217, such as USD, EUR or GBP. Did you mean “EUR”?",
    ]);
    expect(problemsOf(changed("economy.yaml", "currency: XTS", "currency: UDS"))[0]).toContain(
      "Did you mean “USD”?",
    );
    expect(problemsOf(changed("economy.yaml", "year: 2025\n", "year: soon\n"))[0]).toContain(
      "economy.yaml:11:7",
    );
    expect(problemsOf(new Map([["economy.yaml", teaching.get("economy.yaml")!]])).length).toBe(4);
  });

  it("rows and columns that disagree: which, and by how much", () => {
    expect(problemsOf(changed("use.csv", "food,care,1200", "food,care,1300"))).toEqual([
      "products.csv:2:1: error[product-disagrees] food: 12800 million are made and imported, 12900 million are used; the difference is -100 million (0.78 %).",
      "sectors.csv:6:1: error[sector-disagrees] care: the output is 30000 million, inputs and value added are 30100 million; the difference is -100 million (0.33 %).",
    ]);
  });

  it("a product that nobody makes but others need", () => {
    const without = new Map([...teaching].filter(([file]) => file !== "make.csv"));
    without.set("products.csv", `${teaching.get("products.csv")!}chips,Chips,Chips,0,yes,0,0,0\n`);
    without.set("use.csv", `${teaching.get("use.csv")!}chips,office,10\nchips,care,5\n`);
    expect(problemsOf(without)).toContain(
      "products.csv:8:1: error[product-unmade] Nobody makes or imports chips, but 2 sectors need it.",
    );
  });

  it("coefficients that eat more than they make, and inputs without output", () => {
    const greedy = problemsOf(changed("use.csv", "office,office,3300", "office,office,23300"));
    expect(greedy.some((line) => line.includes("eats-more-than-it-makes") && line.includes("office"))).toBe(
      true,
    );
    const idle = problemsOf(changed("sectors.csv", "Energie,8000", "Energie,0"));
    expect(idle.some((line) => line.includes("inputs-without-output"))).toBe(true);
  });

  it("is found all at once, in file order", () => {
    const files = new Map(changed("use.csv", "food,care,1200", "food,caer,x"));
    files.set("sectors.csv", teaching.get("sectors.csv")!.replace(",220,", ",-220,"));
    files.set("products.csv", teaching.get("products.csv")!.replace(",800,", ",,"));
    expect(problemsOf(files).map((line) => line.split(":")[0])).toEqual([
      "products.csv",
      "sectors.csv",
      "use.csv",
      "use.csv",
    ]);
  });

  it("never crashes the reader: 100,000 mutilated economies", () => {
    const small: EconomyFiles = new Map([
      [
        "economy.yaml",
        '{format: 1, id: a, title: {de: a, en: a}, summary: {de: a, en: a}, year: 2025, currency: XTS, prices: invented, licence: x, purposes: [{id: c, kind: consumption, name: {de: c, en: c}}], sources: [{id: s, title: s, publisher: s, licence: s, link: ""}]}',
      ],
      ["products.csv", "code,name_en,imports\na,A,0\nb,B,1\n"],
      [
        "sectors.csv",
        "code,name_en,output,compensation,taxes,surplus,hours\na,A,10,4,0,1,2\nb,B,8,3,0,1,1\n",
      ],
      ["use.csv", "product,sector,total\na,a,2\na,b,2\nb,a,3\nb,b,2\n"],
      ["final-demand.csv", "product,purpose,total\na,c,6\nb,c,4\n"],
      ["make.csv", "sector,product,total\na,a,10\nb,b,8\n"],
      ["capital-flow.csv", "product,sector,total\na,b,1\n"],
    ]);
    expect(problemsOf(small)).toEqual([]);
    const header = readYaml("economy.yaml", small.get("economy.yaml")!, economyHeaderSchema);
    // The header once, so that most cases break the tables.
    const names = [...small.keys(), ...[...small.keys()].slice(1), ...[...small.keys()].slice(1)];
    const splices = [
      "",
      ",",
      "\n",
      '"',
      "-",
      "1e999",
      "NaN",
      "b",
      "\u0000",
      "\ufeff",
      "{",
      "0",
      "1,5",
      "é",
      "constructor",
    ];
    const mutation = fc.tuple(fc.nat(names.length - 1), fc.nat(400), fc.nat(12), fc.nat(splices.length - 1));
    let read = 0;
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const files = new Map(small);
        for (const [file, at, cut, splice] of mutations) {
          const text = files.get(names[file])!;
          const from = text.length === 0 ? 0 : at % text.length;
          files.set(names[file], text.slice(0, from) + splices[splice] + text.slice(from + cut));
        }
        const sameHeader = files.get("economy.yaml") === small.get("economy.yaml");
        const { value, problems } = sameHeader ? readEconomyTables(header, files) : readEconomy(files);
        if ((value === undefined) !== problems.some(({ severity }) => severity === "error")) return false;
        for (const problem of problems) {
          if (!Number.isInteger(problem.where.line) || /\{\w+\}/.test(describeProblem(problem, "de")))
            return false;
        }
        read++;
        return true;
      }),
      { numRuns: 100_000, seed: 20251117 },
    );
    expect(read).toBe(100_000);
  });
});

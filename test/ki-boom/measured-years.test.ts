import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { herfindahl } from "../../src/measure/index.ts";
import { type MeasuredYear, measureYears, readGuide, simulate } from "../../src/simulate/index.ts";
import { call } from "../call.ts";
import { compileBoom } from "./boom.ts";
import { quarterOf } from "./readings.ts";

const model = compileBoom();
const guide = readGuide(
  "ki-boom.guide.yaml",
  readFileSync(new URL("../../models/ki-boom.guide.yaml", import.meta.url), "utf8"),
).value;

describe("a simulated year measured as a dossier", () => {
  // Without internal use the model asks for wear and a return on all compute, the measure for the return alone.
  const { value: run } = simulate(model.system, { scenario: "stop", set: { sw: 0, iu: 0 } });
  if (!run || !guide?.circuit) throw new Error("the run failed");
  const years = measureYears(model, run, guide.circuit, {
    requiredReturn: 0.12,
    grossMargin: 0.75,
    scale: 1e9,
  });
  const at = (name: string, quarter: number): number => run.series[name][quarter];
  const sum = (name: string, year: string): number =>
    [1, 2, 3, 4].reduce((all, part) => all + at(name, quarterOf(`${year}Q${part}`)), 0);
  const resultOf = ({ required }: MeasuredYear, measure: string, subject: string): number =>
    (required.find((result) => result.measure === measure && result.subject === subject)?.value.value ??
      NaN) / 1e9;

  it.each(years.map((one) => [one.year, one] as const))(
    "has the model's required revenue in %s",
    (year, one) => {
      const last = quarterOf(`${year}Q4`);
      const wear = (4 * at("dE", last) * at("Kt", last)) / 0.75;
      expect(resultOf(one, "requiredPerpetuity", "AI compute in use") + wear).toBeCloseTo(
        4 * at("RQ", last),
        8,
      );
      expect(resultOf(one, "reportedRevenue", "reported")).toBeCloseTo(sum("RA", year), 8);
      expect(resultOf(one, "requiredFromChips", "nvidia")).toBeCloseTo(
        sum("ch[nvidia]", year) / 0.5 / 0.75,
        8,
      );
    },
  );

  it("has the model's chip makers", () => {
    expect(years.map(({ year }) => year)).toHaveLength(10);
    for (const { year, concentration, circuit } of years) {
      const sales = ["nvidia", "amd"].map((chip) => sum(`rev[${chip}]`, year));
      expect(concentration["chips"]).toBeCloseTo(herfindahl(sales), 9);
      const nvidia = circuit.selfFinanced.find(({ actor }) => actor === "nvidia");
      expect((nvidia?.revenue ?? NaN) / 1e9).toBeCloseTo(sum("CR", year), 6);
    }
  });
});

describe("kreislauf simulate --measure", () => {
  const words = ["simulate", "ki-boom", "--scenario", "stop", "--set", "sw=0", "--measure"];

  it("prints a line a year in both languages, and JSON", async () => {
    const english = await call(words);
    expect(english).toMatchObject({ code: 0, err: "" });
    expect(english.out).toMatch(/\n2026 +\d+\.\d % +\d\.\d % /);
    expect((await call(words, "de")).out).toContain("Pflichtumsatz");
    const years = JSON.parse((await call([...words, "--json"])).out) as readonly MeasuredYear[];
    expect(years).toHaveLength(10);
    expect(years[0].required.length).toBeGreaterThan(5);
  });

  it("tells a model without a guide", async () => {
    const { code, err } = await call(["simulate", "sim", "--measure"]);
    expect(code).toBe(1);
    expect(err).toContain("no guide");
  });
});

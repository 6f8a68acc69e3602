import { beforeAll, describe, expect, it } from "vitest";
import {
  type Amount,
  type BoomYear,
  compareWithBoom,
  describeSideBySide,
  loadSolver,
  type PlanDocument,
  planFromFiles,
  type SideBySide,
  sideBySideReportSchema,
  type Solver,
} from "../../src/plan/index.ts";
import { resourceOutputs, resourcesOfYear, simulate, wholeYearsOf } from "../../src/simulate/index.ts";
import { call } from "../call.ts";
import { compileBoom } from "../ki-boom/boom.ts";
import { openEconomy, openGoals } from "./open-economy.ts";

const model = compileBoom();
const run = simulate(model.system, { outputs: resourceOutputs }).value!;
const boom = resourcesOfYear(model, run, 2026)!;
const numberOf = (amount: Amount): number => ("value" in amount ? amount.value : NaN);
const rowOf = ({ rows }: SideBySide, id: string): SideBySide["rows"][number] =>
  rows.find((row) => row.id === id)!;

describe("a year of the boom model", () => {
  const at = (name: string, period: number): number => run.series[name][period];
  // The model starts with the third quarter of 2025, so 2026 is periods 2 to 5.
  const quarters = [2, 3, 4, 5];

  it("is the sum of its four quarters", () => {
    expect(boom.amounts.investment.value).toBeCloseTo(
      1000 * quarters.reduce((sum, q) => sum + at("IA", q), 0),
      6,
    );
    expect(boom.amounts.water.value).toBeCloseTo(at("wat", 5) - at("wat", 1), 9);
    expect(boom.amounts.chips.value).toBeCloseTo(at("gpus", 5) / 1000, 12);
  });

  it("keeps the identities of the model", () => {
    const { electricity, compute, operation, manufacture, water } = boom.amounts;
    // Load factor 0.7 and 8,760 hours; 0.6 litres a kWh.
    expect(electricity.value).toBeCloseTo(compute.value * 8.76 * 0.7, 9);
    expect(water.value).toBeCloseTo(electricity.value * 0.6, 9);
    expect(operation.value + manufacture.value).toBeCloseTo(at("co2", 5) - at("co2", 1), 9);
    // 0.45 Mt a TWh that falls by 0.6 % a quarter.
    const power = quarters.reduce((sum, q) => sum + at("twh", q) * 0.45 * 0.994 ** q, 0);
    expect(operation.value).toBeCloseTo(power, 9);
  });

  it("names its evidence, and is no year that the model does not simulate whole", () => {
    expect(boom.amounts.manufacture.sources).toContain("E027");
    expect(boom.amounts.investment.sources).toEqual(["C145-C149", "C039-C108", "C145, C149"]);
    expect(wholeYearsOf(model)[0]).toBe(2026);
    expect(resourcesOfYear(model, run, 2025)).toBeUndefined();
  });
});

describe("the same resources in the boom and in a plan", () => {
  const us = openEconomy("us-2023");
  const { planning } = openGoals(us, {});
  const years = 3;
  let solver: Solver;
  let document: PlanDocument;
  let side: SideBySide;
  const compare = (given: BoomYear): SideBySide => compareWithBoom({ ...us, planning }, document, given);
  beforeAll(async () => {
    solver = await loadSolver();
    document = planFromFiles(solver, { files: us.files, years, boom }).value!.document;
    side = document.boom!;
  }, 60_000);

  /** λ by its power series, from the coefficients alone. */
  function valuesBySeries(direct: ArrayLike<number>): Float64Array {
    const { input, size } = us.coefficients;
    const total = Float64Array.from(direct);
    let layer = Float64Array.from(direct);
    for (let round = 0; round < 80; round++) {
      const next = new Float64Array(size);
      for (let i = 0; i < size; i++) {
        for (let k = input.start[i]; k < input.start[i + 1]; k++) {
          next[input.column[k]] += layer[i] * input.value[k];
        }
      }
      layer = next;
      layer.forEach((value, i) => (total[i] += value));
    }
    return total;
  }
  /** 40,000 million a GW: 27,000 computers and electronics, 3,000 their services, 6,000 building, 4,000 electrical. */
  const demand = [
    ["334", 27],
    ["5415", 3],
    ["23", 6],
    ["335", 4],
  ] as const;
  const embodied = (content: Float64Array, money: number): number =>
    demand.reduce((sum, [id, part]) => {
      const product = us.economy.products.findIndex((known) => known.id === id);
      return sum + content[product] * (part / 40) * money;
    }, 0);

  it("has the hours λ · demand and the emissions of what is built, recomputed by a series", () => {
    const money = boom.amounts.investment.value;
    const hours = embodied(valuesBySeries(us.coefficients.labour), money);
    expect(numberOf(rowOf(side, "hours").boom) / hours).toBeCloseTo(1, 9);
    const emissions = embodied(valuesBySeries(us.coefficients.accounts.get("ghg")!), money) / 1000;
    expect(numberOf(rowOf(side, "embodied").boom) / emissions).toBeCloseTo(1, 9);
  });

  it("is linear in the money of the boom", () => {
    const { investment } = boom.amounts;
    const double = compare({
      ...boom,
      amounts: { ...boom.amounts, investment: { ...investment, value: 2 * investment.value } },
    });
    for (const id of ["investment", "hours", "embodied"]) {
      const once = numberOf(rowOf(side, id).boom);
      expect(numberOf(rowOf(double, id).boom) / once).toBeCloseTo(2, 12);
    }
    expect(rowOf(double, "electricity")).toEqual(rowOf(side, "electricity"));
  });

  it("knows the economy of today from its files", () => {
    expect(numberOf(rowOf(side, "hours").today)).toBeCloseTo(309_805.6, 1);
    expect(numberOf(rowOf(side, "investment").today)).toBeCloseTo(5_929_629, 0);
    // 4.89 Gt of production and 1.36 Gt of households.
    expect(numberOf(rowOf(side, "operation").today)).toBeCloseTo(6_247.27, 1);
    expect(numberOf(rowOf(side, "water").today) / 1000).toBeCloseTo(358.56, 1);
    expect(numberOf(rowOf(side, "compute").today)).toBe(8);
  });

  it("shows what the plan frees and what its own computers take", () => {
    const week = document.workingWeek[years - 1];
    const persons = us.economy.persons.reduce((sum, thousands) => sum + thousands, 0) / 1000;
    const grown = 1.004 ** years;
    const freed = numberOf(rowOf(side, "hours").freed);
    expect(freed / (persons * 46 * grown * (document.baseWeek - week))).toBeCloseTo(1, 6);
    const stocks = document.yearly!.stocks;
    const built = (id: string, life: number, cost: number): number =>
      [0, 1].reduce((sum, i) => sum + (cost * (stocks[id][i + 1] - (1 - 1 / life) * stocks[id][i])) / 2, 0);
    const money = built("compute", 5, 30_000) + built("shell", 20, 10_000);
    expect(numberOf(rowOf(side, "investment").plan)).toBeCloseTo(money, 6);
    expect(numberOf(rowOf(side, "electricity").plan)).toBeCloseTo(Math.max(...stocks.compute) * 8.76, 9);
    expect(numberOf(rowOf(side, "operation").freed)).toBeCloseTo(
      (document.baseEmissions! - document.emissions[years - 1]) / 1000,
      9,
    );
  });

  it("says in both languages why a number is missing, and what cannot be compared", () => {
    for (const row of side.rows) {
      for (const amount of [row.boom, row.plan, row.today, row.freed]) {
        if ("value" in amount) expect(Number.isFinite(amount.value)).toBe(true);
        else expect(amount.missing.de).not.toBe(amount.missing.en);
      }
      for (const text of [row.note.de, row.note.en, row.formulas.boom, ...row.sources]) {
        expect(text).toMatch(/\w/);
        expect(text).not.toMatch(/[{}]/);
      }
      expect(row.sources.length).toBeGreaterThan(0);
    }
    expect(rowOf(side, "electricity").today).toMatchObject({
      missing: { de: expect.stringContaining("TWh Strom nennen sie nicht") as string },
    });
    expect(sideBySideReportSchema.parse(JSON.parse(JSON.stringify(side)))).toEqual(side);
  });

  it("compares nothing with an invented economy", () => {
    const teaching = openEconomy("lehrbeispiel");
    const { boom: refused } = planFromFiles(solver, { files: teaching.files, years: 2, boom }).value!
      .document;
    expect(refused!.rows).toEqual([]);
    expect(describeSideBySide(refused!, "de").lines[0]).toContain("für den Unterricht erfunden");
    expect(describeSideBySide(refused!, "en").lines[0]).toContain("invented for teaching");
  });

  it("sets no dollars against euros, but tonnes against tonnes", () => {
    const germany = openEconomy("de-2014");
    const found = planFromFiles(solver, { files: germany.files, years: 2, boom }).value!.document.boom!;
    expect(rowOf(found, "investment").boom).toMatchObject({
      missing: { en: expect.stringMatching(/^The boom comes to 807,967 million USD; .* EUR/) as string },
    });
    expect(rowOf(found, "hours").boom).toHaveProperty("missing");
    expect(numberOf(rowOf(found, "electricity").boom)).toBe(boom.amounts.electricity.value);
    expect(numberOf(rowOf(found, "operation").today)).toBeCloseTo(676.14, 2);
    expect(rowOf(found, "water").today).toHaveProperty("missing");
  });

  it("takes all investment for computers where accounts in dollars do not know computers", () => {
    const detailed = openEconomy("us-2012");
    const { planning: plain } = openGoals(detailed, {});
    const unplanned = { ...document, yearly: undefined, emissionsAccount: undefined };
    const found = compareWithBoom({ ...detailed, planning: plain }, unplanned, boom);
    const hours = rowOf(found, "hours");
    expect(numberOf(hours.boom)).toBeGreaterThan(0);
    expect(hours.note.en).toContain("the labour value of all investment stands in");
    expect(hours.freed).toMatchObject({ missing: { en: "There is no plan to compare with." } });
  });
});

describe("kreislauf plan --boom", () => {
  it("prints the rows in words", async () => {
    const said = await call(["plan", "us-2023", "--years", "2", "--boom"], "de");
    expect(said.code).toBe(0);
    expect(said.out).toContain("Dieselben Mittel, im Boom (KI_BOOM, 2026) und im Plan");
    expect(said.out).toMatch(/Arbeitsstunden \(Mio\. Stunden im Jahr\): Boom 7\.135 \(2,3 % von allem\)/);
    expect(said.out).toContain("E018, E019");
  }, 60_000);

  it("puts another year into the document", async () => {
    const { code, out } = await call(["plan", "lehrbeispiel", "--years", "2", "--boom", "2028", "--json"]);
    expect(code).toBe(0);
    expect((JSON.parse(out) as PlanDocument).boom).toMatchObject({ boom: { year: 2028 }, rows: [] });
  });

  it("knows the years of the model", async () => {
    const { code, err } = await call(["plan", "us-2023", "--boom", "2025"]);
    expect(code).toBe(2);
    expect(err).toContain("2026 … 2035");
  });
});

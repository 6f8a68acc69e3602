import { describe, expect, it } from "vitest";
import { readSmallDossier } from "../../test/fixture/small-dossier.ts";
import { dayNumber } from "../core/period.ts";
import { measureDossier, type MeasureOptions } from "./measure-dossier.ts";
import type { Measurement, Result } from "./measurement.ts";

const dossier = readSmallDossier();
const late = dayNumber(2026, 6, 30);
const measure = (options: MeasureOptions = {}): Measurement => {
  const { value } = measureDossier(dossier, options);
  if (!value) throw new Error("The small dossier can be measured.");
  return value;
};
const early = measure();
const find = (list: readonly Result[], method: string, subject: string, of?: string): Result => {
  const found = list.find(
    (result) =>
      result.measure === method && result.subject === subject && (of === undefined || result.of === of),
  );
  if (!found) throw new Error(`${method} of ${subject} is missing`);
  return found;
};

describe("the circuit of the small dossier", () => {
  const { circuit } = early;

  it("has the one loop, with the amounts worked out by hand", () => {
    expect(circuit.loops).toHaveLength(1);
    const [loop] = circuit.loops;
    expect(loop.actors).toEqual(["cloud", "maker", "lab"]);
    expect(loop.legs.map((leg) => leg.amount)).toEqual([6e9, 10e9, 8e9]);
    // All 6 reach the lab, of whose 10 at most 2 stay: 4 must come back to the cloud.
    expect(loop.certain).toBeCloseTo(4e9, 0);
    // 12 enter (4 own, 8 from customers); each dollar on the loop returns with chance 0.8 · 6/16.
    expect(loop.expected).toBeCloseTo((12e9 * 0.3) / 0.7, 0);
    expect(loop.possible).toBe(6e9);
  });

  it("has the indices that follow", () => {
    expect(circuit.totalFlow).toBeCloseTo(24e9, 0);
    expect(circuit.circulation.value).toBeCloseTo(18e9, 0);
    expect(circuit.circulation.shareOfFlow).toBeCloseTo(0.75, 12);
    expect(circuit.finnCyclingIndex).toBeCloseTo(0.3, 12);
    expect(circuit.loopShare).toBeCloseTo((3 * 12 * 0.3) / 0.7 / 24, 10);
    expect(circuit.core.actors.toSorted()).toEqual(["cloud", "lab", "maker"]);
  });

  it("knows what the maker pays itself: nothing certain, 3 in proportion, 6 at most", () => {
    const [maker] = circuit.selfFinanced;
    expect(maker.actor).toBe("maker");
    expect([maker.outlays, maker.revenue, maker.certain, maker.possible]).toEqual([10e9, 6e9, 0, 6e9]);
    expect(maker.proportional).toBeCloseTo(3e9, 0);
    // Half as much own money again at the maker changes nothing on the way back.
    expect(maker.proportionalIfMoreOwnMoney).toBeCloseTo(3e9, 0);
  });

  it("traces the lab's money to the maker's own and the customers'", () => {
    const lab = circuit.provenance.find((one) => one.actor === "lab");
    expect(lab?.sources.map(({ label, at }) => [label, at])).toEqual([
      ["own", "maker"],
      ["customers", "cloud"],
    ]);
    expect(lab?.sources[0].share).toBeCloseTo(4 / 7, 12);
    expect(lab?.sources[1].share).toBeCloseTo(3 / 7, 12);
    const onCloud = circuit.dependence.find(({ actor, on }) => actor === "lab" && on === "cloud");
    expect(onCloud?.share).toBeCloseTo(0.6, 12);
  });

  it("counts value twice where the maker holds a fifth of the cloud", () => {
    expect(circuit.bookInflation?.countedTwice).toBeCloseTo(20e9, 0);
    expect(circuit.bookInflation?.factor).toBeCloseTo(400 / 380, 12);
  });

  it("lists what is in no sum, with the reason", () => {
    expect(circuit.leftOut).toContainEqual({ flow: "racks", reason: "physical-unit" });
    expect(circuit.leftOut).toContainEqual({ flow: "cross", reason: "no-amount" });
  });

  it("is empty, with a warning, where nothing was paid", () => {
    const { value, problems } = measureDossier(dossier, { status: "paid" });
    expect(value?.circuit.loops).toEqual([]);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["circuit-empty", "warning"]]);
  });
});

describe("the other measures of the small dossier", () => {
  it("concentration: weights, firms, customers, payers", () => {
    expect(find(early.concentration, "indexWeightChange", "Top two").value.value).toBeCloseTo(3, 12);
    expect(find(early.concentration, "weightToEarnings", "Top two").value.value).toBeCloseTo(1.5, 12);
    expect(find(early.concentration, "herfindahl", "firms").value.value).toBeCloseTo(0.625, 12);
    expect(find(early.concentration, "effectiveNumber", "firms").value.value).toBeCloseTo(1.6, 12);
    const customers = find(early.concentration, "customerBounds", "maker").value;
    expect([customers.low, customers.high]).toEqual([0.125, 0.25]);
    expect(find(early.concentration, "payersDirect", "cloud").value.value).toBeCloseTo(0.5, 12);
    expect(find(early.concentration, "payersUltimate", "cloud").value.value).toBeCloseTo(
      (2 / 7) ** 2 + (5 / 7) ** 2,
      12,
    );
  });

  it("market shares with what they are a share of, and the largest supplier", () => {
    expect(find(early.marketShares, "marketShare", "maker")).toMatchObject({
      of: "chip market",
      unit: "percent",
    });
    expect(find(early.concentration, "supplierShare", "lab")).toMatchObject({
      of: "cloud",
      value: { value: 100 },
    });
  });

  it("valuation: ratios, and the article's ratio beyond the range", () => {
    expect(find(early.valuation, "priceSales", "maker").value.value).toBeCloseTo(15, 12);
    const computed = early.valuation.find((result) => result.id === "priceEarnings:maker:computed");
    expect(computed?.value.value).toBeCloseTo(60, 12);
    const places = early.valuation.filter((result) => result.measure === "priceEarningsPosition");
    expect(places.map((place) => place.value.value)).toEqual([150]);
  });

  it("required revenue on its bases, against the 5 bn reported", () => {
    const list = early.requiredRevenue;
    expect(find(list, "reportedRevenue", "reported").value).toEqual({ value: 5e9, low: 2e9, high: 5e9 });
    expect(find(list, "requiredPayback", "all clouds").value.value).toBeCloseTo(100e9, 0);
    // 50 bn · 0.2637974808 / 0.5, five vintages at once.
    expect(find(list, "requiredRepeated", "all clouds").value.value / 1e9).toBeCloseTo(131.8987404, 6);
    expect(find(list, "requiredPerpetuity", "all clouds").value.value).toBeCloseTo(10e9, 0);
    const stated = list.filter((result) => result.measure === "requiredStated");
    expect(stated.map(({ inputs, unit }) => [inputs["basis"], unit])).toEqual([
      ["unclear", "USD"],
      ["yearly", "USD/yr"],
    ]);
    const needed = list.filter(
      (result) => result.measure === "growthNeeded" && result.of === "requiredStated",
    );
    // 5 → 160 and 5 → 80 in the four years to 2029: a doubling each year is 16 times.
    expect(needed[1].value.value).toBeCloseTo(100, 9);
    expect(needed[0].value.value / 100 + 1).toBeCloseTo(32 ** 0.25, 12);
    const total = find(list, "growthNeededInTotal", "AI industry").value.value / 100 + 1;
    expect(5 * (total + total ** 2 + total ** 3 + total ** 4)).toBeCloseTo(160, 9);
  });

  it("growth, gross and net of imports", () => {
    expect(find(early.growth, "growthShare", "AI investment").value.value).toBeCloseTo(50, 12);
    const net = find(early.growth, "growthNet", "AI investment").value;
    expect([net.value, net.low, net.high].map((points) => Number(points.toFixed(12)))).toEqual([
      0.264, 0.24, 0.8,
    ]);
    const given = measure({ growth: { importShare: 0.5 } });
    expect(find(given.growth, "growthNet", "AI investment").value.value).toBeCloseTo(0.4, 12);
  });

  it("realisation: the stake shrank to 30 %, seen only once it was known", () => {
    expect(early.realisation.some((result) => result.measure === "realisationChain")).toBe(false);
    const { realisation } = measure({ asOf: late });
    expect(find(realisation, "realisationChain", "maker", "lab").value.value).toBeCloseTo(30, 12);
    const announced = realisation.filter((one) => one.measure === "realisationSum" && one.of === "announced");
    expect(announced.map(({ period, value }) => [period, value.value])).toEqual([
      ["2025-06-30", 10e9],
      ["2026-06-30", 0],
    ]);
  });

  it("life of chips, leverage, losses", () => {
    expect(find(early.chipLife, "economicLife", "chip").value.value).toBeCloseTo(2.5, 12);
    expect(find(early.chipLife, "depreciationGap", "cloud").value.value).toBeCloseTo(2e9, 0);
    expect(find(early.leverage, "capexToCashFlow", "cloud").value.value).toBeCloseTo(125, 12);
    expect(find(early.losses, "lossToRevenue", "lab").value).toEqual({ value: 200, low: 150, high: 250 });
  });

  it("footprint with ranges", () => {
    const carbon = find(early.footprint, "carbonFromElectricity", "USA data centres").value;
    expect([carbon.value, carbon.low, carbon.high].map((amount) => Number(amount.toFixed(9)))).toEqual([
      45, 40, 50,
    ]);
    expect(find(early.footprint, "waterOnSite", "USA data centres").value.value).toBeCloseTo(50, 9);
    // 2 m · 1 kW · 1.2 · 0.7 over 8,760 hours.
    expect(find(early.footprint, "chipElectricity", "chip").value.value).toBeCloseTo(14.7168, 9);
    expect(find(early.footprint, "chipWaste", "chip").value.value).toBeCloseTo(0.004, 12);
  });
});

describe("statements of the small dossier", () => {
  const verdicts = (document: Measurement): Readonly<Record<string, string>> =>
    Object.fromEntries(document.claims.map(({ id, verdict }) => [id, verdict]));

  it("get the verdict their tests give, for each kind of test", () => {
    expect(verdicts(early)).toEqual({
      "supported-near": "supported",
      "contradicted-bound": "contradicted",
      "undecided-bound": "loose",
      "unverified-low": "unverified",
      "later-near": "unverified",
      "contradicted-category": "contradicted",
      "supported-span": "supported",
      "supported-path": "supported",
      "loose-path": "loose",
      "own-arithmetic": "contradicted",
    });
  });

  it("are judged anew when more is known", () => {
    const later = verdicts(measure({ asOf: late }));
    expect(later["later-near"]).toBe("contradicted");
    expect(later["loose-path"]).toBe("supported");
  });

  it("show what was stated and found, evidence of low confidence without counting it", () => {
    const near = early.claims.find((claim) => claim.id === "supported-near");
    expect(near?.stated).toBe("100 bn USD");
    expect(near?.found).toBe("98 bn USD");
    expect(near?.tests[0].pieces.map(({ found, counted }) => [found, counted])).toEqual([
      ["98 bn USD", true],
      ["99 bn USD", false],
    ]);
  });
});

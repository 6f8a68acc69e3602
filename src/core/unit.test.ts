import { describe, expect, it } from "vitest";
import { combineDimensions, findUnit, isMoney, sameDimension, unitNames } from "./unit.ts";

const unit = (name: string, currency = "") => findUnit(name, currency)!;

describe("units", () => {
  it("are found by each of their names, and no two share one", () => {
    expect(new Set(unitNames).size).toBe(unitNames.length);
    for (const name of unitNames) expect(findUnit(name)?.name).toBe(name);
    for (const name of ["", "BN", "gw", "constructor", "__proto__"]) expect(findUnit(name)).toBeUndefined();
  });

  it("have finite positive factors and exponents that are whole", () => {
    for (const name of unitNames) {
      expect(unit(name).factor).toBeGreaterThan(0);
      for (const exponent of Object.values(unit(name).dimension))
        expect(Number.isInteger(exponent)).toBe(true);
    }
  });

  it.each([
    ["GW", "MW", 1000],
    ["TWh", "MWh", 1e6],
    ["MWh", "kWh", 1000],
    ["Mt", "kg", 1e9],
    ["bp", "percent", 0.01],
    ["bn/month", "bn/yr", 12],
    ["m units", "units", 1e6],
  ])("one %s is so many %s: %f", (large, small, ratio) => {
    expect(unit(large).factor / unit(small).factor).toBeCloseTo(ratio, 9);
    expect(sameDimension(unit(large).dimension, unit(small).dimension)).toBe(true);
  });

  it("a gigawatt for a year is 8.76 terawatt hours", () => {
    const energy = combineDimensions(unit("GW").dimension, unit("years").dimension, 1);
    expect(sameDimension(energy, unit("TWh").dimension)).toBe(true);
    expect(unit("GW").factor / unit("TWh").factor).toBeCloseTo(8.76, 12);
  });

  it("a scale counts money only beside a currency", () => {
    expect(isMoney(unit("bn", "USD"))).toBe(true);
    expect(isMoney(unit("bn"))).toBe(false);
    expect(unit("tn", "EUR").factor).toBe(1e12);
    expect(isMoney(unit("GW", "USD"))).toBe(false);
    expect(isMoney(unit("USD/h"))).toBe(true);
  });

  it("dimensions cancel", () => {
    const perYear = unit("bn/yr").dimension;
    expect(combineDimensions(perYear, unit("years").dimension, 1)).toEqual({ money: 1 });
    expect(combineDimensions(perYear, perYear, -1)).toEqual({});
    expect(sameDimension({ year: 0 }, {})).toBe(true);
    expect(sameDimension({ year: 1 }, { year: -1 })).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { currencyCodes, isCurrencyCode, nearestCurrency } from "./currency-code.ts";

describe("codes of currencies", () => {
  it("are three letters, each once", () => {
    expect(currencyCodes.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
    expect(new Set(currencyCodes).size).toBe(currencyCodes.length);
    expect(currencyCodes.length).toBeGreaterThan(150);
  });

  it("have a name in the tables of Unicode, which nobody here wrote", () => {
    const names = new Intl.DisplayNames("en", { type: "currency", fallback: "none" });
    const younger = new Set(["XCG", "ZWG"]);
    expect(currencyCodes.filter((code) => !younger.has(code) && names.of(code) === undefined)).toEqual([]);
  });

  it.each(["XYZ", "usd", "", "XXX", "XTS", "__proto__", "EURO"])("“%s” is none", (text) =>
    expect(isCurrencyCode(text)).toBe(false),
  );

  it.each([
    ["$", "USD"],
    ["£", "GBP"],
    ["Euro", "EUR"],
    ["usd", "USD"],
    ["EUO", "EUR"],
    ["DM", "DEM"],
    ["UDS", "USD"],
    ["constructor", undefined],
  ])("“%s” is near %s", (text, code) => expect(nearestCurrency(text)).toBe(code));
});

import { describe, expect, it } from "vitest";
import { simulate } from "../../src/simulate/simulate.ts";
import { compileBoom } from "./boom.ts";
import { read, readChecksFile } from "./checks-file.ts";
import { fallOf, largest, type Path, pathOf, quarterOf } from "./readings.ts";

const { system } = compileBoom();
const { signs, ablations, backtest } = readChecksFile();

function pathWith(scenario: string, set: Readonly<Record<string, number>>): Path {
  return pathOf(
    simulate(system, { scenario: scenario === "" ? [] : scenario, set: { sw: 0, ...set } }).value,
  );
}

/** Within 2 % of a printed number, or its rounding to the digits printed. */
function isPrinted(value: number, printed: number): boolean {
  const digits = String(printed).split(".")[1]?.length ?? 0;
  return Math.abs(value - printed) <= Math.max(0.02 * Math.abs(printed), 0.5 * Number(`1e-${digits}`));
}

describe("signs of the boom model", () => {
  it.each(signs)("$vary from $low to $high under $scenario: $expected", (sign) => {
    const [low, high] = [sign.low, sign.high].map((value) =>
      read(pathWith(sign.scenario, { ...sign.set, [sign.vary]: value }), sign.reading),
    );
    if (sign.expected !== "?") expect(high > low ? "+" : high < low ? "-" : "0").toBe(sign.expected);
    const isNear = isPrinted(low, sign.printed[0]) && isPrinted(high, sign.printed[1]);
    expect(isNear, `${low}, ${high}`).toBe(sign.miss === undefined);
  });
});

describe("the funding stop with mechanisms switched off", () => {
  it.each(ablations)("is as deep as printed: $off", ({ set, printed }) => {
    const path = pathWith("stop", set);
    const nvidia = fallOf(path["CR"]);
    const before = largest((at) => (at <= quarterOf("2027Q1") ? path["CR"][at] : 0)).value;
    const unemployment = largest((at) => path["u"][at]).value;
    const found = [100 * fallOf(path["idx"]).share, 100 * unemployment, before, nvidia.low];
    expect(found.map((value, index) => (isPrinted(value, printed[index]) ? printed[index] : value))).toEqual(
      printed,
    );
  });
});

describe("backtest to the middle of 2026", () => {
  const path = pathWith("muddle", {});
  it.each(backtest)("$quantity", ({ reading, printed, evidence, within, miss }) => {
    const value = read(path, reading);
    expect(isPrinted(value, printed), String(value)).toBe(true);
    expect(Math.abs(value / evidence - 1) <= within / 100, String(value)).toBe(miss === undefined);
  });
});

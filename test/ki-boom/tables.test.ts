import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/simulate/simulate.ts";
import { compileBoom } from "./boom.ts";
import { pathOf, readTable } from "./readings.ts";

/** Quarter of the shock of each scenario, from which table f.2 counts. */
const shocks: Readonly<Record<string, string>> = {
  stop: "2027Q1",
  deflation: "2027Q4",
  leap: "2027Q3",
  bailaus: "2027Q1",
  wealth: "2027Q1",
  takeover: "2027Q1",
  trade: "2026Q2",
  rates: "2026Q3",
};

/**
 * The cells of 360 that differ from the printed ones by more than 2 % and more than their rounding, with our value first: rules of
 * the printed program for loans, losses and public debt can't be told from its text and matrices.
 */
const known: Readonly<Record<string, readonly string[]>> = {
  deflation: ["gdpEnd -0.4304 -0.5"],
  takeover: ["debtGap -0.7397 -0.8"],
  trade: ["losses 15.24 16"],
};

const [header, ...rows] = readFileSync(new URL("../reference/ki-boom/tables.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(","));

describe("tables f.1 and f.2 of the specification", () => {
  const { system } = compileBoom();
  const path = (scenario: string): ReturnType<typeof pathOf> =>
    pathOf(simulate(system, { scenario, set: { sw: 0 } }).value);
  const base = path("muddle");

  it.each(rows.map((row) => ({ scenario: row[0], row })))(
    "are met within 2 percent in $scenario",
    ({ scenario, row }) => {
      const ours = readTable(path(scenario), base, shocks[scenario]);
      const apart = header.slice(1).flatMap((name, index) => {
        const printed = row[index + 1];
        const value = ours[name];
        if (typeof value === "string") return value === printed ? [] : [`${name} ${value} ${printed}`];
        const target = Number(printed);
        const digits = printed.split(".")[1]?.length ?? 0;
        const rounding = 0.5 * Number(`1e-${digits}`);
        const isNear = Math.abs(value - target) <= Math.max(0.02 * Math.abs(target), rounding) + 1e-12;
        return isNear ? [] : [`${name} ${value.toPrecision(4)} ${printed}`];
      });
      expect(apart).toEqual(known[scenario] ?? []);
    },
  );
});

describe("the table of scenarios in the documents", () => {
  const { system } = compileBoom();
  const number = (text: string): number => Number(text.replace(",", ".").replace("−", "-").replace("+", ""));

  it.each(["en/boom-model.md", "de/boom-modell.md"])("is what the model says: %s", (page) => {
    const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), "utf8");
    const lines = [
      ...text.matchAll(/^\| `(\w+)` [^|]*\| (\S+) \/ (\S+) \|([^|]*)\| (\S+) % \| (\d) \/ (\d) \|$/gm),
    ];
    expect(lines.map(([, scenario]) => scenario)).toEqual(rows.map(([scenario]) => scenario));
    const base = pathOf(simulate(system, { scenario: "muddle", set: { sw: 0 } }).value);
    for (const [, scenario, peak, trough, gdp, unemployment, labs, clouds] of lines) {
      const path = pathOf(simulate(system, { scenario, set: { sw: 0 } }).value);
      const found = readTable(path, base, undefined);
      const [worst, end] = gdp.includes("/")
        ? gdp
            .replace("%", "")
            .split("/")
            .map((part) => number(part.trim()))
        : [0, 0];
      const told = [
        number(peak),
        number(trough),
        worst,
        end,
        number(unemployment),
        Number(labs),
        Number(clouds),
      ];
      const ours = ["idxPeak", "idxTrough", "gdpWorst", "gdpEnd", "uPeak", "labDefaults", "cloudDefaults"];
      ours.forEach((name, index) => {
        const digits = index < 2 ? 2 : 1;
        expect(Math.abs(Number(found[name])).toFixed(digits), `${scenario} ${name}`).toBe(
          Math.abs(told[index]).toFixed(digits),
        );
      });
    }
  });
});

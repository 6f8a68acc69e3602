import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { herfindahl, measureCircuit } from "../../src/measure/index.ts";
import { ledgerOfRun, simulate } from "../../src/simulate/index.ts";
import { compileBoom } from "./boom.ts";
import { quarterOf } from "./readings.ts";

const model = compileBoom();
const { value: run } = simulate(model.system, { set: { sw: 0 } });
if (!run) throw new Error("the run failed");

function ledgerOf(from: string, to: string): Ledger {
  return ledgerOfRun(model, run ?? never(), {
    from: quarterOf(from),
    to: quarterOf(to),
    inside: ["firms"],
    roles: { chip: ["chips"], cloud: ["cloud"], lab: ["lab"] },
    instruments: { interestL: "loan", interestV: "loan" },
    scale: 1e9,
  });
}

function never(): never {
  throw new Error("the run failed");
}

function sumOf(name: string, from: string, to: string): number {
  let sum = 0;
  for (let at = quarterOf(from); at <= quarterOf(to); at++) sum += run?.series[name][at] ?? NaN;
  return sum;
}

describe("the boom as a ledger", () => {
  const ledger = ledgerOf("2026Q1", "2026Q4");
  const circuitOf = (of: Ledger): ReturnType<typeof measureCircuit> =>
    measureCircuit(of, { status: "paid", window: of.flows[0].period, unit: "USD" });

  it("calls the firms as the dossier does", () => {
    const actors = readFileSync(new URL("../../dossiers/ki-2025/actors.csv", import.meta.url), "utf8");
    const known = new Set(actors.split("\n").map((line) => line.split(",")[0]));
    const inside = ledger.actors.filter(({ boundary }) => !boundary).map(({ id }) => id);
    expect(inside).toHaveLength(10);
    expect(inside.filter((id) => !known.has(id))).toEqual([]);
  });

  it("has NVIDIA's revenue and outlays as the model has them", () => {
    const circuit = circuitOf(ledger).value?.circuit;
    const nvidia = circuit?.selfFinanced.find(({ actor }) => actor === "nvidia");
    expect((nvidia?.revenue ?? NaN) / 1e9).toBeCloseTo(sumOf("CR", "2026Q1", "2026Q4"), 6);
    const stakes = sumOf("VI[openai]", "2026Q1", "2026Q4") + sumOf("VI[anthropic]", "2026Q1", "2026Q4");
    expect(nvidia?.outlays).toBeGreaterThan(stakes * 1e9);
    expect(nvidia?.certain).toBeLessThanOrEqual(nvidia?.proportional ?? NaN);
    expect(nvidia?.proportional).toBeLessThanOrEqual(nvidia?.possible ?? NaN);
  });

  it("shows circulation falling from 2026 to 2035, with its proof", () => {
    const shares = ["2026", "2030", "2035"].map((year) => {
      const circulation = circuitOf(ledgerOf(`${year}Q1`, `${year}Q4`)).value?.circuit.circulation;
      expect(Math.abs(circulation?.gap ?? NaN)).toBeLessThan(1e-9);
      return circulation?.shareOfFlow ?? NaN;
    });
    expect(shares[0]).toBeGreaterThan(shares[1]);
    expect(shares[1]).toBeGreaterThan(shares[2]);
  });

  it("gives the concentration of the chips bought by clouds", () => {
    const paid = ledger.flows.filter(({ id, to }) => id.startsWith("capex ") && to === "nvidia");
    const bought = ["microsoft", "alphabet", "meta", "amazon", "oracle", "coreweave"].map((cloud) =>
      sumOf(`capex[${cloud},nvidia]`, "2026Q1", "2026Q4"),
    );
    expect(herfindahl(paid.map(({ amount }) => amount.value))).toBeCloseTo(herfindahl(bought), 12);
  });
});

import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { simulatedMap, type SimulatedMapOrder } from "../../src/app/worker/simulated-map-job.ts";
import { preparedModels } from "../../src/cli/prepared-models.ts";
import { measureCircuit } from "../../src/measure/index.ts";
import { ledgerOfRun, readGuide, simulate } from "../../src/simulate/index.ts";
import { compileBoom } from "./boom.ts";
import { measuredDossier } from "../fixture/ki-2025.ts";
import { quarterOf } from "./readings.ts";

const order: SimulatedMapOrder = {
  model: { name: "ki-boom" },
  scenarios: ["stop"],
  set: { vf: 0.3 },
  seed: 1,
};

beforeAll(async () => {
  const { dossier } = await measuredDossier();
  const models = await preparedModels(dossier);
  vi.stubGlobal("fetch", async (address: string) => {
    const model = models.find(({ name }) => address === `/data/models/${name}.json`);
    return Response.json(model ?? models.map(({ name }) => name));
  });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

describe("the loop map of the simulated economy", () => {
  it("gives every whole year what the library gives for it", async () => {
    const { years = [], problems } = await simulatedMap(order);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(years.map(({ year }) => Number(year))).toEqual(Array.from({ length: 10 }, (_, at) => 2026 + at));
    const model = compileBoom();
    const run = simulate(model.system, { scenario: ["stop"], set: { sw: 0, ...order.set } }).value!;
    for (const place of [0, 2, 9]) {
      const { year, ledger, circuit } = years[place];
      const own = ledgerOfRun(model, run, {
        from: quarterOf(`${year}Q1`),
        to: quarterOf(`${year}Q4`),
        inside: ["firms"],
        roles: { chip: ["chips"], cloud: ["cloud"], lab: ["lab"] },
        instruments: { interestL: "loan", interestV: "loan" },
        scale: 1e9,
      });
      const basis = { status: "paid", window: own.flows[0].period, unit: "USD" } as const;
      expect(ledger).toEqual(own);
      expect(circuit).toEqual(measureCircuit(own, basis).value?.circuit);
    }
  });

  it("moves with the scenario and the assumptions", async () => {
    const last = async (changed: Partial<SimulatedMapOrder>): Promise<number | undefined> =>
      (await simulatedMap({ ...order, ...changed })).years?.at(-1)?.circuit.totalFlow;
    const found = await Promise.all([last({}), last({ scenarios: [] }), last({ set: {} })]);
    expect(new Set(found).size).toBe(3);
    expect(found).not.toContain(undefined);
  });

  it("has nothing to say of a model whose guide names no circuit, and names a model that is not there", async () => {
    expect((await simulatedMap({ ...order, model: { name: "sim" }, scenarios: [] })).years).toBeUndefined();
    const { problems } = await simulatedMap({ ...order, model: { name: "ki-bom" } });
    expect(problems.map(({ code }) => code)).toEqual(["no-such-model"]);
  });

  it("names in its guide only sectors, sets and flows that the model has", () => {
    const model = compileBoom();
    const text = readFileSync(new URL("../../models/ki-boom.guide.yaml", import.meta.url), "utf8");
    const { circuit } = readGuide("ki-boom.guide.yaml", text).value!;
    const accounts = model.matrices.balance.columns;
    expect(circuit?.inside.filter((name) => !accounts.some((one) => one.startsWith(`${name}[`)))).toEqual([]);
    expect(accounts).toContain(`firms[${circuit?.focus}]`);
    const sets = model.sets.map(({ name }) => name);
    expect(Object.keys(circuit?.roles ?? {}).filter((name) => !sets.includes(name))).toEqual([]);
    const flows = model.transactions.map(({ base }) => base);
    expect(Object.keys(circuit?.instruments ?? {}).filter((name) => !flows.includes(name))).toEqual([]);
  });
});

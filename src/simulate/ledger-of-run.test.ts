import { describe, expect, it } from "vitest";
import { readPeriod } from "../core/period.ts";
import { compile } from "../model/index.ts";
import { ledgerOfRun } from "./ledger-of-run.ts";
import { simulate } from "./simulate.ts";

const text = `
period quarter from 2025Q4 to 2027Q4
dim firm = maker, lab
label maker "The maker" de "Der Hersteller"
set lab_like of firm = lab
sector firms[firm], people, banks
asset D "deposits" : banks owe firms[firm], people
asset L "loans" : firms[firm] owe banks
asset V "vendor loan" : firms[lab] as V_owed owe firms[maker]
asset E "shares" at 2 : firms[lab] owe firms[maker], people
flow chips "chips" : firms[lab] -> firms[maker] = 3
flow service : people -> firms[lab] = 5
flow dividends : firms[lab] -> holders of E = 1
flow interest on L at 0.01
purchase vendor of V : firms[maker] from firms[lab] = 4 - 8 * (if period > 2 then 1 else 0)
purchase stake of E : firms[maker] from firms[lab] = 2
purchase credit of L : banks from firms[lab] = 1
init D.firms[firm] = 100, D.people = 100, L.firms[firm] = {maker: 50, lab: 20}, V_owed = 30, E.firms = 4, E.people = 4`;

describe("ledgerOfRun", () => {
  const { value: model, problems } = compile(text);
  expect(problems).toEqual([]);
  if (!model) throw new Error("the model does not compile");
  const { value: run } = simulate(model.system);
  if (!run) throw new Error("the run failed");
  const ledger = ledgerOfRun(model, run, {
    from: 1,
    to: 4,
    inside: ["firms"],
    roles: { lab_like: ["lab"], maker: ["chips"], people: ["household"] },
    instruments: { service: "lease" },
    scale: 10,
  });
  const amountOf = (id: string): number | undefined =>
    ledger.flows.find((flow) => flow.id === id)?.amount.value;

  it("makes an actor of every element and sector, with its label and its sets' roles", () => {
    expect(ledger.actors.map(({ id, name, roles, boundary }) => [id, name.de, roles, boundary])).toEqual([
      ["maker", "Der Hersteller", ["chips"], false],
      ["lab", "lab", ["lab"], false],
      ["people", "people", ["household"], true],
      ["banks", "banks", [], true],
    ]);
  });

  it("adds up payments by payer and payee over the window, and shares them as the model does", () => {
    expect(amountOf("chips lab maker")).toBe(120);
    expect(amountOf("service people lab")).toBe(200);
    const [maker, people] = [amountOf("dividends lab maker"), amountOf("dividends lab people")];
    expect((maker ?? 0) + (people ?? 0)).toBeCloseTo(40, 12);
    expect(maker).toBeGreaterThan(people ?? 0);
  });

  it("tells instruments by claim, and repayments as payments the other way", () => {
    const kinds = new Map(ledger.flows.map(({ id, instrument }) => [id, instrument]));
    expect(kinds.get("vendor maker lab")).toBe("loan");
    expect(amountOf("vendor maker lab")).toBe(80);
    expect(amountOf("vendor lab maker")).toBe(80);
    expect(kinds.get("stake maker lab")).toBe("equity");
    expect(kinds.get("dividends lab people")).toBe("equity");
    expect(kinds.get("chips lab maker")).toBe("purchase");
    expect(kinds.get("service people lab")).toBe("lease");
  });

  it("dates the window, and holds what is held at its end", () => {
    const window = readPeriod("2026-Q1/2026-Q4");
    expect(ledger.flows[0].period).toEqual(window);
    expect(ledger.asOf).toBe(window?.end);
    const held = new Map(ledger.holdings.map(({ id, amount }) => [id, amount?.value]));
    expect(held.get("V maker lab")).toBeCloseTo(300, 9);
    expect(held.get("E maker lab")).toBeCloseTo(10 * 2 * (4 + 4), 9);
    expect(held.get("E people lab")).toBeCloseTo(80, 9);
  });
});

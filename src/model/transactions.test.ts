import { describe, expect, it } from "vitest";
import { compile } from "./compile.ts";

const text = `
dim firm = maker, lab
label lab "The lab" de "Das Labor"
sector firms[firm], people "people" de "Leute", banks
asset D : banks owe firms[firm], people
asset C "bonds" : firms[firm] owe people, banks
asset E "shares" at 2 : firms[lab] owe firms[maker], people
flow pay "pay" de "Lohn" : firms[maker] -> people = 1
flow dividends : firms[lab] -> holders of E = 2
flow interest on C at 0.01
purchase sale of E : people from firms[lab] = 1
purchase issue of C : holders of C from firms[lab] = 3
init D.firms[firm] = 1, D.people = 1, C.firms[firm] = 5, C.people = 4, C.banks = 6, E.firms = 1, E.people = 1`;

describe("transactions and claims of a model", () => {
  const { value } = compile(text);

  it("name parties, claim and label of every payment and purchase", () => {
    const told = value?.transactions.map(({ base, claim, payers, payees, label }) => [
      base,
      claim,
      payers.map(({ account }) => account).join("+"),
      payees.map(({ account }) => account).join("+"),
      label.de,
    ]);
    expect(told).toContainEqual(["pay", undefined, "firms[maker]", "people", "Lohn"]);
    expect(told).toContainEqual(["dividends", "share", "firms[lab]", "firms[maker]+people", "dividends"]);
    expect(told).toContainEqual(["issue", "bond", "people+banks", "firms[lab]", "issue"]);
    expect(told?.filter(([base]) => base === "interest.C")).toHaveLength(2);
  });

  it("tell shares from debts owed to one and to many", () => {
    const kinds = Object.fromEntries(value?.claims.map(({ base, kind }) => [base, kind]) ?? []);
    expect(kinds).toEqual({ D: "bond", C: "bond", E: "share" });
    const shares = value?.claims.find(({ base }) => base === "E");
    expect(shares?.holders.map(({ account }) => account)).toEqual(["firms[maker]", "people"]);
  });

  it("call sectors and elements by their labels", () => {
    expect(value?.labels).toMatchObject({ lab: { de: "Das Labor" }, people: { de: "Leute" } });
    const unknown = compile('dim firm = maker\nlabel makr "x"\nsector a\nx = 1');
    expect(unknown.problems.map(({ code, hint }) => [code, hint])).toEqual([["unknown-index", "maker"]]);
  });
});

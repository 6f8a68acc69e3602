import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile, type Model } from "../model/index.ts";
import { incidence } from "./incidence.ts";
import type { Run, SimulateOptions } from "./run.ts";
import { simulate } from "./simulate.ts";

const textbook = (name: string): string =>
  readFileSync(new URL(`../../models/textbook/${name}.kl`, import.meta.url), "utf8");

function model(text: string): Model {
  const { value } = compile(text);
  if (!value) throw new Error("the model does not compile");
  return value;
}

function run({ system }: Model, options: SimulateOptions): Run {
  const { value } = simulate(system, options);
  if (!value) throw new Error("the run failed");
  return value;
}

const shares = model(`
period quarter for 8
dim hh = rich, poor
label rich "the rich" de "die Reichen", poor "the poor" de "die Armen"
sector households[hh], firms "firms" de "Firmen", banks
asset D "deposits" : banks owe households[hh], firms
asset L "loans" : firms owe banks
asset E "shares" de "Aktien" at p : firms owe households[rich]
stock K "capital" : firms
flow wages[hh] "wages" de "Löhne" : firms -> households[hh] = {rich: 1, poor: 2}
flow spent[hh] "spending" de "Ausgaben" : households[hh] -> firms = 0.1 * D.households[hh,-1]
flow bonus "wages" de "Löhne" : firms -> households[poor] = extra
purchase borrowed of L : banks from firms = 1
writeoff lost "written off" de "abgeschrieben" of L : firms = 0.1 * L[-1] * bad
build new "investment" of K : firms = 1 + bad
param extra = 0, bad = 0, boom = 0
p = p[-1] * (1 + 0.01 * boom)
E = E[-1]
init p = 1, E = 100, D.households[hh] = 10, D.firms = 10, L = 30, K = 50
scenario change : extra = 3 from 3, bad = 1 from 2, boom = 1`);

describe("incidence", () => {
  const found = incidence(
    shares,
    { scenario: run(shares, { scenario: "change" }), against: run(shares, {}) },
    { from: 2, to: 6 },
  ).value;

  it("splits small sectors into their elements, and calls everything by its label", () => {
    expect(found?.columns.map(({ label }) => label.de)).toEqual([
      "die Reichen",
      "die Armen",
      "Firmen",
      "banks",
    ]);
    expect(found?.rows.map(({ kind, label }) => `${kind} ${label.de}`)).toEqual([
      "payment Löhne",
      "payment Ausgaben",
      "loss abgeschrieben",
      "gain Aktien",
      "real investment",
      "worth Änderung des Reinvermögens",
    ]);
  });

  it("adds payments, gains and losses to zero, and every column to its net worth", () => {
    for (const { kind, total } of found?.rows ?? []) {
      if (kind === "payment" || kind === "gain" || kind === "loss")
        expect(Math.abs(total)).toBeLessThan(1e-9);
    }
    expect(found?.gap).toBeLessThan(1e-12);
    expect(found?.rows[0].values).toEqual([0, 12, -12, 0]);
    expect(found?.rows.at(-1)?.total).toBeCloseTo(5, 9);
  });

  it("averages over the members of paired ensembles", () => {
    const noisy = model(`
sector a, b
asset H : a owes b
noise eps ~ normal(0, 1)
flow G : a -> b = g + eps
param g = 2
init H = 0
scenario more : g = 3`);
    const runs = ["more", []].map((scenario) => run(noisy, { scenario, members: 5, seed: 4, periods: 10 }));
    const { value } = incidence(noisy, { scenario: runs[0], against: runs[1] });
    expect(value?.members).toBe(5);
    expect(value?.rows[0].values[1]).toBeCloseTo(10, 12);
  });

  it("shows variables besides, by column where they have one", () => {
    const { value } = incidence(
      shares,
      { scenario: run(shares, { scenario: "change" }), against: run(shares, {}) },
      { variables: ["wages", "p"] },
    );
    expect(value?.rows.slice(-2).map(({ values }) => values)).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect(value?.rows.at(-1)?.total).toBeGreaterThan(0.3);
  });

  it("closes for a textbook model with capital gains", () => {
    const growth = model(textbook("lp"));
    const [first] = growth.system.scenarios;
    const { value } = incidence(growth, {
      scenario: run(growth, { scenario: first.name }),
      against: run(growth, {}),
    });
    expect(value?.gap).toBeLessThan(1e-9);
    expect(value?.rows.some(({ kind }) => kind === "gain")).toBe(true);
  });

  it("tells a window outside the runs, other members and unknown variables", () => {
    const runs = { scenario: run(shares, { members: 2 }), against: run(shares, {}) };
    const { problems } = incidence(shares, runs, { from: 5, to: 99, variables: ["wagez"] });
    expect(problems.map(({ code, hint }) => [code, hint])).toEqual([
      ["bad-window", undefined],
      ["other-members", undefined],
      ["unknown-output", "wages"],
    ]);
  });
});

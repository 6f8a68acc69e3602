import { expect, it } from "vitest";
import { readSmallDossier } from "../../../test/fixture/small-dossier.ts";
import { ledgerOf } from "../../dossier/index.ts";
import { compileNetwork } from "./compile-network.ts";
import { moneyBalance } from "./money-balance.ts";

const dossier = readSmallDossier();
const basis = { status: "announced", window: dossier.window, unit: "USD" } as const;
const { network } = compileNetwork(ledgerOf(dossier).value!, basis).value!;

it("is zero up to rounding, and not if a payment reaches nobody", () => {
  const turnover = network.amount.reduce((sum, amount) => sum + amount, 0);
  expect(turnover).toBeGreaterThan(0);
  expect(moneyBalance(network)).toBeLessThanOrEqual(1e-9 * turnover);
  const leaking = { ...network, sinks: network.sinks.slice(1) };
  expect(moneyBalance(leaking)).toBeCloseTo(network.sinks[0].amount, 0);
});

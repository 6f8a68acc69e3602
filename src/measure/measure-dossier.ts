import { formatDay, formatPeriod, type Period } from "../core/period.ts";
import type { Outcome } from "../core/problem.ts";
import { engineVersion } from "../core/version.ts";
import { type Dossier, ledgerOf, viewDossier } from "../dossier/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Basis, Reading } from "../ledger/selection.ts";
import { measureChipLife } from "./capital/chip-life.ts";
import { measureLeverage } from "./capital/leverage.ts";
import { measureLosses } from "./capital/losses.ts";
import type { FirmValue } from "./circuit/cross-holdings.ts";
import { type CircuitOptions, measureCircuit } from "./circuit/measure-circuit.ts";
import { measureClaims } from "./claims/verdict.ts";
import { measureCustomers, measureCustomerShares } from "./concentration/customers.ts";
import { measureIndexWeights } from "./concentration/index-weights.ts";
import { measureMarketValue } from "./concentration/market-value.ts";
import { measurePayers } from "./concentration/payers.ts";
import { type ChipFootprintOptions, measureChipFootprint } from "./footprint/chip-footprint.ts";
import { measureElectricityFootprint } from "./footprint/electricity-footprint.ts";
import { measureStatedFootprint } from "./footprint/stated-footprint.ts";
import { type ContributionOptions, measureGrowth } from "./growth/contribution.ts";
import { measureMarketShares } from "./market/market-shares.ts";
import { measureSuppliers } from "./market/suppliers.ts";
import type { Circuit, Measurement, Result, ResultLists } from "./measurement.ts";
import { measureChains } from "./realisation/chains.ts";
import { measureVintages } from "./realisation/vintages.ts";
import type { RequirementOptions } from "./revenue/capital-cost.ts";
import { measureRequiredRevenue } from "./revenue/required-revenue.ts";
import { measurePriceEarnings, measureSeriesPosition } from "./valuation/price-earnings.ts";
import { measurePrices, type PriceOptions, worthOfFirms } from "./valuation/price-of-firms.ts";

export interface MeasureOptions {
  /** Day up to which things were known; the dossier's own by default. */
  readonly asOf?: number | undefined;
  /** Firmness of the ties read; `announced`, which holds all three, by default. */
  readonly status?: Reading | undefined;
  /** Days over which flows are added; the dossier's own by default. */
  readonly window?: Period | undefined;
  /** Currency of all sums of ties; the dossier's own by default. */
  readonly currency?: string | undefined;
  readonly loops?: Pick<CircuitOptions, "longest" | "top" | "financiers">;
  readonly prices?: PriceOptions;
  readonly requirement?: RequirementOptions;
  readonly growth?: ContributionOptions;
  readonly chips?: ChipFootprintOptions;
}

/**
 * Everything measured on a dossier as it was known at a date. What a dossier has no figures for gives empty lists;
 * ties that are in no sum are listed with the reason. Money in whole units of the currency.
 */
export function measureDossier(dossier: Dossier, options: MeasureOptions = {}): Outcome<Measurement> {
  const asOf = options.asOf ?? dossier.asOf;
  const currency = options.currency ?? dossier.currency;
  const basis: Basis = {
    status: options.status ?? "announced",
    window: options.window ?? dossier.window,
    unit: currency,
  };
  const view = viewDossier(dossier, { asOf });
  const { value: ledger, problems: ledgerProblems } = ledgerOf(dossier, { asOf, currency });
  if (!ledger) return { value: undefined, problems: ledgerProblems };
  const worth = worthOfFirms(view);
  const worthOf = (actor: string): FirmValue | undefined => {
    const known = worth.get(actor);
    return known?.figure.currency === currency ? { value: known.range, evidence: known.evidence } : undefined;
  };
  const measured = measureCircuit(ledger, basis, { ...options.loops, worthOf });
  const problems = [...ledgerProblems, ...measured.problems];
  if (!measured.value) return { value: undefined, problems };
  const { network } = measured.value;
  const circuit: Circuit = {
    ...measured.value.circuit,
    leftOut: [...measured.value.circuit.leftOut, ...withoutFlow(view, ledger)],
  };
  const inputs = { status: basis.status, window: formatPeriod(basis.window), unit: currency };
  const lists: ResultLists = {
    concentration: [
      ...measureIndexWeights(view),
      ...measureMarketValue(view),
      ...measureCustomers(view),
      ...measureCustomerShares(view),
      ...measureSuppliers(network, circuit.window, inputs),
      ...measurePayers(network, circuit, inputs),
    ],
    marketShares: measureMarketShares(view),
    valuation: [
      ...measurePriceEarnings(view),
      ...measureSeriesPosition(view),
      ...measurePrices(view, options.prices),
    ],
    requiredRevenue: measureRequiredRevenue(view, options.requirement),
    growth: measureGrowth(view, options.growth),
    realisation: [...measureChains(dossier, asOf), ...measureVintages(dossier, asOf)],
    chipLife: measureChipLife(view),
    leverage: measureLeverage(view),
    losses: measureLosses(view),
    footprint: [
      ...measureStatedFootprint(view),
      ...measureElectricityFootprint(view),
      ...measureChipFootprint(view, options.chips),
    ],
  };
  const value: Measurement = {
    format: 1,
    engine: engineVersion,
    dossier: dossier.id,
    asOf: formatDay(asOf),
    circuit,
    ...markStatements(view, lists),
    claims: measureClaims(dossier, view),
  };
  return { value, problems };
}

/** The lists with a mark on every result that rests on a figure of the article itself. */
function markStatements(view: Dossier, lists: ResultLists): ResultLists {
  const stated = new Set(view.figures.filter(({ origin }) => origin === "article").map(({ id }) => id));
  const mark = (result: Result): Result =>
    result.evidence.some((id) => stated.has(id)) ? { ...result, origin: "article" } : result;
  const marked = Object.entries(lists).map(([name, results]) => [name, results.map(mark)]);
  return Object.fromEntries(marked) as ResultLists;
}

/** Ties that are no flow of the ledger, with the reason. */
function withoutFlow(view: Dossier, ledger: Ledger): Circuit["leftOut"] {
  const flows = new Set(ledger.flows.map((flow) => flow.id));
  return view.ties
    .filter((tie) => !flows.has(tie.id))
    .map((tie) => {
      if (!tie.amount) return { flow: tie.id, reason: "no-amount" };
      if (tie.currency === "") return { flow: tie.id, reason: "physical-unit" };
      return { flow: tie.id, reason: tie.term ? "no-rate" : "no-dates" };
    });
}

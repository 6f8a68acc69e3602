import type { MethodKey, ObjectionKey, PaperKey } from "../text/measures.ts";
import type { About, Result } from "./measurement.ts";

type Against = readonly [ObjectionKey, ...ObjectionKey[]];

/** Paper and objections of each method; no result goes without what would speak against it. */
const grounds: Readonly<Record<MethodKey, readonly [PaperKey, Against]>> = {
  loops: ["cycles", ["proportional", "missingTies", "announced", "normalTrade", "assumedDates"]],
  circulation: ["agony", ["missingTies", "announced", "normalTrade", "oneWindow"]],
  finnCyclingIndex: ["finn", ["proportional", "missingTies", "oneWindow"]],
  loopShare: ["cycles", ["proportional", "longLoops", "missingTies"]],
  incoherence: ["trophic", ["missingTies", "normalTrade", "oneWindow"]],
  core: ["bowTie", ["missingTies", "normalTrade", "announced"]],
  provenance: ["leontief", ["proportional", "missingTies", "assumedDates"]],
  dependence: ["extraction", ["extraction", "proportional", "missingTies"]],
  selfFinanced: ["maximumFlow", ["proportional", "missingTies", "announced", "assumedDates"]],
  bookInflation: ["crossHoldings", ["bookNotMoney", "staleValues", "missingTies"]],
  indexWeight: ["stated", ["differentSeries", "concentrationEarned"]],
  indexWeightChange: ["ratio", ["differentSeries", "concentrationEarned"]],
  weightToEarnings: ["ratio", ["growthJustifies", "differentSeries"]],
  topShare: ["ratio", ["notAllFirms", "concentrationEarned"]],
  herfindahl: ["herfindahl", ["notAllFirms", "concentrationEarned"]],
  effectiveNumber: ["herfindahl", ["notAllFirms", "concentrationEarned"]],
  payersDirect: ["herfindahl", ["missingTies", "announced"]],
  payersUltimate: ["leontief", ["proportional", "missingTies", "announced"]],
  customerBounds: ["hhiBounds", ["customersNotNamed", "substitutes"]],
  customerShare: ["stated", ["customersNotNamed", "substitutes"]],
  marketShare: ["stated", ["marketDrawn", "substitutes"]],
  revenueShare: ["ratio", ["notAllFirms", "fiscalYears", "marketDrawn"]],
  supplierShare: ["ratio", ["missingTies", "substitutes", "announced"]],
  priceEarnings: ["ratio", ["growthJustifies", "oneYearEarnings"]],
  priceEarningsPosition: ["ratio", ["shortRange", "growthJustifies"]],
  seriesPosition: ["ratio", ["shortRange", "growthJustifies"]],
  priceSales: ["ratio", ["growthJustifies", "staleValues", "fiscalYears"]],
  impliedGrowth: ["reverseDcf", ["otherRates", "oneYearEarnings", "notPredicting"]],
  yearsToJustify: ["reverseDcf", ["otherRates", "oneYearEarnings", "notPredicting"]],
  priceAboveValue: ["reverseDcf", ["otherRates", "oneYearEarnings", "growthJustifies"]],
  requiredPayback: ["sequoia", ["marginUnknown", "capitalElsewhere", "costSavings"]],
  requiredAnnuity: ["annuity", ["marginUnknown", "capitalElsewhere", "costSavings"]],
  requiredRepeated: ["annuity", ["marginUnknown", "capitalElsewhere", "costSavings"]],
  requiredPerpetuity: ["annuity", ["marginUnknown", "capitalElsewhere", "costSavings"]],
  requiredFromChips: ["sequoia", ["marginUnknown", "costSavings", "fiscalYears"]],
  requiredStated: ["stated", ["basisUnclear", "marginUnknown", "costSavings"]],
  reportedRevenue: ["ratio", ["doubleCounting", "costSavings", "fiscalYears"]],
  revenueGap: ["ratio", ["basisUnclear", "marginUnknown", "costSavings"]],
  revenueMultiple: ["ratio", ["basisUnclear", "marginUnknown", "costSavings"]],
  growthNeeded: ["ratio", ["basisUnclear", "marginUnknown", "notPredicting"]],
  growthNeededInTotal: ["ratio", ["basisUnclear", "marginUnknown", "notPredicting"]],
  growthContribution: ["growthAccounting", ["growthRevised", "withoutInvestment"]],
  growthShare: ["growthAccounting", ["growthRevised", "withoutInvestment"]],
  growthNet: ["growthAccounting", ["importsUnknown", "growthRevised", "withoutInvestment"]],
  growthShareNet: ["growthAccounting", ["importsUnknown", "growthRevised", "withoutInvestment"]],
  realisationChain: ["ratio", ["stillOpen", "selection"]],
  realisationSum: ["stated", ["stillOpen", "missingTies"]],
  realisationShare: ["ratio", ["stillOpen", "missingTies"]],
  accountingLife: ["stated", ["cascading", "taxAccounting"]],
  economicLife: ["geometric", ["resaleThin", "cascading"]],
  rentalDecline: ["ratio", ["resaleThin", "cascading"]],
  depreciationGap: ["geometric", ["resaleThin", "cascading", "taxAccounting"]],
  capexToDepreciation: ["ratio", ["growthPhase", "taxAccounting"]],
  debtToRevenue: ["ratio", ["debtServiceable", "leases"]],
  debtToCashFlow: ["ratio", ["debtServiceable", "leases"]],
  interestShare: ["ratio", ["debtServiceable", "leases"]],
  capexToCashFlow: ["ratio", ["growthPhase", "debtServiceable"]],
  loss: ["stated", ["nonCash", "growthPhase"]],
  lossToRevenue: ["ratio", ["nonCash", "growthPhase"]],
  footprintStated: ["stated", ["allDataCentres", "siteDiffers"]],
  chipElectricity: ["footprint", ["utilisationAssumed", "cascading"]],
  carbonFromElectricity: ["footprint", ["marketBased", "allDataCentres", "siteDiffers"]],
  waterOnSite: ["footprint", ["siteDiffers", "allDataCentres"]],
  embodiedCarbon: ["footprint", ["proxyMass", "cascading"]],
  chipWaste: ["footprint", ["proxyMass", "cascading"]],
  claim: ["claims", ["evidenceChosen", "evidenceDated"]],
};

/** What a result says about itself: method, paper, options as used, evidence, objections. */
export function aboutMethod(
  method: MethodKey,
  inputs: About["inputs"] = {},
  evidence: readonly string[] = [],
): About {
  const [paper, against] = grounds[method];
  return { method, paper, inputs, evidence: [...new Set(evidence)], against };
}

/** A result of a list; its id is `measure:subject` and whatever tells it from its like. */
export function createResult(
  method: MethodKey,
  found: Omit<Result, keyof About | "id" | "measure"> & { readonly tag?: string },
  inputs: About["inputs"] = {},
  evidence: readonly string[] = [],
): Result {
  const { tag, ...rest } = found;
  const id = [method, found.subject, ...(tag === undefined ? [] : [tag])].join(":");
  return { ...aboutMethod(method, inputs, evidence), id, measure: method, ...rest };
}

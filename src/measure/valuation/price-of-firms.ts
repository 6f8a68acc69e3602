import type { Dossier } from "../../dossier/index.ts";
import { divideRanges, exactly, type KnownFigure, latestFigures } from "../known-figure.ts";
import type { Range } from "../../ledger/ledger.ts";
import type { Result } from "../measurement.ts";
import { createResult } from "../method.ts";
import {
  discountDefaults,
  type DiscountOptions,
  growthInPrice,
  valueEarnings,
  yearsInPrice,
} from "./discounted-earnings.ts";

export interface PriceOptions extends DiscountOptions {
  /**
   * Growth that is granted when years to justify are counted. Default 0.2, an assumption; growth that high over many years
   * has been rare (Chan, Karceski & Lakonishok 2003, Journal of Finance 58).
   */
  readonly growth?: number;
  /** Net margin granted to firms without profit. Default 0.25, an assumption: what large software firms earn. */
  readonly margin?: number;
  /** How far the discount rate is moved for the bounds. Default 0.01. */
  readonly rateStep?: number;
}

/** Defaults of `PriceOptions`, each with its reason there; every result names those it used. */
export const priceDefaults = { ...discountDefaults, growth: 0.2, margin: 0.25, rateStep: 0.01 } as const;

/** Value of each firm (market value, or that of its last round) by subject. */
export function worthOfFirms(view: Dossier): ReadonlyMap<string, KnownFigure> {
  const rounds = latestFigures(view, ["valuation"], { reported: true });
  return new Map([...rounds, ...latestFigures(view, ["market_cap"], { reported: true })]);
}

/**
 * For each firm of known value: price over earnings and over sales, growth the price implies, years to justify it and
 * what it holds above discounted earnings. Firms without profit are granted `margin` on their revenue.
 */
export function measurePrices(view: Dossier, options: PriceOptions = {}): readonly Result[] {
  const revenues = new Map([
    ...latestFigures(view, ["run_rate_revenue"], { reported: true }),
    ...latestFigures(view, ["revenue"], { yearly: true, reported: true }),
  ]);
  const incomes = latestFigures(view, ["net_income"], { yearly: true, reported: true });
  return [...worthOfFirms(view)].flatMap(([subject, worth]) => {
    const same = (known: KnownFigure | undefined): KnownFigure | undefined =>
      known && known.figure.currency === worth.figure.currency && known.range.low > 0 ? known : undefined;
    const [income, revenue] = [same(incomes.get(subject)), same(revenues.get(subject))];
    const results: Result[] = [];
    const common = { subject, period: worth.figure.periodLabel };
    if (income) {
      const value = divideRanges(worth.range, income.range);
      const inputs = { earnings: income.figure.periodLabel };
      const evidence = [...worth.evidence, ...income.evidence];
      results.push(
        createResult("priceEarnings", { ...common, value, unit: "x", tag: "computed" }, inputs, evidence),
      );
    }
    if (revenue) {
      const value = divideRanges(worth.range, revenue.range);
      const inputs = { revenue: revenue.figure.periodLabel };
      const evidence = [...worth.evidence, ...revenue.evidence];
      results.push(createResult("priceSales", { ...common, value, unit: "x" }, inputs, evidence));
    }
    const margin = options.margin ?? priceDefaults.margin;
    if (income) results.push(...justify(worth, income, income.range.value, {}, options));
    else if (revenue)
      results.push(...justify(worth, revenue, margin * revenue.range.value, { margin }, options));
    return results;
  });
}

function justify(
  worth: KnownFigure,
  ground: KnownFigure,
  earnings: number,
  granted: Readonly<Record<string, number>>,
  options: PriceOptions,
): readonly Result[] {
  const { discountRate, terminalGrowth, horizon, payout, growth, rateStep } = {
    ...priceDefaults,
    ...options,
  };
  const price = worth.range.value;
  const at = (rate: number): DiscountOptions => ({ discountRate: rate, terminalGrowth, horizon, payout });
  const { subject, periodLabel: period, currency } = worth.figure;
  const evidence = [...worth.evidence, ...ground.evidence];
  const inputs = { ...granted, earnings, discountRate, terminalGrowth, horizon, payout, rateStep };
  const spread = (find: (options: DiscountOptions) => number | undefined): Range | undefined => {
    const found = [discountRate, discountRate - rateStep, discountRate + rateStep].map((rate) =>
      rate > terminalGrowth ? find(at(rate)) : undefined,
    );
    const [value, ...ends] = found;
    if (value === undefined) return undefined;
    const known = ends.filter((end) => end !== undefined);
    return { value, low: Math.min(value, ...known), high: Math.max(value, ...known) };
  };
  const implied = spread((assumed) => growthInPrice(price, earnings, assumed));
  const years = spread((assumed) => yearsInPrice(price, earnings, growth, assumed));
  const above = spread((assumed) => price - valueEarnings(earnings, growth, assumed));
  const common = { subject, period };
  const percent = implied && {
    value: 100 * implied.value,
    low: 100 * implied.low,
    high: 100 * implied.high,
  };
  const withGrowth = { ...inputs, growth };
  return [
    ...(percent
      ? [createResult("impliedGrowth", { ...common, value: percent, unit: "percent/yr" }, inputs, evidence)]
      : []),
    ...(years
      ? [createResult("yearsToJustify", { ...common, value: years, unit: "years" }, withGrowth, evidence)]
      : []),
    createResult(
      "priceAboveValue",
      { ...common, value: above ?? exactly(price), unit: currency },
      withGrowth,
      evidence,
    ),
  ];
}

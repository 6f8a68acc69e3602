import { calendarDay } from "../../core/period.ts";
import type { MethodKey } from "../../text/measures.ts";
import type { Dossier, Figure } from "../../dossier/index.ts";
import type { Range } from "../../ledger/ledger.ts";
import {
  exactly,
  independentFigures,
  isYear,
  type KnownFigure,
  latestFigures,
  readKnown,
  scaleRange,
} from "../known-figure.ts";
import type { About, Result } from "../measurement.ts";
import { createResult } from "../method.ts";
import {
  annuityFactor,
  growthToAddUp,
  growthToReach,
  requirementDefaults,
  type RequirementOptions,
} from "./capital-cost.ts";
import { findReportedRevenue, measureReportedRevenue, type ReportedRevenue } from "./reported-revenue.ts";

const yearlyCapital = ["capex", "capex_ttm", "capex_guidance"] as const;
const wholeCapital = ["total_spending", "programme_size"] as const;

/**
 * Revenue that the capital of the boom has to earn, on stated bases (paid back once, a year of its life, a year with
 * spending repeated, for ever, from chip sales), what others state, and each against reported revenue: gap, multiple and
 * growth needed to the horizon.
 */
export function measureRequiredRevenue(view: Dossier, options: RequirementOptions = {}): readonly Result[] {
  const assumed = { ...requirementDefaults, ...options };
  const reported = findReportedRevenue(view);
  const own = [...fromCapital(view, assumed), ...fromChips(view, assumed)];
  const stated = independentAndStated(view);
  return [
    ...(reported ? [measureReportedRevenue(view, reported)] : []),
    ...own.flatMap((result) => [
      result,
      ...(reported && isWhole(result, own) ? compareYearly(result, reported, view, assumed) : []),
    ]),
    ...stated.flatMap((figure) => compareStated(figure, reported, view, assumed)),
  ];
}

/** One year's spending must be seen repeated; revenue reported now answers to all of it, not to one year's part. */
function isWhole(result: Result, all: readonly Result[]): boolean {
  if (!result.unit.endsWith("/yr")) return false;
  if (result.measure === "requiredRepeated" || result.measure === "requiredFromChips") return true;
  const { subject, period } = result;
  return !all.some(
    (other) => other.measure === "requiredRepeated" && other.subject === subject && other.period === period,
  );
}

/** Spending of groups of firms and of whole programmes; of single actors only if no group is known. */
function capitalFigures(view: Dossier): readonly KnownFigure[] {
  const actors = new Set(view.actors.map((actor) => actor.id));
  const all = [
    ...latestFigures(view, yearlyCapital, { yearly: true }).values(),
    ...latestFigures(view, wholeCapital).values(),
  ].filter(({ figure }) => figure.currency === view.currency);
  const groups = all.filter(({ figure }) => !actors.has(figure.subject));
  return groups.length > 0 ? groups : all;
}

function fromCapital(view: Dossier, assumed: Required<RequirementOptions>): readonly Result[] {
  const { requiredReturn, grossMargin, life } = assumed;
  const annuity = annuityFactor(requiredReturn, life);
  return capitalFigures(view).flatMap(({ figure, range, evidence }) => {
    const bases: readonly (readonly [MethodKey, number, string, About["inputs"]])[] = [
      ["requiredPayback", 1, "", { life }],
      ["requiredAnnuity", annuity, "/yr", { requiredReturn, life }],
      ...(isYear(figure)
        ? [["requiredRepeated", annuity * life, "/yr", { requiredReturn, life }] as const]
        : []),
      ["requiredPerpetuity", requiredReturn, "/yr", { requiredReturn }],
    ];
    return bases.map(([method, factor, per, inputs]) =>
      createResult(
        method,
        {
          subject: figure.subject,
          value: scaleRange(range, factor / grossMargin),
          unit: `${figure.currency}${per}`,
          period: figure.periodLabel,
          tag: figure.id,
        },
        { capital: range.value, grossMargin, ...inputs },
        evidence,
      ),
    );
  });
}

/** From the largest seller's yearly chip sales, the way Sequoia counts. */
function fromChips(view: Dossier, assumed: Required<RequirementOptions>): readonly Result[] {
  const sales = [...latestFigures(view, ["data_centre_revenue"], { yearly: true, reported: true }).values()];
  const largest = sales.sort((a, b) => b.range.value - a.range.value).at(0);
  if (!largest) return [];
  const share = [...latestFigures(view, ["gpu_share_of_capex"]).values()].at(0);
  const part = share?.range ?? exactly(assumed.chipShare);
  const { value, low, high } = largest.range;
  const needed = {
    value: value / part.value / assumed.grossMargin,
    low: low / part.high / assumed.grossMargin,
    high: high / part.low / assumed.grossMargin,
  };
  const { subject, periodLabel: period, currency } = largest.figure;
  return [
    createResult(
      "requiredFromChips",
      { subject, value: needed, unit: `${currency}/yr`, period },
      { chipSales: value, chipShare: part.value, grossMargin: assumed.grossMargin },
      [...largest.evidence, ...(share?.evidence ?? [])],
    ),
  ];
}

function independentAndStated(view: Dossier): readonly Figure[] {
  const independent = independentFigures(view, ["required_revenue"]);
  const article = view.figures.filter(
    (figure) => figure.origin === "article" && figure.measure === "required_revenue" && figure.amount,
  );
  return [...article, ...independent];
}

function compareYearly(
  result: Result,
  reported: ReportedRevenue,
  view: Dossier,
  { horizonYear }: Pick<Required<RequirementOptions>, "horizonYear">,
): readonly Result[] {
  const { value, low, high } = result.value;
  const now = reported.range;
  const common = { subject: result.subject, of: result.measure, period: result.period, tag: result.id };
  const evidence = [...result.evidence, ...reported.evidence];
  const gap = { value: value - now.value, low: low - now.high, high: high - now.low };
  const multiple = { value: value / now.value, low: low / now.high, high: high / now.low };
  const inputs = { required: value, reportedRevenue: now.value };
  return [
    createResult("revenueGap", { ...common, value: gap, unit: result.unit }, inputs, evidence),
    createResult("revenueMultiple", { ...common, value: multiple, unit: "x" }, inputs, evidence),
    ...growthNeeded("growthNeeded", growthToReach, result, reported, view, horizonYear),
  ];
}

/** A sum without “a year” may mean the horizon year or all years up to it: both are worked out. */
function compareStated(
  figure: Figure,
  reported: ReportedRevenue | undefined,
  view: Dossier,
  assumed: Required<RequirementOptions>,
): readonly Result[] {
  const known = readKnown(view, figure);
  if (!known) return [];
  const yearly = (known.dimension["year"] ?? 0) === -1;
  const { subject, currency, periodLabel: period, id } = figure;
  const stated = createResult(
    "requiredStated",
    { subject, value: known.range, unit: yearly ? `${currency}/yr` : currency, period, tag: id },
    { basis: yearly ? "yearly" : "unclear" },
    known.evidence,
  );
  if (!reported || currency !== view.currency) return [stated];
  const named = figure.period ? calendarDay(figure.period.end).year : 0;
  const horizonYear = named > calendarDay(view.asOf).year ? named : assumed.horizonYear;
  return [
    stated,
    ...compareYearly({ ...stated, unit: `${currency}/yr` }, reported, view, { horizonYear }),
    ...(yearly
      ? []
      : growthNeeded("growthNeededInTotal", growthToAddUp, stated, reported, view, horizonYear)),
  ];
}

function growthNeeded(
  method: "growthNeeded" | "growthNeededInTotal",
  solve: (start: number, goal: number, years: number) => number | undefined,
  result: Result,
  reported: ReportedRevenue,
  view: Dossier,
  horizonYear: number,
): readonly Result[] {
  const years = horizonYear - calendarDay(view.asOf).year;
  const at = (goal: number, start: number): number | undefined => solve(start, goal, years);
  const value = at(result.value.value, reported.range.value);
  const low = at(result.value.low, reported.range.high);
  const high = at(result.value.high, reported.range.low);
  if (value === undefined || low === undefined || high === undefined) return [];
  const range: Range = { value: 100 * value, low: 100 * low, high: 100 * high };
  return [
    createResult(
      method,
      {
        subject: result.subject,
        of: result.measure,
        value: range,
        unit: "percent/yr",
        period: `${calendarDay(view.asOf).year}/${horizonYear}`,
        tag: result.id,
      },
      { horizonYear, years },
      [...result.evidence, ...reported.evidence],
    ),
  ];
}

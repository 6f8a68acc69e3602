import { overlapShare } from "../../core/period.ts";
import type { Dossier, Figure } from "../../dossier/index.ts";
import {
  divideRanges,
  independentFigures,
  type KnownFigure,
  readKnown,
  scaleRange,
} from "../known-figure.ts";
import type { Result } from "../measurement.ts";
import { createResult } from "../method.ts";

/** Kinds of losses, positive where money is lost; and results that are negative if it is. */
const lossMeasures = [
  "cash_burn",
  "net_loss",
  "projected_loss",
  "net_loss_implied",
  "projected_burn",
  "cumulative_burn",
];
const resultMeasures = ["operating_income", "net_income", "free_cash_flow"];

/** Losses as stated, article included, each kind by itself; and those of a year over the revenue of that year. */
export function measureLosses(view: Dossier): readonly Result[] {
  const revenues = independentFigures(view, ["revenue"], { reported: true });
  return view.figures.flatMap((figure) => {
    const known = readLoss(view, figure);
    if (!known) return [];
    const { subject, measure: of, currency, periodLabel: period, id, status, origin } = figure;
    const common = { subject, of, period, tag: id };
    const stated = createResult(
      "loss",
      { ...common, value: known.range, unit: currency },
      { status, origin },
      known.evidence,
    );
    return [stated, ...overRevenue(view, known, revenues, common)];
  });
}

function readLoss(view: Dossier, figure: Figure): KnownFigure | undefined {
  const isLoss = lossMeasures.includes(figure.measure);
  if (figure.currency === "" || !(isLoss || resultMeasures.includes(figure.measure))) return undefined;
  const known = readKnown(view, figure);
  if (!known || isLoss) return known;
  return known.range.value >= 0 ? undefined : { ...known, range: scaleRange(known.range, -1) };
}

function overRevenue(
  view: Dossier,
  loss: KnownFigure,
  revenues: readonly Figure[],
  common: Pick<Result, "subject" | "period"> & { readonly of: string; readonly tag: string },
): readonly Result[] {
  const { period, currency } = loss.figure;
  const match = revenues.find(
    (figure) =>
      figure.subject === common.subject &&
      figure.currency === currency &&
      figure.period &&
      period &&
      overlapShare(figure.period, period) > 0.9 &&
      overlapShare(period, figure.period) > 0.9,
  );
  const revenue = match && readKnown(view, match);
  if (!revenue || revenue.range.low <= 0) return [];
  const value = scaleRange(divideRanges(loss.range, revenue.range), 100);
  const inputs = { loss: loss.range.value, revenue: revenue.range.value };
  const evidence = [...loss.evidence, ...revenue.evidence];
  return [createResult("lossToRevenue", { ...common, value, unit: "percent" }, inputs, evidence)];
}

import type { Dossier, Figure, Series } from "../../dossier/index.ts";
import { figuresOn } from "../../dossier/index.ts";
import { formatDay } from "../../core/period.ts";
import { exactly, independentFigures } from "../known-figure.ts";
import type { Result } from "../measurement.ts";
import { createResult } from "../method.ts";

/** Measures that may be set side by side; a forward ratio has another denominator. */
const families = [["pe_ratio", "pe_ratio_trailing"], ["pe_ratio_forward"], ["cape"]] as const;

/**
 * Stated price–earnings ratios, and where those of the article stand in the range that independent sources give for the same
 * subject; a source among them says nothing by standing in its own range.
 */
export function measurePriceEarnings(view: Dossier): readonly Result[] {
  return families.flatMap((family) => {
    const subjects = new Set(figuresOn(view, { measure: family }).map((figure) => figure.subject));
    return [...subjects].flatMap((subject) => {
      const stated = figuresOn(view, { measure: family, subject }).filter((figure) => figure.amount);
      const span = spanOf(independentFigures(view, family, { subject }));
      return stated.flatMap((figure) => placeRatio(figure, span));
    });
  });
}

interface Span {
  readonly low: number;
  readonly high: number;
  readonly evidence: readonly string[];
}

function spanOf(figures: readonly Figure[]): Span | undefined {
  const amounts = figures.flatMap((figure) => figure.amount ?? []);
  const low = Math.min(...amounts.map((amount) => amount.low));
  const high = Math.max(...amounts.map((amount) => amount.high));
  return high > low ? { low, high, evidence: figures.map((figure) => figure.id) } : undefined;
}

function placeRatio(figure: Figure, span: Span | undefined): readonly Result[] {
  const { subject, amount, unit, periodLabel: period, id, measure: of } = figure;
  if (!amount) return [];
  const common = { subject, of, period, tag: id };
  const stated = createResult("priceEarnings", { ...common, value: amount, unit }, { stated: of }, [id]);
  if (!span || figure.origin !== "article") return [stated];
  const place = (ratio: number): number => (100 * (ratio - span.low)) / (span.high - span.low);
  const inputs = { low: span.low, high: span.high };
  const value = exactly(place(amount.value));
  return [
    stated,
    createResult("priceEarningsPosition", { ...common, value, unit: "percent" }, inputs, [
      id,
      ...span.evidence,
    ]),
  ];
}

/** Rank of the latest value of each series of ratios (unit `x`) among all its values up to the date. */
export function measureSeriesPosition(view: Dossier): readonly Result[] {
  return view.series
    .filter((series) => series.unit === "x")
    .flatMap((series) => placeLatest(series, view.asOf));
}

function placeLatest({ id, days, values }: Series, asOf: number): readonly Result[] {
  const count = days.reduce((sum, day) => sum + (day <= asOf ? 1 : 0), 0);
  if (count < 2) return [];
  const latest = values[count - 1];
  const lower = values.subarray(0, count - 1).reduce((sum, value) => sum + (value < latest ? 1 : 0), 0);
  const period = formatDay(days[count - 1]);
  const value = exactly((100 * lower) / (count - 1));
  return [
    createResult(
      "seriesPosition",
      { subject: id, value, unit: "percent", period },
      { latest, values: count },
      [id],
    ),
  ];
}

import { type Period, periodDays } from "../core/period.ts";
import { findUnit } from "../core/unit.ts";
import type { Figure } from "./dossier.ts";

/** One term of a sum: the period over which it flows (undefined for stocks, rates and plain numbers), and its sign. */
export interface FlowTerm {
  readonly window: Period | undefined;
  readonly sign: 1 | -1;
}

export type SumWindow =
  | { readonly window: Period | undefined; readonly mixed?: undefined }
  /** Two periods of different lengths, and the place of the second among the terms. */
  | { readonly mixed: readonly [Period, Period]; readonly at: number; readonly window?: undefined };

/** Measures that add up over time; what stands at a moment, or per unit of something, does not. */
const flows =
  /(^|_)(revenues?|sales|income|profits?|loss|losses|earnings|cash_flow|capex|burn|spending|expenses?|depreciation|electricity|water|shipments|buybacks|dividends)(_|$)/;
const noFlows = /(^|_)(rate|ratio|share|per|change|growth|required|peak|cumulative|total|lost)(_|$)/;
/** Exponents of what a flow counts; a unit per year is a rate already. */
const countable = ["money", "litre", "piece", "gram", "share"];

/**
 * The period over which a figure flows: revenue of a quarter, electricity of a year. `undefined` for a stock, a price, a
 * rate, a pledge, and for a figure without period.
 */
export function flowWindow(
  figure: Pick<Figure, "measure" | "unit" | "currency" | "period">,
): Period | undefined {
  const { measure, period } = figure;
  if (!period || !flows.test(measure) || noFlows.test(measure)) return undefined;
  const dimension = Object.entries(findUnit(figure.unit, figure.currency)?.dimension ?? {});
  const amount = dimension.length === 1 && dimension[0][1] === 1 && countable.includes(dimension[0][0]);
  const energy = figure.unit.endsWith("Wh");
  return amount || energy ? period : undefined;
}

/**
 * The period over which a sum flows. Terms may have one length (months, whole quarters of different firms, years that
 * begin in different months), follow each other without a gap, or take a part from the beginning or the end of a whole;
 * anything else mixes windows.
 */
export function windowOfSum(terms: readonly FlowTerm[]): SumWindow {
  const placed = terms.flatMap(({ window, sign }, at) => (window ? [{ window, sign, at }] : []));
  if (placed.length === 0) return { window: undefined };
  const added = tiled(placed.filter(({ sign }) => sign > 0).map(({ window }) => window));
  const taken = tiled(placed.filter(({ sign }) => sign < 0).map(({ window }) => window));
  const [first] = placed;
  const other = placed.find(({ window }) => !sameLength(window, first.window));
  if (placed.every(({ sign }) => sign > 0) && added) return { window: added };
  if (!other) return { window: first.window };
  const rest = added && taken && without(added, taken);
  return rest ? { window: rest } : { mixed: [first.window, other.window], at: other.at };
}

/** The one period that periods fill without gap or overlap, in any order. */
function tiled(periods: readonly Period[]): Period | undefined {
  const sorted = periods.toSorted((a, b) => a.start - b.start);
  const touching = sorted.slice(1).every(({ start }, index) => start === sorted[index].end + 1);
  return sorted.length > 0 && touching ? { start: sorted[0].start, end: sorted.at(-1)!.end } : undefined;
}

/** What is left of a period when its beginning or its end is taken away. */
function without(whole: Period, part: Period): Period | undefined {
  if (part.start === whole.start && part.end < whole.end) return { start: part.end + 1, end: whole.end };
  if (part.end === whole.end && part.start > whole.start) return { start: whole.start, end: part.start - 1 };
  return undefined;
}

/** Months, quarters and years differ by days, and so do business years of 52 and 53 weeks. */
function sameLength(a: Period, b: Period): boolean {
  const [longer, shorter] = [Math.max(months(a), months(b)), Math.min(months(a), months(b))];
  return longer === shorter && (longer > 0 || periodDays(a) === periodDays(b));
}

function months(period: Period): number {
  return Math.round((12 * periodDays(period)) / 365.25);
}

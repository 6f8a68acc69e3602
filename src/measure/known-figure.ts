import type { Dimension } from "../core/unit.ts";
import { periodDays } from "../core/period.ts";
import { conflictsOf, type Dossier, type Figure, figuresOn, quantityOf } from "../dossier/index.ts";
import type { Range } from "../ledger/ledger.ts";

/** A figure chosen for a computation, in base units; bounds span what conflicting figures say. */
export interface KnownFigure {
  readonly figure: Figure;
  readonly range: Range;
  readonly dimension: Dimension;
  readonly evidence: readonly string[];
}

export interface FigureChoice {
  /** Only periods of about a year. */
  readonly yearly?: boolean;
  /** Nothing forecast or announced. */
  readonly reported?: boolean;
  /** Only of this subject. */
  readonly subject?: string;
}

/** The article is what is tested; computations stand on other sources. */
export function independentFigures(
  view: Dossier,
  measures: readonly string[],
  choice: FigureChoice = {},
): readonly Figure[] {
  const { subject } = choice;
  const found = figuresOn(view, { measure: measures, ...(subject !== undefined && { subject }) }).filter(
    (figure) =>
      figure.amount !== undefined &&
      figure.origin !== "article" &&
      (!choice.yearly || isYear(figure)) &&
      (!choice.reported || figure.status === "reported" || figure.status === "estimated"),
  );
  const firm = found.filter((figure) => figure.confidence !== "low");
  return firm.length > 0 ? firm : found;
}

/** True if a figure covers about one year. */
export function isYear({ period }: Figure): boolean {
  return period !== undefined && periodDays(period) >= 350 && periodDays(period) <= 380;
}

/**
 * The latest figure of each subject, first those of high confidence; what conflicts with it widens its bounds and is
 * part of the evidence.
 */
export function latestFigures(
  view: Dossier,
  measures: readonly string[],
  choice: FigureChoice = {},
): ReadonlyMap<string, KnownFigure> {
  const chosen = new Map<string, Figure>();
  for (const figure of independentFigures(view, measures, choice)) {
    const before = chosen.get(figure.subject);
    if (!before || comesLater(figure, before)) chosen.set(figure.subject, figure);
  }
  return new Map(
    [...chosen].flatMap(([subject, figure]) => {
      const known = readKnown(view, figure);
      return known ? [[subject, known] as const] : [];
    }),
  );
}

function comesLater(a: Figure, b: Figure): boolean {
  const [endA, endB] = [a.period?.end ?? 0, b.period?.end ?? 0];
  if (endA !== endB) return endA > endB;
  return a.confidence === "high" && b.confidence !== "high";
}

/**
 * A figure in base units, with bounds that span its conflicts about the same measure and period; `undefined` without
 * amount.
 */
export function readKnown(view: Dossier, figure: Figure): KnownFigure | undefined {
  const own = quantityOf(figure);
  if (!own) return undefined;
  const others = conflictsOf(view, figure.id).flatMap((other) => {
    const quantity = isAlike(other, figure) ? quantityOf(other) : undefined;
    return quantity ? [{ id: other.id, quantity }] : [];
  });
  return {
    figure,
    range: {
      value: own.value,
      low: Math.min(own.low, ...others.map(({ quantity }) => quantity.low)),
      high: Math.max(own.high, ...others.map(({ quantity }) => quantity.high)),
    },
    dimension: own.dimension,
    evidence: [figure.id, ...others.map(({ id }) => id)],
  };
}

/** Conflicts may be about another measure or date; only those about the same thing widen its bounds. */
function isAlike(other: Figure, figure: Figure): boolean {
  return (
    other.origin !== "article" &&
    other.confidence !== "low" &&
    other.measure === figure.measure &&
    other.subject === figure.subject &&
    other.unit === figure.unit &&
    other.currency === figure.currency &&
    other.period?.start === figure.period?.start &&
    other.period?.end === figure.period?.end
  );
}

/** Quotient of positive ranges, each end at its extreme. */
export function divideRanges(a: Range, b: Range): Range {
  return { value: a.value / b.value, low: a.low / b.high, high: a.high / b.low };
}

export function scaleRange({ value, low, high }: Range, factor: number): Range {
  const ends = [low * factor, high * factor];
  return { value: value * factor, low: Math.min(...ends), high: Math.max(...ends) };
}

export function multiplyRanges(a: Range, b: Range): Range {
  return { value: a.value * b.value, low: a.low * b.low, high: a.high * b.high };
}

/** A range without width. */
export function exactly(value: number): Range {
  return { value, low: value, high: value };
}

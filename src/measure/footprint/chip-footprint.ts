import type { Dossier } from "../../dossier/index.ts";
import { findUnit } from "../../core/unit.ts";
import type { Range } from "../../ledger/ledger.ts";
import {
  independentFigures,
  type KnownFigure,
  multiplyRanges,
  readKnown,
  scaleRange,
} from "../known-figure.ts";
import type { Result } from "../measurement.ts";
import { createResult } from "../method.ts";

export interface ChipFootprintOptions {
  /** Part of full power drawn on average, 0 to 1. Default 0.7 between 0.5 and 0.9, an assumption. */
  readonly utilisation?: Range;
}

/** Share of its power that a chip draws on average: an assumption, for nobody reports it; results name it. */
export const chipFootprintDefaults = { utilisation: { value: 0.7, low: 0.5, high: 0.9 } } as const;

/** Electricity, embodied emissions and mass of the chips shipped, for each stated number of them. */
export function measureChipFootprint(view: Dossier, options: ChipFootprintOptions = {}): readonly Result[] {
  const { utilisation } = { ...chipFootprintDefaults, ...options };
  const known = (measure: string): readonly KnownFigure[] =>
    independentFigures(view, [measure]).flatMap((figure) => readKnown(view, figure) ?? []);
  const power = spanOf(known("tdp"));
  const overhead = spanOf(known("pue"));
  const embodied = spanOf(known("embodied_carbon").filter(({ figure }) => isChip(view, figure.subject)));
  const mass = spanOf(known("mass"));
  return [...known("shipments"), ...known("shipments_plan")].flatMap((shipped) => {
    const { subject, periodLabel: period, id, measure: of } = shipped.figure;
    const common = { subject, of, period, tag: id };
    const times = (span: Span): Range => multiplyRanges(shipped.range, span.range);
    return [
      ...(power && overhead
        ? [
            createResult(
              "chipElectricity",
              {
                ...common,
                value: inUnit(
                  multiplyRanges(multiplyRanges(times(power), overhead.range), utilisation),
                  "TWh",
                ),
                unit: "TWh",
              },
              { utilisation: utilisation.value, watts: power.range.value, pue: overhead.range.value },
              [...shipped.evidence, ...power.evidence, ...overhead.evidence],
            ),
          ]
        : []),
      ...(embodied
        ? [
            createResult(
              "embodiedCarbon",
              { ...common, value: inUnit(times(embodied), "MtCO2e"), unit: "MtCO2e" },
              { grams: embodied.range.value },
              [...shipped.evidence, ...embodied.evidence],
            ),
          ]
        : []),
      ...(mass
        ? [
            createResult(
              "chipWaste",
              { ...common, value: inUnit(times(mass), "Mt"), unit: "Mt" },
              { grams: mass.range.value },
              [...shipped.evidence, ...mass.evidence],
            ),
          ]
        : []),
    ];
  });
}

/** Servers embody more than one chip; only what also has a stated power or mass is a chip. */
function isChip(view: Dossier, subject: string): boolean {
  const chips = view.figures.filter(({ measure }) => measure === "tdp" || measure === "mass");
  return chips.some((figure) => figure.subject === subject || figure.subject.startsWith(`${subject} `));
}

interface Span {
  readonly range: Range;
  readonly evidence: readonly string[];
}

/** The latest (most modern) value, and bounds over all. */
function spanOf(figures: readonly KnownFigure[]): Span | undefined {
  const latest = figures.at(-1);
  if (!latest) return undefined;
  const low = Math.min(...figures.map(({ range }) => range.low));
  const high = Math.max(...figures.map(({ range }) => range.high));
  return {
    range: { value: latest.range.value, low, high },
    evidence: figures.flatMap(({ evidence }) => evidence),
  };
}

function inUnit(range: Range, name: string): Range {
  const unit = findUnit(name);
  if (!unit) throw new Error(`${name} is a unit.`);
  return scaleRange(range, 1 / unit.factor);
}

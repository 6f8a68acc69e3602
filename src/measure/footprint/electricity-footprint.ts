import type { Dossier } from "../../dossier/index.ts";
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

/** Base units: watt-years, grams and litres. */
const megatonne = 1e12;
const billionLitres = 1e9;

/**
 * Emissions and on-site water of each stated yearly electricity use. Carbon by the intensities stated for the same
 * country (the first word of the subject), water by all stated water uses a kilowatt-hour; ranges span them.
 */
export function measureElectricityFootprint(view: Dossier): readonly Result[] {
  const known = (measure: string): readonly KnownFigure[] =>
    independentFigures(view, [measure]).flatMap((figure) => readKnown(view, figure) ?? []);
  const [intensities, waters] = [known("carbon_intensity"), known("wue")];
  return known("electricity").flatMap((use) => {
    const { subject, periodLabel: period, id } = use.figure;
    const common = { subject, of: "electricity", period, tag: id };
    const country = countryOf(subject);
    const carbon = spanOf(intensities.filter(({ figure }) => countryOf(figure.subject) === country));
    const water = spanOf(waters);
    return [
      ...(carbon
        ? [
            createResult(
              "carbonFromElectricity",
              {
                ...common,
                value: scaleRange(multiplyRanges(use.range, carbon.range), 1 / megatonne),
                unit: "MtCO2",
              },
              { intensities: carbon.evidence.length },
              [...use.evidence, ...carbon.evidence],
            ),
          ]
        : []),
      ...(water
        ? [
            createResult(
              "waterOnSite",
              {
                ...common,
                value: scaleRange(multiplyRanges(use.range, water.range), 1 / billionLitres),
                unit: "bn L",
              },
              { sites: water.evidence.length },
              [...use.evidence, ...water.evidence],
            ),
          ]
        : []),
    ];
  });
}

function countryOf(subject: string): string {
  return subject.toLowerCase().split(/[\s_-]/)[0];
}

/** The middle of the centres, and bounds over all. */
function spanOf(
  figures: readonly KnownFigure[],
): { readonly range: Range; readonly evidence: readonly string[] } | undefined {
  if (figures.length === 0) return undefined;
  const values = figures.map(({ range }) => range.value).sort((a, b) => a - b);
  const middle = values.length >> 1;
  const value = values.length % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  const low = Math.min(...figures.map(({ range }) => range.low));
  const high = Math.max(...figures.map(({ range }) => range.high));
  return { range: { value, low, high }, evidence: figures.flatMap(({ evidence }) => evidence) };
}

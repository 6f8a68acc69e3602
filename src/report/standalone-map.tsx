import { renderToString } from "preact-render-to-string";
import {
  chartStyle,
  describeLoopMap,
  LoopMap,
  loopMapSeries,
  loopMapShapes,
  placeLoopMap,
} from "../chart/index.ts";
import { mapDefaults } from "./map-section.tsx";
import { preparePage, type Subject } from "./subject.ts";
import type { ReportOptions } from "./report.tsx";

/**
 * The loop map of one date and status as an SVG document of its own, with its style inside; `undefined` if nothing was
 * measured there or no payment is known. Ribbons lead to the rows of the page at `pageAddress`.
 */
export function renderLoopMap(
  subject: Subject,
  options: Required<Pick<ReportOptions, "language" | "vintage" | "reading">> & {
    readonly pageAddress: string;
  },
): string | undefined {
  const { language, vintage, reading, pageAddress } = options;
  const page = preparePage(subject, language);
  const state = page.states.find((one) => one.vintage === vintage && one.reading === reading);
  if (!state) return undefined;
  const { circuit } = state.measurement;
  const series = loopMapSeries(state.ledger, circuit, { language, actors: mapDefaults.wide });
  if (series.ribbons.length === 0) return undefined;
  const ties = new Map(series.ribbons.map((ribbon) => [ribbon.id, ribbon.ties]));
  const linkOf = (target: { readonly ribbon: string } | { readonly actor: string }): string => {
    const [tie] = "ribbon" in target ? (ties.get(target.ribbon) ?? []) : [];
    return pageAddress + ((tie && page.rowOf(tie)) ?? "#map");
  };
  return `${renderToString(
    <LoopMap
      {...{ language, linkOf }}
      id="loop-map"
      placed={placeLoopMap(series, loopMapShapes.wide)}
      description={describeLoopMap(series, circuit, language)}
      style={chartStyle}
    />,
  )}\n`;
}

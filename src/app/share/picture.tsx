import { describeLoopMap, LoopMap, loopMapShapes, placeLoopMap } from "../../chart/index.ts";
import { mapFinding, seriesOf } from "../parts/map-figure.tsx";
import type { View } from "../view.ts";
import { sizeOf } from "./drawing-size.ts";
import type { PictureContent, PictureOptions } from "./picture-content.ts";
import { drawSheet } from "./picture-frame.tsx";
import { sourceLine } from "./source-line.ts";

export { sourceLine } from "./source-line.ts";

/** The loop map of a dossier; undefined if there is nothing to draw. */
export function mapPicture(
  view: View,
  address: string,
  { prefix = "map" }: PictureOptions = {},
): PictureContent | undefined {
  const series = seriesOf(view);
  if (series.ribbons.length === 0) return undefined;
  const { language } = view.state;
  const { circuit } = view.measured.measurement;
  const chart = (
    <LoopMap
      placed={placeLoopMap(series, loopMapShapes.wide)}
      language={language}
      id={prefix}
      description={describeLoopMap(series, circuit, language)}
      linkOf={() => address}
    />
  );
  return {
    title: view.dossier.title[language],
    lead: [mapFinding(view)],
    drawings: [{ id: "map", title: "", note: "", chart, ...sizeOf(chart) }],
    source: [sourceLine(view, "")],
  };
}

/** The loop map as an SVG that stands alone; undefined if there is nothing to draw. */
export function drawPicture(view: View, address: string): string | undefined {
  const content = mapPicture(view, address);
  return content && drawSheet(content, { address, theme: view.state.theme });
}

import { renderToString } from "preact-render-to-string";
import {
  chartStyle,
  describeLoopMap,
  LoopMap,
  loopMapShapes,
  placeLoopMap,
  textWidth,
} from "../../chart/index.ts";
import { engineVersion } from "../../core/version.ts";
import { seriesOf } from "../parts/map-figure.tsx";
import { share as german } from "../../text/de/share.ts";
import { share as english } from "../../text/en/share.ts";
import { fill, formatDayInWords } from "../../text/index.ts";
import { readPeriod } from "../../core/period.ts";
import type { View } from "../view.ts";
import { appText } from "../words.ts";

/** The line under every picture and table that leaves the app: source, date, version, address. */
export function sourceLine(view: View, address: string): string {
  const { state, measured, dossier } = view;
  const words = state.language === "de" ? german : english;
  const { measurement, hash } = measured;
  const day = readPeriod(measurement.asOf)?.end ?? dossier.asOf;
  const line = fill(words.sourceLine, {
    dossier: dossier.title[state.language],
    day: formatDayInWords(day, state.language),
    status: appText(state.language, measurement.circuit.status),
    version: engineVersion,
    hash: hash.slice(0, 12),
    address,
  });
  return Object.keys(state.doubts).length > 0 ? `${words.scenario}. ${line}` : line;
}

/**
 * The loop map as an SVG that stands alone: with its style, title, sources and date; undefined if there is nothing to
 * draw.
 */
export function drawPicture(view: View, address: string): string | undefined {
  const series = seriesOf(view);
  if (series.ribbons.length === 0) return undefined;
  const { language } = view.state;
  const { circuit } = view.measured.measurement;
  const placed = placeLoopMap(series, loopMapShapes.wide);
  const drawing = renderToString(
    <LoopMap
      placed={placed}
      language={language}
      id="picture"
      description={describeLoopMap(series, circuit, language)}
      linkOf={() => address}
      style={`${chartStyle}svg{background:var(--paper)}`}
    />,
  );
  const box = /viewBox="0 0 (\d+) (\d+)"/.exec(drawing);
  if (!box) return undefined;
  const [width, height] = [Number(box[1]), Number(box[2])];
  const lines = wrap(sourceLine(view, address), width);
  const title = view.dossier.title[language];
  const above = 40;
  const below = 16 * lines.length + 12;
  const whole = [width + 40, height + above + below];
  const foot = lines
    .map((line, index) => `<text x="0" y="${height + 16 + 16 * index}">${escape(line)}</text>`)
    .join("");
  return drawing
    .replace(
      /viewBox="[^"]*"/,
      `viewBox="-20 ${-above} ${whole[0]} ${whole[1]}" width="${whole[0]}" height="${whole[1]}"`,
    )
    .replace(
      /<\/svg>$/,
      `<text x="0" y="-14" class="name">${escape(title)}</text><g class="legend">${foot}</g></svg>`,
    );
}

/** Words in lines of at most a width. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length === 0 || textWidth(longer, 12) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

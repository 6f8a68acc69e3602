import { chartText } from "../../chart/index.ts";
import { numberColumn, type Table, textColumn } from "../../core/table.ts";
import { seriesOf } from "../parts/map-figure.tsx";
import type { View } from "../view.ts";

/** The payments of the loop map, the largest first, each with its ties and addresses of sources. */
export function paymentsTable(view: View): Table {
  const { page, original, state } = view;
  const series = seriesOf(view);
  const word = (key: Parameters<typeof chartText>[1]): string => chartText(state.language, key);
  const columns = [
    ...(["from", "to", "kind", "status"] as const).map((key) => textColumn(word(key))),
    ...(["amount", "ofItCertain", "ofItExpected"] as const).map((key) =>
      numberColumn(word(key), series.unit),
    ),
    textColumn(page.say("evidence")),
    textColumn(page.say("source")),
  ];
  const rows = [...series.ribbons]
    .sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1))
    .map((ribbon) => [
      page.nameOf(ribbon.from),
      page.nameOf(ribbon.to),
      word(ribbon.kind),
      word(ribbon.status),
      ribbon.amount,
      ribbon.certain,
      ribbon.expected,
      ribbon.ties.join(" "),
      sourcesOf(ribbon.ties, original).join(" "),
    ]);
  return { columns, rows };
}

/** Addresses of the sources behind figures and ties. */
export function sourcesOf(evidence: readonly string[], dossier: View["original"]): readonly string[] {
  const found = dossier.ties.filter(({ id }) => evidence.includes(id));
  const named = new Set([...evidence, ...found.flatMap(({ figures }) => figures)]);
  const figures = dossier.figures.filter(({ id }) => named.has(id));
  const ids = new Set([...found, ...figures].flatMap(({ sources }) => sources));
  return dossier.sources.filter(({ id, link }) => ids.has(id) && link !== "").map(({ link }) => link);
}

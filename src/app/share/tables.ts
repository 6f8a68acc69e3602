import { chartText } from "../../chart/index.ts";
import { seriesOf } from "../parts/map-figure.tsx";
import type { View } from "../view.ts";
import { sourceLine } from "./picture.tsx";

/** The payments of the loop map as CSV (RFC 4180), each with its ties and addresses of sources; the last line is the source. */
export function writePayments(view: View, address: string): string {
  const { page, original, state } = view;
  const series = seriesOf(view);
  const { language } = state;
  const word = (key: Parameters<typeof chartText>[1]): string => chartText(language, key);
  const head = [
    word("from"),
    word("to"),
    word("kind"),
    word("status"),
    `${word("amount")} (${series.unit})`,
    `${word("ofItCertain")} (${series.unit})`,
    `${word("ofItExpected")} (${series.unit})`,
    page.say("evidence"),
    page.say("source"),
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
  return [head, ...rows, [sourceLine(view, address)]].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function sourcesOf(ties: readonly string[], dossier: View["original"]): readonly string[] {
  const found = dossier.ties.filter(({ id }) => ties.includes(id));
  const figures = dossier.figures.filter(({ id }) => found.some((tie) => tie.figures.includes(id)));
  const ids = new Set([...found, ...figures].flatMap(({ sources }) => sources));
  return dossier.sources.filter(({ id, link }) => ids.has(id) && link !== "").map(({ link }) => link);
}

/** A cell; text that a spreadsheet would take for a formula is kept text. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

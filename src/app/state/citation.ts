import { engineVersion } from "../../core/version.ts";
import { readPeriod } from "../../core/period.ts";
import type { Dossier, Figure, Tie } from "../../dossier/index.ts";
import { formatDayInWords, formatPeriodInWords, type Language } from "../../text/index.ts";

/** A figure or tie in one line: what, how much, who says so and when, in which dossier as of which day. */
export function citeItem(
  item: Figure | Tie,
  about: {
    readonly heading: string;
    readonly amount: string;
    readonly dossier: Dossier;
    readonly asOf: string;
    readonly language: Language;
  },
): string {
  const { dossier, language } = about;
  const figures = "figures" in item ? dossier.figures.filter(({ id }) => item.figures.includes(id)) : [];
  const ids = [...item.sources, ...figures.flatMap(({ sources }) => sources)];
  const source = dossier.sources.find(({ id }) => id === ids[0]);
  const said = source && [
    source.publisher,
    source.title,
    source.date && formatPeriodInWords(source.date, language),
    source.link,
  ];
  const day = readPeriod(about.asOf)?.end ?? dossier.asOf;
  return [
    `${about.heading}: ${about.amount}.`,
    said && `${said.filter(Boolean).join(", ")}.`,
    `Kreislauf ${engineVersion}, ${dossier.id}/${item.id}, ${formatDayInWords(day, language)}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** BibTeX of what is on the screen: what it is, where, when, how it was computed and with which result. */
export function citeScreen(about: {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  /** Program, version and what was computed from what. */
  readonly method: string;
  readonly hash: string;
  /** Day, as `2025-11-17`. */
  readonly accessed: string;
}): string {
  const { accessed, hash } = about;
  const result = hash === "" ? "" : `, result ${hash.slice(0, 12)}`;
  const fields = {
    title: `{${texText(about.title)}}`,
    author: "{Kreislauf}",
    year: accessed.slice(0, 4),
    note: texText(about.method + result),
    url: about.address,
    urldate: accessed,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${about.id.replace(/[^\w.-]+/g, "-")},\n${lines.join(",\n")}\n}\n`;
}

/** Text in which TeX finds no commands. */
function texText(text: string): string {
  return text.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, (sign) => `\\${sign}`);
}

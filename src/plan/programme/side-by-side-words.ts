import { sideBySide as german } from "../../text/de/side-by-side.ts";
import { sideBySide as english } from "../../text/en/side-by-side.ts";
import type { Language } from "../../text/language.ts";
import { fittingDecimals, formatNumber, formatShare } from "../../text/number.ts";
import { describeSource } from "../../text/source-words.ts";
import { fill } from "../../text/sentence.ts";
import type { Amount, ResourceRow, SideBySide } from "./side-by-side.ts";

/** The comparison with the boom as a heading and lines: numbers, formula with sources, and what cannot be compared. */
export function describeSideBySide(
  { boom, economy, refused, rows }: SideBySide,
  language: Language,
): { readonly heading: string; readonly lines: readonly string[] } {
  const text = language === "de" ? german : english;
  const heading = fill(text.title, {
    boom: [boom.model, ...boom.scenarios].join(" + "),
    year: boom.year,
    economy: economy.title[language],
  });
  if (refused) return { heading, lines: [refused[language]] };
  return { heading, lines: rows.flatMap((row) => linesOf(row, language)) };
}

/** An amount in words: the number, or why there is none. */
export function sayAmount(amount: Amount, language: Language): string {
  if ("missing" in amount) return amount.missing[language];
  const { value } = amount;
  return formatNumber(value, language, Math.abs(value) < 0.1 ? 3 : fittingDecimals(value));
}

/** Formulas of a row, each with the column it stands for. */
export function sayFormulas({ formulas }: ResourceRow, language: Language): string {
  const text = language === "de" ? german : english;
  const { boom, plan, freed } = formulas;
  return [
    `${text.boomColumn}: ${boom}`,
    ...(plan === null ? [] : [`${text.planColumn}: ${plan}`]),
    ...(freed === null ? [] : [`${text.freedColumn}: ${freed}`]),
  ].join("; ");
}

function linesOf(row: ResourceRow, language: Language): readonly string[] {
  const text = language === "de" ? german : english;
  const { name, unit, boom, plan, today, freed, share, sources, note } = row;
  const said = new Set<string>();
  const cell = (amount: Amount): string => {
    const words = sayAmount(amount, language).replace(/\.$/, "");
    if (!("missing" in amount)) return words;
    // A reason that holds for several columns is given once.
    if (said.has(words)) return "–";
    said.add(words);
    return `– (${words})`;
  };
  const ofIt = share === null ? "" : ` (${fill(text.share, { share: formatShare(share, language) })})`;
  const source = describeSource(sources.join("; "), language);
  return [
    fill(text.line, {
      name: name[language],
      unit: unit[language],
      boom: cell(boom) + ofIt,
      plan: cell(plan),
      today: cell(today),
      freed: cell(freed),
    }),
    `  ${sayFormulas(row, language)} [${source}]`,
    `  ${note[language]}`,
  ];
}

import { chart as german } from "../text/de/chart.ts";
import { chart as english } from "../text/en/chart.ts";
import { fill, type Language } from "../text/index.ts";

export type ChartWord = keyof typeof english;

/** A sentence or word of the charts. */
export function chartText(
  language: Language,
  key: ChartWord,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill((language === "de" ? german : english)[key], values);
}

/**
 * Estimated width of a text in a sans-serif face, on the wide side: charts are placed without a browser, and a label
 * that is estimated too narrow would run into its neighbour.
 */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const letter of text) {
    units += /[ijl.,:;|!'’ ]/.test(letter)
      ? 0.32
      : /[mwMW@—]/.test(letter)
        ? 0.92
        : /[A-ZÄÖÜ$%]/.test(letter)
          ? 0.7
          : 0.58;
  }
  return units * size;
}

/** How much wider a bold face runs than the estimate for a plain one, on the wide side. */
export const boldness = 1.16;

/** Words in lines of at most a width; a word that is longer than a line is broken. */
export function wrapWords(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  const most = Math.floor(width / (0.58 * size));
  // A sign of a unit stays with its number.
  const pieces = text
    .replace(/(\d|\.) (?=[%$€£](?:\W|$))/g, "$1\u00a0")
    .split(" ")
    .flatMap((word) => {
      if (textWidth(word, size) <= width) return [word];
      return word.match(new RegExp(`.{1,${most}}`, "gu")) ?? [];
    });
  for (const word of pieces) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length === 0 || textWidth(longer, size) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

import type { Language } from "../../../text/index.ts";
import type { Column } from "./columns.ts";
import { say } from "./words.ts";

/** One line of a column over time. */
export interface ComparedLine {
  readonly column: Pick<Column, "letter">;
  readonly values: ArrayLike<number>;
}

/** The period in which lines are furthest apart, with the lowest and the highest line there. */
export function furthestApart(lines: readonly ComparedLine[]): {
  readonly period: number;
  readonly lowest: ComparedLine;
  readonly highest: ComparedLine;
} {
  const length = Math.min(...lines.map(({ values }) => values.length));
  const [first] = lines;
  let most = { period: Math.max(0, length - 1), lowest: first, highest: first };
  let largest = 0;
  for (let period = 0; period < length; period++) {
    const known = lines
      .filter(({ values }) => Number.isFinite(values[period]))
      .sort((a, b) => a.values[period] - b.values[period]);
    const [lowest] = known;
    const highest = known.at(-1);
    if (!lowest || !highest) continue;
    const distance = highest.values[period] - lowest.values[period];
    if (distance > largest) {
      largest = distance;
      most = { period, lowest, highest };
    }
  }
  return most;
}

/** What a chart shows, as a sentence: when the lines are furthest apart and how far, or that all are the same. */
export function findingOf(
  what: string,
  whens: readonly string[],
  lines: readonly ComparedLine[],
  words: (value: number) => string,
  language: Language,
): string {
  const { period, lowest, highest } = furthestApart(lines);
  const [low, high] = [lowest, highest].map(({ values }) => words(values[period]));
  const last = words(lowest.values[lowest.values.length - 1]);
  if (lines.length === 1) return say(language, "endOne", { what, value: last, when: whens.at(-1) ?? "" });
  if (low === high) return say(language, "allSame", { what });
  return say(language, "furthestApart", {
    what,
    when: whens[period],
    low: say(language, "valueIn", { letter: lowest.column.letter, value: low }),
    high: say(language, "valueIn", { letter: highest.column.letter, value: high }),
  });
}

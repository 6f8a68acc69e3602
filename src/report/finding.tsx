import type { JSX } from "preact";
import type { Result } from "../measure/index.ts";
import {
  describeMethod,
  fill,
  fittingDecimals,
  formatNumber,
  formatQuantity,
  nameThing,
} from "../text/index.ts";
import { findingsByMeasure as german } from "../text/de/measure-findings.ts";
import { findingsByMeasure as english } from "../text/en/measure-findings.ts";
import { SourcedSentence } from "./links.tsx";
import { type Page, periodInWords } from "./subject.ts";

/** The result a card speaks of: that of the dossier's focus if there is one, of the latest period, the greatest. */
export function leadingResult(page: Page, results: readonly Result[]): Result {
  const own = results.filter(({ subject }) => subject === page.dossier.focus);
  const candidates = own.length > 0 ? own : results;
  return [...candidates].sort(
    (a, b) =>
      (a.period < b.period ? 1 : a.period > b.period ? -1 : 0) ||
      Math.abs(b.value.value) - Math.abs(a.value.value) ||
      (a.id < b.id ? -1 : 1),
  )[0];
}

/** Name of what a result is about: an actor, or a thing that has no entry of its own. */
export function nameSubject(page: Page, id: string): string {
  const name = page.nameOf(id);
  return name === id ? nameThing(id, page.language) : name;
}

/** What a finding is made of: a sentence with gaps, words without evidence and numbers with it. */
interface FindingParts {
  readonly sentence: string;
  readonly words: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, readonly [text: string, evidence: readonly string[]]>>;
}

/**
 * A result as a sentence, its numbers linked to their evidence; a measure without a sentence of its own is named with
 * subject, value and period.
 */
export function stateFinding(page: Page, result: Result): JSX.Element {
  return <SourcedSentence page={page} {...findingParts(page, result)} />;
}

/** The same sentence as plain text. */
export function findingInWords(page: Page, result: Result): string {
  const { sentence, words, numbers } = findingParts(page, result);
  const amounts = Object.entries(numbers).map(([name, [text]]) => [name, text] as const);
  return fill(sentence, { ...words, ...Object.fromEntries(amounts) });
}

function findingParts(page: Page, result: Result): FindingParts {
  const { language } = page;
  const sentences: Readonly<Record<string, string>> = language === "de" ? german : english;
  const number = (amount: number): readonly [string, readonly string[]] => [
    formatQuantity(amount, result.unit, language),
    result.evidence,
  ];
  const own = Object.hasOwn(sentences, result.measure) ? sentences[result.measure] : undefined;
  const sentence = own ?? sentences["other"];
  return {
    sentence: withoutBlanks(sentence, result, (amount) => number(amount)[0]),
    words: {
      subject: nameSubject(page, result.subject),
      of: result.of === undefined ? "" : nameSubject(page, result.of),
      period: periodInWords(page, result.period),
      measure: describeMethod(result.measure, language).name,
    },
    numbers: {
      value: number(result.value.value),
      number: [
        formatNumber(result.value.value, language, fittingDecimals(result.value.value)),
        result.evidence,
      ],
      low: number(result.value.low),
      high: number(result.value.high),
    },
  };
}

/** The sentence without a period that the result does not have, and without bounds that would read the same. */
function withoutBlanks(
  sentence: string,
  { period, value }: Result,
  show: (amount: number) => string,
): string {
  const bounded = show(value.low) !== show(value.high);
  return sentence
    .replace(/(?<=\()\{low\} \p{L}+ \{high\}(?:, )?/u, (bounds) => (bounded ? bounds : ""))
    .replace(", {period}", (text) => (period === "" ? "" : text))
    .replace(period === "" ? " ({period})" : " ()", "");
}

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

/** A result as a sentence; a measure without a sentence of its own is named with subject, value and period. */
export function stateFinding(page: Page, result: Result): string {
  const { language } = page;
  const sentences: Readonly<Record<string, string>> = language === "de" ? german : english;
  const words = (amount: number): string => formatQuantity(amount, result.unit, language);
  const values = {
    subject: nameSubject(page, result.subject),
    of: result.of === undefined ? "" : nameSubject(page, result.of),
    value: words(result.value.value),
    number: formatNumber(result.value.value, language, fittingDecimals(result.value.value)),
    low: words(result.value.low),
    high: words(result.value.high),
    period: periodInWords(result.period, language),
    measure: describeMethod(result.measure, language).name,
  };
  const own = Object.hasOwn(sentences, result.measure) ? sentences[result.measure] : undefined;
  return fill(own ?? sentences["other"], values).replace(" ()", "");
}

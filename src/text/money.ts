import { leftOutReasons as germanReasons, moneySources as germanSources } from "./de/money.ts";
import { leftOutReasons as englishReasons, moneySources as englishSources } from "./en/money.ts";
import type { Language } from "./language.ts";
import { fill } from "./sentence.ts";

const catalogue = {
  de: { sources: germanSources, reasons: germanReasons },
  en: { sources: englishSources, reasons: englishReasons },
} as const satisfies Record<Language, unknown>;

/**
 * Where money comes from, in words: the label that a share of provenance carries, with the name of the actor it stands
 * for if it is one, and the firm at which the money enters.
 *
 * @example
 * import { describeMoneySource } from "kreislauf/text";
 * describeMoneySource({ label: "lenders", name: "Lenders", actor: "Oracle" }, "en"); // → "Lenders, at Oracle"
 * describeMoneySource({ label: "own", name: "own", actor: "Oracle" }, "en"); // → "no known source, at Oracle"
 */
export function describeMoneySource(
  source: { readonly label: string; readonly name: string; readonly actor: string },
  language: Language,
): string {
  const { sources } = catalogue[language];
  const own = source.label !== "outsider" && Object.hasOwn(sources, source.label);
  return fill(sources[own ? (source.label as "own") : "outsider"], {
    name: source.name,
    actor: source.actor,
  });
}

/**
 * Why a tie is in no sum, by the reason that `circuit.leftOut` carries.
 *
 * @example
 * import { describeLeftOut } from "kreislauf/text";
 * describeLeftOut("between-outsiders", "en"); // → "between two of the outside world"
 */
export function describeLeftOut(reason: string, language: Language): string {
  const { reasons } = catalogue[language];
  return Object.hasOwn(reasons, reason) ? reasons[reason as "lapsed"] : reason;
}

import { measureNames as germanMeasures } from "./de/measure-names.ts";
import { things as german } from "./de/things.ts";
import { measureNames as englishMeasures } from "./en/measure-names.ts";
import { things as english } from "./en/things.ts";
import type { Language } from "./language.ts";

const catalogue: Readonly<Record<Language, readonly Readonly<Record<string, string>>[]>> = {
  de: [german, germanMeasures],
  en: [english, englishMeasures],
};

/**
 * Name of a thing or of what a figure measures, as far as a result speaks of it and it is no actor; what has no entry
 * is written as the dossier has it.
 *
 * @example
 * import { nameThing } from "kreislauf/text";
 * nameThing("market_cap", "de"); // → "Börsenwert"
 * nameThing("heat_pumps", "en"); // → "heat pumps"
 */
export function nameThing(id: string, language: Language): string {
  return findName(id, language) ?? id.replaceAll("_", " ");
}

/** True if a thing or measure has a name of its own in the language. */
export function hasName(id: string, language: Language): boolean {
  return findName(id, language) !== undefined;
}

function findName(id: string, language: Language): string | undefined {
  const table = catalogue[language].find((names) => Object.hasOwn(names, id));
  return table?.[id];
}

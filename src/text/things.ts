import { things as german } from "./de/things.ts";
import { things as english } from "./en/things.ts";
import type { Language } from "./language.ts";

/**
 * Name of a thing that results speak of and that is no actor; what has no entry is written as the dossier has it.
 *
 * @example
 * import { nameThing } from "kreislauf/text";
 * nameThing("market_cap", "de"); // → "Börsenwert"
 * nameThing("e_waste", "en"); // → "e waste"
 */
export function nameThing(id: string, language: Language): string {
  const things = language === "de" ? german : english;
  return Object.hasOwn(things, id) ? things[id] : id.replaceAll("_", " ");
}

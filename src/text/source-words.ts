import { sourceWords as german } from "./de/source-words.ts";
import { sourceWords as english } from "./en/source-words.ts";
import type { Language } from "./language.ts";

/**
 * The source of a model's statement in a language: what stands for a source is put in words, names of works stay.
 *
 * @example
 * import { describeSource } from "kreislauf/text";
 * describeSource("Minsky; assumption", "de"); // → "Minsky; Annahme"
 */
export function describeSource(source: string, language: Language): string {
  const words = language === "de" ? german : english;
  return source
    .split(/([;,:()] *)/)
    .map((piece) => (Object.hasOwn(words, piece) ? words[piece] : piece))
    .join("");
}

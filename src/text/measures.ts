import * as german from "./de/measures.ts";
import * as english from "./en/measures.ts";
import type { MethodText } from "./en/measures.ts";
import type { Language } from "./language.ts";

export type { MethodKey, MethodText, ObjectionKey, PaperKey } from "./en/measures.ts";

const catalogue = { de: german, en: english } as const satisfies Record<Language, unknown>;

/**
 * Name of a measure and how it is found, by the key that results carry in `method`; an unknown key is its own name.
 *
 * @example
 * import { describeMethod } from "kreislauf/text";
 * describeMethod("effectiveNumber", "en").name; // → "Effective number"
 */
export function describeMethod(key: string, language: Language): MethodText {
  return find<MethodText>(catalogue[language].methods, key) ?? { name: key, how: "" };
}

/** The paper behind a method, by the key that results carry in `paper`. */
export function citePaper(key: string, language: Language): string {
  return find<string>(catalogue[language].papers, key) ?? key;
}

/** What would speak against a result, by a key that results carry in `against`. */
export function describeObjection(key: string, language: Language): string {
  return find<string>(catalogue[language].objections, key) ?? key;
}

function find<Text>(texts: Readonly<Record<string, Text>>, key: string): Text | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

import { app as german } from "../text/de/app.ts";
import { app as english } from "../text/en/app.ts";
import { fill, type Language } from "../text/index.ts";

export type AppWord = keyof typeof english;
type Values = Readonly<Record<string, string | number>>;

/** A sentence or word of the frame and its parts. */
export function appText(language: Language, key: AppWord, values: Values = {}): string {
  return fill((language === "de" ? german : english)[key], values);
}

/** Sentences of one screen: its own tables in both languages. */
export function speaker<Word extends string>(
  english: Readonly<Record<Word, string>>,
  german: Readonly<Record<Word, string>>,
): (language: Language, key: Word, values?: Values) => string {
  return (language, key, values = {}) => fill((language === "de" ? german : english)[key], values);
}

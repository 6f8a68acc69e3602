/** The languages every sentence of Kreislauf exists in. */
export type Language = "de" | "en";

/** Languages that every sentence exists in. */
export const languages: readonly Language[] = ["de", "en"];

/** A text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;

/** The language a locale name such as `de_DE.UTF-8` or an `Accept-Language` header asks for; English otherwise. */
export function chooseLanguage(wish: string | undefined): Language {
  for (const part of (wish ?? "").toLowerCase().split(/[,:;\s]+/)) {
    if (part.startsWith("de")) return "de";
    if (part.startsWith("en")) return "en";
  }
  return "en";
}

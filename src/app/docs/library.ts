import type { Language } from "../../text/language.ts";
import { nameInLanguage, orderDocuments } from "./contents.ts";

declare global {
  /** What the build puts in place of a pattern of files. */
  interface ImportMeta {
    readonly glob: <Content>(
      pattern: string,
      options: { readonly query: string; readonly import: string },
    ) => Readonly<Record<string, () => Promise<Content>>>;
  }
}

const texts = import.meta.glob<string>("../../../docs/*/*.md", { query: "?raw", import: "default" });

const pathOf = (language: Language, name: string): string => `../../../docs/${language}/${name}.md`;

/** Documents that exist in a language, those with a place in the contents first. */
export function documentsOf(language: Language): readonly string[] {
  const names = Object.keys(texts).flatMap((path) => {
    const [, folder, name] = /\/(\w\w)\/([\w-]+)\.md$/.exec(path) ?? [];
    return folder === language ? [name] : [];
  });
  return orderDocuments(language, names);
}

/** The document of a name, in the language even if the name is that of the other one. */
export function findDocument(language: Language, name: string): string {
  return nameInLanguage(language, name, documentsOf(language));
}

export async function fetchDocument(language: Language, name: string): Promise<string> {
  const load = texts[pathOf(language, name)];
  if (!load) throw new Error(`There is no document ${language}/${name}.`);
  return load();
}

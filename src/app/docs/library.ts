import type { Language } from "../../text/language.ts";

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

/** Names of a document in both languages, in the order of the contents; one language may stand alone. */
const pairs: readonly Readonly<Partial<Record<Language, string>>>[] = [
  { de: "einstieg", en: "getting-started" },
  { de: "messen", en: "measuring" },
  { de: "dossier", en: "dossier" },
  { de: "eingebaute-dossiers", en: "built-in-dossiers" },
  { de: "befehle", en: "command-line" },
  { de: "abstimmen", en: "voting" },
  { de: "http-schnittstelle", en: "http-api" },
];

const pathOf = (language: Language, name: string): string => `../../../docs/${language}/${name}.md`;

/** Documents that exist in a language, those with a place in the contents first. */
export function documentsOf(language: Language): readonly string[] {
  const listed = pairs.flatMap((pair) => pair[language] ?? []);
  const all = Object.keys(texts).flatMap((path) => {
    const [, folder, name] = /\/(\w\w)\/([\w-]+)\.md$/.exec(path) ?? [];
    return folder === language ? [name] : [];
  });
  return [...listed.filter((name) => all.includes(name)), ...all.filter((name) => !listed.includes(name))];
}

/** The document of a name, in the language even if the name is that of the other one. */
export function findDocument(language: Language, name: string): string {
  const own = documentsOf(language);
  const pair = pairs.find((candidate) => Object.values(candidate).includes(name));
  const wanted = own.includes(name) ? name : (pair?.[language] ?? "");
  return own.includes(wanted) ? wanted : own[0];
}

export async function fetchDocument(language: Language, name: string): Promise<string> {
  const load = texts[pathOf(language, name)];
  if (!load) throw new Error(`There is no document ${language}/${name}.`);
  return load();
}

import type { Language } from "../../text/language.ts";

/** Names of a document in both languages, in the order of the contents; one language may stand alone. */
const pairs: readonly Readonly<Partial<Record<Language, string>>>[] = [
  { de: "einstieg", en: "getting-started" },
  { de: "messen", en: "measuring" },
  { de: "dossier", en: "dossier" },
  { de: "eingebaute-dossiers", en: "built-in-dossiers" },
  { de: "sim-in-zehn-minuten", en: "sim-in-ten-minutes" },
  { de: "boom-modell", en: "boom-model" },
  { de: "ensembles", en: "ensembles" },
  { de: "sprache", en: "language" },
  { de: "planen", en: "planning" },
  { de: "arbeitszeit", en: "labour-time" },
  { de: "volkswirtschaft", en: "economy-format" },
  { de: "abstimmen", en: "voting" },
  { de: "befehle", en: "command-line" },
  { de: "http-schnittstelle", en: "http-api" },
  { de: "rechenwerk", en: "engine" },
];

/** Documents of a language by name, those with a place in the contents first. */
export function orderDocuments(language: Language, names: readonly string[]): readonly string[] {
  const listed = pairs.flatMap((pair) => pair[language] ?? []);
  return [
    ...listed.filter((name) => names.includes(name)),
    ...names.filter((name) => !listed.includes(name)),
  ];
}

/** The document of a name among those of a language, even if the name is that of the other one; else the first. */
export function nameInLanguage(language: Language, name: string, names: readonly string[]): string {
  const pair = pairs.find((candidate) => Object.values(candidate).includes(name));
  const wanted = names.includes(name) ? name : (pair?.[language] ?? "");
  return names.includes(wanted) ? wanted : names[0];
}

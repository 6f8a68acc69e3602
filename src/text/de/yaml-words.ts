import type { yamlWords as english } from "../en/yaml-words.ts";

/** Was ein Schema verlangt und was an YAML falsch ist, wie es in Sätzen über Probleme steht. */
export const yamlWords: Readonly<Record<keyof typeof english, string>> = {
  string: "Text",
  number: "eine Zahl",
  int: "eine ganze Zahl",
  boolean: "true oder false",
  array: "eine Liste",
  object: "Schlüssel mit Werten",
  record: "Schlüssel mit Werten",
  null: "nichts",
  BAD_ALIAS: "ein Verweis ohne Ziel",
  BAD_DIRECTIVE: "eine Anweisung, die es nicht gibt",
  BAD_DQ_ESCAPE: "ein Backslash, der hier nichts bedeutet",
  BAD_INDENT: "die Einrückung passt nicht",
  BAD_SCALAR_START: "Text, der so beginnt, braucht Anführungszeichen",
  BLOCK_AS_IMPLICIT_KEY: "ein zweiter Doppelpunkt in einer Zeile; der Text gehört in Anführungszeichen",
  BLOCK_IN_FLOW: "eine Liste oder ein Schlüssel in eigener Zeile innerhalb von Klammern",
  DUPLICATE_KEY: "derselbe Schlüssel steht zweimal da",
  KEY_OVER_1024_CHARS: "ein Schlüssel mit mehr als 1.024 Zeichen",
  MISSING_CHAR: "es fehlt ein Zeichen, etwa eine Klammer oder ein Anführungszeichen",
  MULTILINE_IMPLICIT_KEY: "ein Schlüssel über mehrere Zeilen; vielleicht fehlt ein Doppelpunkt",
  MULTIPLE_DOCS: "mehr als ein Dokument in der Datei",
  NON_STRING_KEY: "ein Schlüssel, der kein Text ist",
  TAB_AS_INDENT: "ein Tabulator als Einrückung; es müssen Leerzeichen sein",
  TAG_RESOLVE_FAILED: "eine Auszeichnung, die es nicht gibt",
  UNEXPECTED_TOKEN: "ein Zeichen, das nicht hierher gehört",
};

import type { cli as english } from "../en/cli.ts";

export const cli: Record<keyof typeof english, string> = {
  description: "Messen, simulieren, planen: woraus der KI-Boom besteht, mit einer Quelle für jede Zahl.",
  usage: "Aufruf:",
  arguments: "Argumente:",
  options: "Optionen:",
  globalOptions: "Allgemeine Optionen:",
  commands: "Befehle:",
  helpOption: "diese Hilfe zeigen",
  helpCommand: "Hilfe zu einem Befehl zeigen",
  versionOption: "die Version zeigen",
  languageOption: "Sprache der Ausgabe: de oder en (sonst nach der Umgebung)",
  default: "sonst",
  checkDescription:
    "alle Probleme eines Dossiers als Pfad:Zeile:Spalte auflisten; bei Fehlern Rückgabewert 1",
  checkArgument: "Ordner eines Dossiers oder Name eines eingebauten",
  measureDescription:
    "ein Dossier messen: Kreise, selbst finanzierter Umsatz, Konzentration, Bewertung, Behauptungen",
  dossierArgument: "Ordner eines Dossiers oder Name eines eingebauten",
  asOfOption: "was an diesem Tag bekannt war, zum Beispiel 2025-11-17",
  statusOption:
    "paid (gezahlt), contracted (vereinbart) oder announced (angekündigt); jedes schließt das festere ein",
  windowOption: "Zeitraum, über den Zahlungen addiert werden, zum Beispiel 2025-01-01/2030-12-31",
  jsonOption: "ein JSON-Dokument ausgeben (siehe: kreislauf schema measurement)",
  reportDescription: "eine HTML-Datei schreiben, die offline und ohne JavaScript funktioniert",
  outOption: "zu schreibende Datei",
  schemaDescription: "ein JSON-Schema ausgeben",
  schemaArgument: "Name des Schemas",
  tallyDescription: "zählt eine Abstimmung aus (.pb-Datei von pabulib.org) und begründet jedes Ergebnis",
  tallyArgument: "Datei der Abstimmung",
  ruleOption: "mes (Methode der gleichen Anteile), phragmen oder greedy",
  utilityOption: "was ein Vorhaben denen wert ist, die es wollen: cost, cardinality oder points",
  completionOption: "was mes mit übrigem Geld tut: none, increase, greedy oder increase-then-greedy",
  serveDescription: "die Seite eines Dossiers auf Deutsch und Englisch ausliefern",
  portOption: "Port, auf dem gelauscht wird",
  hostOption: "Adresse, auf der gelauscht wird",
  checkedFine:
    "{name}: keine Probleme ({figures} Angaben, {ties} Beziehungen, {sources} Quellen, {claims} Behauptungen).",
  checkedCount: "{name}: {errors} Fehler, {warnings} Warnungen.",
  written: "Geschrieben: {file} ({size} kB).",
  serving: "Kreislauf liefert {dossier} unter {address} aus – beenden mit Strg+C.",
  stopping: "Wird beendet; offene Anfragen werden noch beantwortet.",
};

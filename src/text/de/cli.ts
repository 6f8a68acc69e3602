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
    "alle Probleme eines Dossiers oder einer Volkswirtschaft als Pfad:Zeile:Spalte auflisten; bei Fehlern Rückgabewert 1",
  checkArgument: "Ordner eines Dossiers oder einer Volkswirtschaft oder Name von etwas Eingebautem",
  measureDescription:
    "ein Dossier messen: Kreise, selbst finanzierter Umsatz, Konzentration, Bewertung, Behauptungen",
  dossierArgument: "Ordner eines Dossiers oder Name eines eingebauten",
  asOfOption: "was an diesem Tag bekannt war, zum Beispiel 2025-11-17",
  statusOption:
    "paid (gezahlt), contracted (vereinbart) oder announced (angekündigt); jedes schließt das festere ein",
  windowOption: "Zeitraum, über den Zahlungen addiert werden, zum Beispiel 2025-01-01/2030-12-31",
  jsonOption: "ein JSON-Dokument ausgeben (siehe: kreislauf schema measurement)",
  valuesDescription:
    "eine Volkswirtschaft in Arbeitszeit rechnen: Arbeitswerte, enthaltene Stunden, Unfälle und Emissionen",
  economyArgument: "Ordner einer Volkswirtschaft oder Name einer eingebauten",
  importsOption:
    "wie Einfuhren bewertet werden: as-made-here (wie im Inland hergestellt), left-out (gar nicht) oder exchange (wie die Ausfuhren dafür)",
  topOption: "wie viele Produkte gezeigt werden, die mit dem höchsten Wert",
  valuesJsonOption: "ein JSON-Dokument ausgeben (siehe: kreislauf schema values)",
  reportDescription: "eine HTML-Datei schreiben, die offline und ohne JavaScript funktioniert",
  outOption: "zu schreibende Datei",
  schemaDescription: "ein JSON-Schema ausgeben",
  schemaArgument: "Name des Schemas",
  serveDescription: "die Seite eines Dossiers auf Deutsch und Englisch ausliefern",
  portOption: "Port, auf dem gelauscht wird",
  hostOption: "Adresse, auf der gelauscht wird",
  checkedFine:
    "{name}: keine Probleme ({figures} Angaben, {ties} Beziehungen, {sources} Quellen, {claims} Behauptungen).",
  checkedCount: "{name}: {errors} Fehler, {warnings} Warnungen.",
  written: "Geschrieben: {file} ({size} kB).",
  serving: "Kreislauf liefert {dossier} unter {address} aus – beenden mit Strg+C.",
  stopping: "Wird beendet; offene Anfragen werden noch beantwortet.",
  planDescription:
    "eine Wirtschaft planen: Ziele gegen Arbeit, Anlagen, Klima und Einfuhren, gerechnet und geprüft",
  goalsOption: "goals.yaml (siehe: kreislauf schema goals)",
  objectiveOption: "fulfilment, hours, hazard, harmony oder weights",
  yearsOption: "Jahre des Plans",
  setOption: "eine Annahme setzen, zum Beispiel utilisation=1.1",
  planOutOption: "Ordner für plan.json, plan.txt und das lineare Programm (MPS)",
  planJsonOption: "ein JSON-Dokument ausgeben",
};

import type { data as english } from "../en/data.ts";

export const data: Record<keyof typeof english, string> = {
  title: "Eigene Daten",
  intro:
    "Legen Sie ein Dossier hier ab: den Ordner oder seine Dateien. Es wird in Ihrem Browser geprüft und gemessen, bleibt dort und wird nirgendwohin gesendet.",
  choose: "Dateien wählen",
  chooseFolder: "Ordner wählen",
  drop: "… oder hier ablegen",
  formatNote:
    "Ein Dossier ist `dossier.yaml` mit den Tabellen `actors.csv`, `sources.csv`, `figures.csv`, `ties.csv`. Eine einzelne Tabelle tritt an die Stelle der gleichnamigen im offenen Dossier.",
  format: "Das Format im Einzelnen",
  template: "Die Tabellen von „{title}“ als Anfang sichern",
  reading: "Prüft …",
  read: "Dateien: {files}",
  fine: "Keine Probleme gefunden.",
  problems: "{errors} Fehler, {warnings} Warnungen",
  more: "und {count} weitere",
  open: "„{title}“ öffnen",
  known: "{figures} Zahlen, {ties} Geschäfte.",
  own: "Ihre, in diesem Browser",
  none: "Noch keine.",
  forget: "Vergessen",
  errorWord: "Fehler",
  warningWord: "Warnung",
};

import type { data as english } from "../en/data.ts";

export const data: Record<keyof typeof english, string> = {
  title: "Eigene Daten",
  intro:
    "Legen Sie ein Dossier oder eine Volkswirtschaft hier ab: den Ordner oder seine Dateien. Geprüft und gerechnet wird in Ihrem Browser; alles bleibt dort und wird nirgendwohin gesendet.",
  choose: "Dateien wählen",
  chooseFolder: "Ordner wählen",
  drop: "… oder hier ablegen",
  formatNote:
    "Ein Dossier ist `dossier.yaml` mit den Tabellen `actors.csv`, `sources.csv`, `figures.csv`, `ties.csv`. Eine einzelne Tabelle tritt an die Stelle der gleichnamigen im offenen Dossier.",
  format: "Das Format im Einzelnen",
  economyNote:
    "Eine Volkswirtschaft ist `economy.yaml` mit `products.csv`, `sectors.csv`, `use.csv`, `final-demand.csv`, dazu vielleicht `planning.yaml` und `goals.yaml`. Eine einzelne Tabelle dieses Namens tritt an ihre Stelle in der Volkswirtschaft, die unter „Planen“ offen ist.",
  economyTemplate: "Das Lehrbeispiel als Anfang sichern",
  economyKnown: "Eine Volkswirtschaft mit {products} Gütern.",
  openEconomy: "Mit „{title}“ planen",
  template: "Die Tabellen von „{title}“ als Anfang sichern",
  reading: "Prüft …",
  read: "Dateien: {files}",
  fine: "Keine Probleme gefunden.",
  problems: "{errors} Fehler, {warnings} Warnungen",
  more: "und {count} weitere",
  open: "„{title}“ öffnen",
  known: "{figures} Zahlen, {ties} Geschäfte.",
  own: "Ihre, in diesem Browser",
  ownEconomies: "Ihre Volkswirtschaften, in diesem Browser",
  none: "Noch keine.",
  keepsNothing:
    "Dieser Browser behält nichts für Kreislauf (privates Fenster oder gesperrter Speicher): Was Sie öffnen, bleibt, bis Sie diese Seite schließen.",
  damaged: "Beschädigt",
  damagedNote:
    "Das hat dieser Browser behalten, aber es lässt sich nicht lesen. Öffnen Sie die Dateien noch einmal, oder vergessen Sie den Rest.",
  forget: "Vergessen",
  errorWord: "Fehler",
  warningWord: "Warnung",
};

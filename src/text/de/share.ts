import type { share as english } from "../en/share.ts";

export const share: Record<keyof typeof english, string> = {
  title: "Teilen, zitieren, sichern",
  link: "Link zu genau dem hier",
  linkNote: "Wer ihn öffnet, sieht, was Sie sehen. Über Sie steht nichts darin.",
  fix: "Festhalten",
  fixNote:
    "Ein festgehaltener Link trägt die Prüfsumme von Zustand und Daten; wer ihn später öffnet, erfährt, ob sich die Daten geändert haben.",
  fixed: "Festgehalten: {hash}",
  embed: "Einbetten",
  embedNote: "Ein stehendes Bild mit Quellen, ohne Cookies und Skripte.",
  cite: "BibTeX",
  command: "Dasselbe auf der Befehlszeile",
  commandDoubts: "Die Befehlszeile liest die Belege; Ihre Zweifel stehen nur im Link.",
  commandHash: "Sie nennt dasselbe Ergebnis: {hash}",
  files: "Das Gezeigte sichern",
  kindPicture: "Bild",
  kindTable: "Tabelle",
  print: "Drucken oder PDF",
  noPicture: "Bei diesem Stand gibt es kein Bild zu sichern.",
  nothingToSave: "Auf dieser Seite gibt es außer dem Link nichts zu sichern.",
  waiting: "Es wird noch gerechnet. Die Dateien kommen, sobald das Ergebnis da ist.",
  preview: "Das sind die ersten {runs} von {all} Läufen; der Rest wird noch gerechnet oder wurde angehalten.",
  ownDossier:
    "Dieses Dossier ist Ihres: Es liegt nur in diesem Browser. Der Link trägt es nicht; wer ihn öffnet, sieht ein anderes Dossier. Geben Sie die Dateien mit weiter.",
  ownDossierCommand:
    "Legen Sie die Dateien Ihres Dossiers zuerst in einen Ordner „{name}“; der Befehl liest sie dort.",
  ownModel:
    "Sie haben dieses Modell geändert. Ihr Text liegt nur in diesem Browser, der Link trägt ihn nicht; wer ihn öffnet, sieht das Modell, wie es geliefert wurde. Geben Sie den Text (.kl) mit weiter.",
  linkedModel: "Sie haben dieses Modell geändert; Ihr Text steht im Link.",
  saveFirst: "Zuerst sichern, in den Ordner, in dem Sie den Befehl eingeben: {files}",
  mapPicture: "Kreislaufbild",
  paymentsTable: "Zahlungen",
  loopsTable: "Kreise",
  resultsTable: "Ergebnisse aller Maße",
  claimsTable: "Aussagen des Artikels, geprüft",
  resultsDocument: "Alle Ergebnisse (JSON)",
  sheetPicture: "Alle Grafiken auf einem Blatt",
  fansTable: "Fächer aller Grafiken",
  samplesTable: "Einzelne Läufe",
  outcomesTable: "Wie oft, in allen Läufen",
  payersTable: "Wer mehr oder weniger hat",
  yearsTable: "Der Plan Jahr für Jahr",
  needsTable: "Bedürfnisse Jahr für Jahr",
  bindingTable: "Grenzen, an die der Plan stößt",
  pricesTable: "Schattenpreise",
  productsTable: "Stunden und Preise der Produkte",
  conflictTable: "Regeln, die nicht zusammen gelten können",
  relaxationsTable: "Kleinste Auswege",
  goalsDocument: "Ziele (goals.yaml)",
  planDocument: "Plan (JSON)",
  modelDocument: "Text des Modells (.kl)",
  guideDocument: "Was davon gezeichnet wird (.guide.yaml)",
  asItIs: "wie es ist",
  sourceLine:
    "Quelle: eigene Berechnung aus den Geschäften des Dossiers „{dossier}“, Stand {day}, gezählt wird {status}. Kreislauf {version}, Ergebnis {hash}. {address}",
  simulatedLine:
    "Quelle: eigene Simulation mit dem Modell „{model}“ ({source}); Szenario: {scenario}; von Hand geändert: {set}; {runs} Läufe, Startzahl {seed}. {day}. Kreislauf {version}, Ergebnis {hash}. {address}",
  payersLine:
    "Quelle: eigene Simulation mit dem Modell „{model}“ ({source}); {scenario} gegen {against}, {from} bis {until}; von Hand geändert: {set}; Startzahl {seed}. {day}. Kreislauf {version}, Ergebnis {hash}. {address}",
  plannedLine:
    "Quelle: eigener Plan für die Volkswirtschaft „{economy}“ (Rechnungen von {year}), gelöst mit {solver}. {day}. Kreislauf {version}, Ergebnis {hash}. {address}",
  modelLine:
    "Quelle: das Modell „{model}“ ({source}), seine Konten {period}. {day}. Kreislauf {version}, Text {hash}. {address}",
  inSymbols: "in Symbolen",
  nothingChanged: "nichts",
  scenario: "SZENARIO, kein Beleg",
};

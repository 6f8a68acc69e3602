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
  files: "Das Gezeigte sichern",
  svg: "Bild (SVG)",
  png: "Bild (PNG)",
  csv: "Zahlungen (CSV)",
  json: "Alle Ergebnisse (JSON)",
  print: "Drucken oder PDF",
  noPicture: "Bei diesem Stand gibt es kein Bild zu sichern.",
  sourceLine:
    "Quelle: eigene Berechnung aus den Geschäften des Dossiers „{dossier}“, Stand {day}, gezählt wird {status}. Kreislauf {version}, Ergebnis {hash}. {address}",
  scenario: "SZENARIO, kein Beleg",
};

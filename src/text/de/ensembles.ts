import type { ensembles as english } from "../en/ensembles.ts";

export const ensembles: Record<keyof typeof english, string> = {
  title: "{model}: {runs} Läufe, Startzahl {seed}, {design}",
  "design-plain": "einfache Ziehungen",
  "design-latin-hypercube": "lateinischer Hyperwürfel",
  scenario: "Szenario: {name}",
  failed:
    "{failed} von {runs} Läufen haben keinen vollständigen Pfad und zählen in keinem Anteil (siehe summary.json).",
  conditions: "Wie oft",
  frequency: "in {share} ± {error} von 100 Läufen",
  within: "unter Läufen mit {parameter} von {low} bis {high}",
  passages: "Wann zuerst",
  passage: "{early} … {middle} … {late} (5 %, 50 %, 95 % der Läufe, in denen es geschieht)",
  never: "nie",
  amounts: "Wie viel",
  amount: "{middle} (90 % der Läufe: {low} … {high}; mittlere Annahmen: {central})",
  difference: "{middle} (90 % der Läufe: {low} … {high})",
  paths: "Am Ende ({date})",
  correlations: "Womit es zusammengeht (Rangkorrelation)",
  differences: "{scenario} gegenüber {against}, Lauf für Lauf",
  conditionDifference: "nur hier: {here} von 100 Läufen; nur dort: {there}",
  assumption: "Annahme",
  strength: "Stärke",
  direction: "Richtung",
  unevenness: "Ungleichmäßigkeit",
  totalShare: "mit Wechselwirkungen",
  firstShare: "allein",
  morrisTitle: "Wovon {output} abhängt: Morris-Verfahren, {runs} Läufe",
  sobolTitle: "Wovon {output} abhängt: Sobol-Indizes, {runs} Läufe",
  more: "… und {count} weitere (siehe --json)",
  leftOut: "{count} Wege oder Zeilen mit einem gescheiterten Lauf sind nicht dabei.",
  morrisMeaning:
    "Stärke: um wie viel sich das Ergebnis im Mittel ändert, wenn die Annahme ihre Spanne durchläuft. Ungleichmäßigkeit: wie sehr das von den anderen oder ihrer eigenen Höhe abhängt.",
  sobolMeaning:
    "Anteile an der Varianz des Ergebnisses über die gewählten Spannen, mit 95-%-Intervallen. Weitere Spannen machen eine Annahme wichtiger.",
  discoveryTitle: "Wo {condition} häufig ist ({share} aller {runs} Läufe)",
  open: "offen",
  maybeChance: "kann Zufall sein",
  noBox: "Kein Kasten von Annahmen ist besser als alle Läufe zusammen.",
  box: "Darin gilt es in {density} der Läufe; {coverage} aller solchen Läufe liegen darin und {mass} aller Läufe.",
  boxRule:
    "Von allen Kästen des Verfahrens (PRIM) hat dieser das größte harmonische Mittel aus Dichte und Abdeckung.",
  meaning:
    "Ein Anteil der Läufe sagt etwas über die gewählten Spannen der Annahmen, sonst nichts: keine Prognose, keine Wahrscheinlichkeit.",
};

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
  meaning:
    "Ein Anteil der Läufe sagt etwas über die gewählten Spannen der Annahmen, sonst nichts: keine Prognose, keine Wahrscheinlichkeit.",
};

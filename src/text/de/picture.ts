import type { picture as english } from "../en/picture.ts";

/** Bilder, die die App verlassen: was darüber und darunter steht. */
export const picture = {
  model: "{title}",
  scenario: "Szenario: {names}.",
  noScenario: "Ohne Szenario: Weiterwursteln.",
  changed: "Von Hand geänderte Annahmen: {list}.",
  more: "und {count} weitere",
  fanKey:
    "Grau gestrichelt: Weiterwursteln. Farbige Linie: Median der Läufe; dunkles Band: die Hälfte von ihnen, helles Band: neun von zehn, dünne Linien: einzelne Läufe.",
  modelSource: "Quelle: eigene Berechnung mit dem Modell „{title}“ ({name}), {runs} Läufe, Startwert {seed}.",
  oneRunSource:
    "Quelle: eigene Berechnung mit dem Modell „{title}“ ({name}), ein Lauf mit den mittleren Annahmen, Startwert {seed}.",
  fewerRuns: "Der Link verlangt {wanted} Läufe; ein Bild wird aus {runs} gezeichnet.",
  planSource:
    "Quelle: eigene Berechnung aus den Konten der Volkswirtschaft „{title}“ ({name}), gelöst von {solver}.",
  version: "Kreislauf {version}, Ergebnis {hash}.",
  versionOnly: "Kreislauf {version}.",
  onDay: "Berechnet am {day}.",
  before: "Strich: {policy}.",
  policyUntil: "{policy}, gezählt von {from} bis {until}.",
  notRead: "Im Link nicht verstanden und weggelassen: {list}.",
  claims: "{count} Aussagen des Artikels, geprüft: {list}.",
  supported: "{count} belegt",
  loose: "{count} ungefähr richtig",
  contradicted: "{count} widerlegt",
  unverified: "{count} nicht prüfbar",
  matrix:
    "{model}: {equations} Gleichungen, {parameters} Parameter, jede Zahlung mit Zahlendem und Empfänger",
  compared: "{count} Zustände nebeneinander",
} as const satisfies Record<keyof typeof english, string>;

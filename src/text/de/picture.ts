import type { picture as english } from "../en/picture.ts";

/** Bilder, die die App verlassen: was darüber und darunter steht. */
export const picture = {
  scenario: "Szenario: {names}.",
  noScenario: "Ohne Szenario: Weiterwursteln.",
  changed: "Von Hand geänderte Annahmen: {list}.",
  more: "und {count} weitere",
  fanKey:
    "Grau gestrichelt: Weiterwursteln. Farbige Linie: Median der Läufe; dunkles Band: die Hälfte von ihnen, helles Band: neun von zehn, dünne Linien: einzelne Läufe.",
  lineFinding: "{what}: {value} im {date}",
  lineKey: "Grau gestrichelt: Weiterwursteln.",
  modelSource: "Quelle: eigene Berechnung mit dem Modell „{title}“ ({name}), {runs} Läufe, Startwert {seed}.",
  oneRunSource:
    "Quelle: eigene Berechnung mit dem Modell „{title}“ ({name}), ein Lauf mit den mittleren Annahmen, Startwert {seed}.",
  fewerRuns: "Der Link verlangt {wanted} Läufe; ein Bild wird aus {runs} gezeichnet.",
  planSource:
    "Quelle: eigene Berechnung aus den Konten der Volkswirtschaft „{title}“ ({name}), gelöst von {solver}.",
  version: "Kreislauf {version}, Ergebnis {hash}.",
  versionOnly: "Kreislauf {version}.",
  onDay: "Berechnet am {day}.",
  policyUntil: "{policy}, gezählt von {from} bis {until}.",
  notRead: "Im Link nicht verstanden und weggelassen: {list}.",
  matrix:
    "{model}: {equations} Gleichungen, {parameters} Parameter, jede Zahlung mit Zahlendem und Empfänger",
  compared: "{count} Zustände nebeneinander",
  comparedFirst: "Gezeichnet sind jeweils die ersten {count} Grafiken.",
  stillDefault:
    "Dies ist das Modell, wie es ist: ohne Szenario, ohne geänderte Annahme, berechnet beim Start des Servers. Mit JavaScript können Sie es bewegen.",
  stillPayers:
    "Dies ist das Modell, wie es ist, unter der ersten Politik, berechnet beim Start des Servers. Mit JavaScript können Sie andere wählen.",
  stillModel:
    "Dies ist das Modell, wie es ist, {runs} Läufe, berechnet beim Start des Servers. Mit JavaScript können Sie seinen Text lesen und ändern.",
  stillOther: "Ihr Link verlangt etwas anderes. Sein Bild, eigens berechnet:",
  stillTables: "dasselbe mit seinen Zahlen als Tabellen",
  stillAlt: "Bild genau dieses Links",
  noPicture: "Davon gibt es kein Bild",
  noPictureLead: "Der Link führt zu etwas, das dieser Server nicht zeichnen kann:",
  openHere: "In Kreislauf öffnen",
} as const satisfies Record<keyof typeof english, string>;

import type { modelCli as english } from "../en/model-cli.ts";

/** Was die Befehle zu Modellen sagen, abgesehen von Problemen. */
export const modelCli: Readonly<Record<keyof typeof english, string>> = {
  simulateDescription: "ein Modell rechnen: einen Verlauf oder viele mit gezogenen Parametern",
  matrixDescription: "Bilanz, Transaktionen und Umbewertungen eines Modells ausgeben",
  incidenceDescription: "Wer zahlt: zwei oder viele Läufe nach Haushaltsgruppe, Sektor und Staat vergleichen",
  againstOption:
    "Szenario, mit dem verglichen wird, oder mehrere als a+b; ohne Angabe das Modell, wie es ist",
  fromOption: "erste Periode des Zeitraums, Datum oder Nummer",
  toOption: "letzte Periode des Zeitraums",
  alsoOption: "Variable, die zusätzlich gezeigt wird; mehrfach möglich",
  incidenceTitle: "{model}: {scenario} gegen {against}, {from} bis {to}, Summe in {unit}",
  asItIs: "das Modell, wie es ist",
  incidenceReading:
    "+ hat mehr, − hat weniger als ohne. Zeilen ergeben null, außer Gebautes und Reinvermögen; Spalten ergeben das Reinvermögen.",
  incidenceMembers:
    "Über {count} gepaarte Läufe: der Median, darunter, was ein Zehntel und neun Zehntel nicht erreichen. Zeilen und Spalten gehen in jedem Lauf auf, Mediane müssen es nicht.",
  incidenceSame: "In diesem Zeitraum ist beides gleich: Niemand hat mehr oder weniger.",
  tenths: "10 % … 90 %",
  paymentRows: "Zahlungen",
  gainRows: "Kursgewinne und -verluste",
  lossRows: "Abgeschrieben, übergeben",
  realRows: "Gebaut und verschlissen",
  worthRows: "Alles zusammen",
  variableRows: "Außerdem",
  rowSum: "Summe",
  smallRows: "{count} kleinere {count?Zeile|Zeilen}",
  modelArgument: "eine Datei name.kl oder der Name eines mitgelieferten Modells",
  scenarioOption: "Szenario des Modells; mehrfach möglich, a+b legt zwei übereinander",
  scenariosOption: "Datei mit eigenen Szenarien (.kl)",
  setOption: "Wert eines Parameters, name=wert; mehrfach möglich",
  periodsOption: "Zahl der Perioden",
  runsOption: "Zahl der Verläufe; der erste hat die mittleren Parameter",
  seedOption: "ganze Zahl, aus der die Ziehungen folgen",
  outFileOption: "Zieldatei: .csv, .json oder .parquet",
  graphsOption:
    "nur, was der Begleiter des Modells zeichnet und fragt, wie die App es zeigt: Fächer, einzelne Läufe, Anteile",
  graphsWritten: "{file} geschrieben: die Fächer aller Grafiken.",
  resultHash: "Ergebnis {hash}",
  jsonOption: "ein JSON-Dokument ausgeben",
  dossierOption: "Dossier, dessen Belege das Modell nennt",
  formatOption: "text, csv oder html",
  periodOption: "Nummer der Periode, deren Werte erscheinen; ohne sie die Symbole",
  checkedModel:
    "{name}: keine Probleme ({variables} {variables?Variable|Variablen}, {parameters} Parameter, {budgets}).",
  redundant: "überzähliges Budget: {names}",
  simulated:
    "{name}: {periods} {periods?Periode|Perioden}, {members} {members?Verlauf|Verläufe}; größter Rest des überzähligen Budgets {residual} des Umsatzes.",
  period: "Periode",
  measureOption: "jedes ganze Jahr messen, wie ein Dossier gemessen wird",
  noCircuit: "{name} hat keine Anleitung, die sagt, wer zum Kreislauf gehört; nichts zu messen.",
  measuredYears:
    "Gemessen mit dem Programm und den Annahmen von `kreislauf measure`: Milliarden im Jahr; Konzentration als Herfindahl-Index (1: Monopol).",
  year: "Jahr",
  circulation: "kreist",
  selfFinanced: "{focus}: selbst finanziert",
  concentrationOf: "Verkäufer: {role}",
  requiredRepeated: "Pflichtumsatz (Ausgaben wiederholt)",
  requiredPerpetuity: "Pflichtumsatz (Rendite darauf)",
  revenue: "KI-Umsatz",
  multiple: "Vielfaches",
};

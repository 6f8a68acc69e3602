import type { liveChart as english } from "../en/live-chart.ts";

export const liveChart: Record<keyof typeof english, string> = {
  try: "Hier ausprobieren",
  open: "Mit allen Reglern öffnen",
  textFinding: "{what}: {value} in {date}",
  textFindingMoved: "{what}: {value} in {date}; {before} mit dem Text, wie er dasteht",
  textSource:
    "Der Modelltext von oben, auf dieser Seite gerechnet; {unit}. Gestrichelt: der Text, wie er dasteht.",
  textDescription: "Von {from} in {start} bis {to} in {end}.",
  valuesTitle: "Arbeitswert und Planpreis jedes Produkts, Stunden für 1.000 {currency}",
  valuesNote:
    "Gefüllt: Arbeitswert, in allen Branchen dafür gearbeitet. Marke: Planpreis, mit Knappheit. Steht die Marke nicht am Ende des Balkens, ist etwas knapp.",
  product: "Produkt",
  labourValue: "Arbeitswert",
  planPrice: "Planpreis",
  wish: "Ihr Wunsch für die Arbeitswoche",
  wishes: "Wünsche der anderen: {list}.",
  median: "Der Median ist {level}: Ebenso viele wollen mehr wie weniger.",
  moved: "Mit {wish} stimmen Sie für die Seite, nicht für den Abstand: Weiter zu gehen ändert nichts.",
  middle: "Ihr Wunsch ist der Median. Übertreiben würde ihn nur von dem entfernen, was Sie wollen.",
  ballotTitle: "Sieben Wünsche für die Arbeitswoche und ihr Median",
  wishesRow: "Wünsche; der Ring ist Ihrer",
  medianRow: "Median",
  ballotSource: "Erdachte Wünsche; gezählt nach derselben Regel wie eine Abstimmung.",
  hours: "{hours} Std.",
};

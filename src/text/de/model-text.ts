import type { modelText as english } from "../en/model-text.ts";

export const modelText = {
  modelTitle: "Der Text des Modells",
  modelLead:
    "Jeder Strom hat jemanden, der zahlt, und jemanden, der bekommt, daher gehen die Konten von selbst auf.",
  modelLeadMore:
    "Eine Zeile ändern: Fehler stehen sofort da, die Bücher daneben folgen, und der Text bleibt in diesem Browser.",
  whichModel: "Modell",
  whichFile: "Datei",
  changed: "geändert",
  editorLabel: "Text des Modells, {file}",
  fine: "{equations} Gleichungen, keine Fehler.",
  problemCount: "{errors} Fehler, {warnings} Warnungen",
  books: "Bücher",
  symbolic: "als Zeichen",
  inPeriod: "in Zahlen, {date}",
  bookPeriod: "Zeit",
  runIt: "Rechnen",
  runAgain: "Neu rechnen",
  compareOriginal: "Graue Striche: das ursprüngliche Modell.",
  discard: "Zurück zum ursprünglichen Text",
  linkText: "Den Text in den Link nehmen",
  linkTooLong: "Zu lang für einen Link; der Text bleibt in diesem Browser.",
  units: "Namen und Einheiten",
  unit: "Einheit",
  meaning: "Bedeutung",
  runFinding: "{what}: von {first} ({from}) auf {last} ({to})",
  runPeriod: "Periode",
  runValue: "Dieser Text",
  runMedian: "Dieser Text, Median",
  runOriginal: "Ursprünglicher Text",
  textGraphSource: "Modell {model}, {runs} Läufe, Startwert {seed}; {unit}.",
} as const satisfies Record<keyof typeof english, string>;

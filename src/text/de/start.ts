import type { start as english } from "../en/start.ts";

export const start: Record<keyof typeof english, string> = {
  question: "Was macht die KI-Blase aus?",
  answer:
    "Die Firmen des Booms bezahlen einander im Kreis: Die eine steckt Geld in ihre Kundin, die Kundin kauft bei ihr ein. Wie viel davon echt ist, hängt daran, wie viel vom angekündigten Geld je fließt.",
  mapTitle: "Wer zahlt wem",
  mapFinding: "Höchstens {share} der {total}, die Firmen des Booms einander zahlen, können im Kreis laufen.",
  mapSource: "Quelle: Dossier „{dossier}“, Stand {day}. Jede Zahlung öffnet ihre Belege.",
  slider: "Anteil des angekündigten Geldes, der wirklich gezahlt wird",
  none: "nichts Angekündigtes fließt",
  all: "alles Angekündigte fließt",
  finding:
    "Werden {share} des angekündigten Geldes gezahlt, bekommt {actor} zwischen {certain} und {possible} der eigenen Finanzierung als Umsatz zurück; {expected}, wenn sich Geld anteilig mischt.",
  responseTitle: "Umsatz von {actor}, den die eigene Finanzierung bezahlt",
  responseX: "Anteil des angekündigten Geldes, der gezahlt wird",
  doors: "Drei Türen",
  story: "Die Geschichte lesen",
  storyText: "Die Kreise, der größte zuerst, jede Zahlung mit Quelle.",
  bench: "Die Werkbank öffnen",
  benchText: "Jede Kennzahl mit Methode, Spanne und dem, was dagegen spricht.",
  own: "Eigene Daten mitbringen",
  ownText: "Prüfen und messen Sie Ihr eigenes Dossier. Es bleibt in Ihrem Browser.",
};

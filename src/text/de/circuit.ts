import type { circuit as english } from "../en/circuit.ts";

export const circuit: Record<keyof typeof english, string> = {
  title: "Wer zahlt wem, und was kommt zurück",
  replay: "Bekannt am",
  replayWords: "{day}: {count} Geschäfte bekannt",
  loops: "Gefundene Kreise, der größte zuerst",
  loopHint: "Wählen Sie einen Kreis: Er leuchtet im Bild auf, und seine Belege öffnen sich.",
  chosen: "Gewählt",
  clear: "Alles zeigen",
  perLoop: "erwartet {expected} · sicher {certain} · höchstens {possible}",
  loopTitle: "{chain}",
  more: "Alle Kreise mit ihren Zahlen",
  own: "Umsatz, den Firmen selbst bezahlen",
  nothing: "Bei diesem Stand und Datum ist keine Zahlung zwischen den Firmen bekannt.",
};

import type { compare as english } from "../en/compare.ts";

export const compare: Record<keyof typeof english, string> = {
  title: "Vergleichen",
  intro:
    "Zwei bis vier Zustände nebeneinander: andere Daten, andere Festigkeit, andere Dossiers, Ihre eigenen Zweifel.",
  none: "Noch steht nichts im Vergleich. Wählen Sie auf einer Seite oben „Vergleichen“, um das Gezeigte neben anderes zu stellen.",
  suggestions: "Oder beginnen Sie hiermit",
  byStatus: "Angekündigtes, Vereinbartes und Gezahltes",
  byDate: "was zu jedem Datum bekannt war",
  byBubble: "dieser Boom und frühere",
  remove: "Entfernen",
  doubts: "Szenario mit {count} anderen Werten",
  same: "{count} Größen, die in allen gleich sind",
  quantity: "Größe",
  total: "Zahlungen zwischen den Firmen",
  circulation: "Kann höchstens im Kreis laufen",
  share: "Anteil an allen Zahlungen",
  loops: "Gefundene Kreise",
  selfFinanced: "Selbst finanzierter Umsatz von {actor}: sicher · anteilig · höchstens",
};

import type { fiveYear as english } from "../en/five-year.ts";

/** Sätze über Pläne für die Tabellen von 5yearplan. */
export const fiveYear: Readonly<Record<keyof typeof english, string>> = {
  title: "Plan für {years} Jahre und {goods} Güter, auf zwei Wegen",
  exact: "lineares Programm",
  heuristic: "Harmonie",
  year: "Jahr {year}",
  objective: "Erfüllung, Summe",
  harmony: "Harmonie, Summe",
  fulfilment: "geringste Erfüllung des Gewünschten:",
  lost: "Die Heuristik verschenkt {lost} von {best}.",
  noExact: "Das lineare Programm hat keine Lösung; die Heuristik beweist nichts.",
};

import type { leftOutReasons as englishReasons, moneySources as englishSources } from "../en/money.ts";

export const moneySources: Record<keyof typeof englishSources, string> = {
  outsider: "{name}, bei {actor}",
  own: "ungeklärte Herkunft, bei {actor}",
  other: "andere, bei {actor}",
  circuit: "keine äußere Quelle: Geld, das nur im Kreis läuft, bei {actor}",
  closed: "keine äußere Quelle: Geld, das nur im Kreis läuft, bei {actor}",
};

export const leftOutReasons: Record<keyof typeof englishReasons, string> = {
  lapsed: "hinfällig",
  "other-unit": "in anderer Einheit",
  "outside-window": "außerhalb des Zeitraums",
  "in-kind": "Sachleistung",
  promise: "Versprechen ohne Zahlung",
  "between-outsiders": "zwischen zweien der Außenwelt",
  "no-amount": "kein Betrag bekannt",
  "physical-unit": "in physischer Einheit",
  "no-rate": "kein Wechselkurs",
  "no-dates": "keine Daten bekannt",
};

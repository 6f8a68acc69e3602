import type { ballot as english } from "../en/ballot.ts";

export const ballot: Record<keyof typeof english, string> = {
  title: "{title}: {voters} Abstimmende, Budget {budget}",
  "rule-mes":
    "Methode der gleichen Anteile (alle haben denselben Anteil am Budget), Nutzen: {utility}, Ergänzung: {completion}",
  "rule-phragmen": "Phragmén der Reihe nach (wer zuerst zahlen kann, kauft zuerst)",
  "rule-greedy": "Gierige Regel (das gemessen an den Kosten Gefragteste zuerst), Nutzen: {utility}",
  "utility-cost": "was es kostet",
  "utility-cardinality": "jedes zählt gleich",
  "utility-points": "die gegebenen Punkte",
  "completion-none": "keine",
  "completion-increase": "das Budget aller wird erhöht",
  "completion-greedy": "gierig mit dem Rest",
  "completion-increase-then-greedy": "das Budget aller wird erhöht, danach gierig",
  spent: "{count} Vorhaben für {cost}; {left} bleiben übrig.",
  project: "Vorhaben",
  cost: "Kosten",
  supporters: "Stimmen",
  outcome: "Ergebnis",
  "reason-shares": "angenommen: aus den Anteilen derer bezahlt, die es wollen",
  "reason-completion": "angenommen: mit dem übrigen Geld ergänzt",
  "reason-rule": "angenommen",
  "reason-unsupported": "abgelehnt: niemand will es",
  "reason-too-dear": "abgelehnt: {missing} mehr, als vom Budget übrig ist",
  "reason-outbid": "abgelehnt: Es passte ins Budget, aber die es wollen, haben zusammen nur noch {means}",
  "reason-outbid-rule": "abgelehnt: Es passte ins Budget, aber ein anderes kam zuerst und hätte es gesprengt",
  groups: "Was Gruppen ähnlicher Stimmzettel bekommen (eine Beschreibung, keine Aussage über Parteien)",
  group:
    "{voters} Abstimmende ({share}) um {core}: im Schnitt {funded} von {wanted} Wünschen, {spending} des ausgegebenen Geldes",
  others: "verschiedene Wünsche",
};

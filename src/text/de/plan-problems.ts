import type { planProblems as english } from "../en/plan-problems.ts";

/** Probleme: plan. */
export const planProblems: Readonly<Record<keyof typeof english, string>> = {
  "mps-line": "„{text}“ ist keine Zeile einer MPS-Datei (freies Format, ohne ganze Zahlen).",
  "mps-cut": "Die MPS-Datei endet vor ENDATA; sie scheint abgeschnitten zu sein.",
  "no-such-parameter": "Einen Parameter „{name}“ gibt es nicht; es gibt: {known}.",
  "parameter-out-of-range": "{name} ist {value}; redliche Werte liegen zwischen {low} und {high}.",
  "no-such-stock": "Einen Bestand „{name}“ gibt es nicht; es gibt: {known}.",
  "no-such-account": "Die Konten führen kein Konto „{name}“; sie führen: {known}.",
  "no-such-need": "Einen Bedarf „{name}“ gibt es in dieser Wirtschaft nicht; es gibt: {known}.",
  "budget-zero": "{what} ist {value}: Damit ließe sich nichts herstellen. Ein Budget muss über null liegen.",
  "goal-after-plan": "„by: {by}“ liegt nach dem letzten Jahr des Plans ({years}).",
  "goal-backwards": "„from: {from}“ liegt nicht vor „by: {by}“.",
  "floor-above-target": "Die Untergrenze von „{need}“ ({floor}) liegt über dem Ziel ({level}).",
  "goals-for-other-economy": "Diese Ziele gelten für „{wanted}“, die Wirtschaft ist „{economy}“.",
  "account-without-data":
    "Das Konto „{name}“ hat in dieser Wirtschaft keine Werte und lässt sich nicht begrenzen.",
  "weights-missing": "„weights“ als Ziel braucht unter weights ein Gewicht über null; es gibt: {known}.",
  "weights-unused": "Gewichte zählen nur mit „objective: weights“; hier steht „{objective}“.",
  "goals-unreadable": "Die Ziele „{name}“ lassen sich nicht lesen.",
};

import type { planProblems as english } from "../en/plan-problems.ts";

/** Probleme: plan. */
export const planProblems: Readonly<Record<keyof typeof english, string>> = {
  "mps-line": "„{text}“ ist keine Zeile einer MPS-Datei (freies Format, ohne ganze Zahlen).",
  "mps-cut": "Die MPS-Datei endet vor ENDATA; sie scheint abgeschnitten zu sein.",
};

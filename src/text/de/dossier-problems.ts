import type { dossierProblems as english } from "../en/dossier-problems.ts";

export const dossierProblems: Record<keyof typeof english, string> = {
  "unknown-actor": "Kein Akteur heißt „{actor}“.",
};

import { appProblems } from "./app-problems.ts";
import { ballotProblems } from "./ballot-problems.ts";
import { callProblems } from "./call-problems.ts";
import { dossierProblems } from "./dossier-problems.ts";
import { economyProblems } from "./economy-problems.ts";
import { ledgerProblems } from "./ledger-problems.ts";
import { modelProblems } from "./model-problems.ts";
import { planProblems } from "./plan-problems.ts";
import { simulateProblems } from "./simulate-problems.ts";

/** Every sentence about a mistake, one entry a code; the codes are the same in every language. */
export const problems = {
  ...appProblems,
  ...ballotProblems,
  ...callProblems,
  ...dossierProblems,
  ...economyProblems,
  ...ledgerProblems,
  ...modelProblems,
  ...planProblems,
  ...simulateProblems,
} as const;

export type ProblemCode = keyof typeof problems;

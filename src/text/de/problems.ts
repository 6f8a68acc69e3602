import type { ProblemCode } from "../en/problems.ts";
import { appProblems } from "./app-problems.ts";
import { ballotProblems } from "./ballot-problems.ts";
import { callProblems } from "./call-problems.ts";
import { dossierProblems } from "./dossier-problems.ts";
import { economyProblems } from "./economy-problems.ts";
import { ledgerProblems } from "./ledger-problems.ts";
import { modelProblems } from "./model-problems.ts";
import { planProblems } from "./plan-problems.ts";
import { simulateProblems } from "./simulate-problems.ts";

export const problems: Record<ProblemCode, string> = {
  ...appProblems,
  ...ballotProblems,
  ...callProblems,
  ...dossierProblems,
  ...economyProblems,
  ...ledgerProblems,
  ...modelProblems,
  ...planProblems,
  ...simulateProblems,
};

import { callProblems } from "./call-problems.ts";
import { dossierProblems } from "./dossier-problems.ts";
import { ledgerProblems } from "./ledger-problems.ts";

/** Every sentence about a mistake, one entry a code; the codes are the same in every language. */
export const problems = { ...callProblems, ...dossierProblems, ...ledgerProblems } as const;

export type ProblemCode = keyof typeof problems;

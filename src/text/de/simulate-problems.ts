import type { simulateProblems as english } from "../en/simulate-problems.ts";

/** Probleme: simulate. */
export const simulateProblems: Readonly<Record<keyof typeof english, string>> = {};

import type { planProblems as english } from "../en/plan-problems.ts";

/** Probleme: plan. */
export const planProblems: Readonly<Record<keyof typeof english, string>> = {};

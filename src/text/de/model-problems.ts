import type { modelProblems as english } from "../en/model-problems.ts";

/** Probleme: model. */
export const modelProblems: Readonly<Record<keyof typeof english, string>> = {};

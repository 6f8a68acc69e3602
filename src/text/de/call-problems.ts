import type { callProblems as english } from "../en/call-problems.ts";

export const callProblems: Record<keyof typeof english, string> = {
  "file-missing": "Die Datei {file} fehlt.",
};

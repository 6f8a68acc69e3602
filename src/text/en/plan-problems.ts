/** Problems of the plan room. */
export const planProblems = {
  "mps-line": "“{text}” is no line of an MPS file (free format, no integers).",
  "mps-cut": "The MPS file ends before ENDATA; it seems to be cut off.",
} as const satisfies Record<string, string>;

/** Problems of the plan room. */
export const planProblems = {} as const satisfies Record<string, string>;

/** Problems of the simulate room. */
export const simulateProblems = {} as const satisfies Record<string, string>;

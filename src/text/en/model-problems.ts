/** Problems of the model room. */
export const modelProblems = {} as const satisfies Record<string, string>;

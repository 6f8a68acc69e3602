/** Problems of a call: wrong options, missing files, measures that cannot be formed. */
export const callProblems = {
  "file-missing": "The file {file} is missing.",
} as const satisfies Record<string, string>;

/** How bad a problem is: an `error` stops the work, a `warning` marks its result. */
export type Severity = "error" | "warning";

/** A place in a text: 1-based line and column; line 0 means the file as a whole. */
export interface Where {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a sentence about a problem may mention. */
export type ProblemValues = Readonly<Record<string, string | number>>;

/**
 * A mistake in what a user gave us, as data: rooms collect problems and go on, faces put them into words
 * (`describeProblem` in `src/text`).
 */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly where: Where;
  readonly values: ProblemValues;
  /** The nearest known name, if one is near. */
  readonly hint?: string;
}

/** A value, or nothing, with every problem met on the way. */
export interface Outcome<Value> {
  readonly value: Value | undefined;
  readonly problems: readonly Problem[];
}

/**
 * True if at least one problem is an error.
 *
 * @example
 * import { hasErrors } from "kreislauf/core";
 * hasErrors([]); // → false
 */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/** Problems in the order a reader meets them: by file (in the order given), line, column. */
export function sortProblems(
  problems: readonly Problem[],
  files: readonly string[] = [],
): readonly Problem[] {
  const rank = new Map(files.map((file, index) => [file, index]));
  const order = (problem: Problem): number => rank.get(problem.where.file) ?? files.length;
  return [...problems].sort(
    (a, b) =>
      order(a) - order(b) ||
      (a.where.file < b.where.file ? -1 : a.where.file > b.where.file ? 1 : 0) ||
      a.where.line - b.where.line ||
      a.where.column - b.where.column,
  );
}

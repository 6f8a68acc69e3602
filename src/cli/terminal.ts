import type { Problem } from "../core/problem.ts";
import { cli as german } from "../text/de/cli.ts";
import { cli as english } from "../text/en/cli.ts";
import { fill, formatProblem, type Language } from "../text/index.ts";
import type { ExitCode } from "./exit-code.ts";

/** Where a command writes to, and in which language. Results go to `out`, everything else to `err`. */
export interface Terminal {
  readonly language: Language;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Ends a command with problems; `main` prints them and exits. */
export class CommandFailure extends Error {
  readonly problems: readonly Problem[];
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, problems: readonly Problem[]) {
    super(problems.map((problem) => problem.code).join(", "));
    this.exitCode = exitCode;
    this.problems = problems;
  }
}

/** A sentence of the command line. */
export function say(
  terminal: Pick<Terminal, "language">,
  key: keyof typeof english,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(terminal.language === "de" ? german[key] : english[key], values);
}

/** One line a problem, on `err`. */
export function printProblems(terminal: Terminal, problems: readonly Problem[]): void {
  for (const problem of problems) terminal.err(`${formatProblem(problem, terminal.language)}\n`);
}

/** Columns padded to their widest cell; numbers (second argument) are set right. */
export function alignColumns(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          right.includes(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

import { CommanderError } from "commander";
import { engineVersion } from "../core/version.ts";
import { createProblem, formatProblem } from "../text/index.ts";
import { exitCode, type ExitCode } from "./exit-code.ts";
import { createProgram, languageOption, usageFailure } from "./program.ts";
import { CommandFailure, printProblems, type Terminal } from "./terminal.ts";

/** Runs one call and returns its exit code; never throws. */
export async function runCall(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let speaking = terminal;
  try {
    speaking = { ...terminal, language: languageOption(words) ?? terminal.language };
    const program = createProgram(speaking, engineVersion);
    if (words.length === 0) {
      speaking.out(program.helpInformation());
      return exitCode.usage;
    }
    await program.parseAsync(words, { from: "user" });
    return exitCode.fine;
  } catch (error) {
    return explain(error, words, speaking);
  }
}

function explain(error: unknown, words: readonly string[], terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0 || error.code === "commander.help") return exitCode.fine;
    return explain(usageFailure(error, words), words, terminal);
  }
  if (error instanceof CommandFailure) {
    printProblems(terminal, error.problems);
    return error.exitCode;
  }
  const reason = error instanceof Error ? error.message : String(error);
  const problem = createProblem("our-fault", { file: "kreislauf", line: 0, column: 0 }, { reason });
  terminal.err(`${formatProblem(problem, terminal.language)}\n`);
  if (process.env["KREISLAUF_DEBUG"] && error instanceof Error) terminal.err(`${error.stack}\n`);
  return exitCode.fault;
}

import { hasErrors } from "../core/problem.ts";
import { checkGoals, economyOfGoals } from "../plan/index.ts";
import { readEconomyFiles, unknownEconomy } from "./economy-argument.ts";
import { exitCode } from "./exit-code.ts";
import { readGoalsFile } from "./plan.ts";
import { CommandFailure, printProblems, say, type Terminal } from "./terminal.ts";

/** The part of `kreislauf check` for a file of goals: against the economy that it names, if it names one. */
export async function checkGoalsAt(path: string, terminal: Terminal): Promise<void> {
  const source = await readGoalsFile(path);
  const named = economyOfGoals(source);
  const economy = named?.name;
  const read = economy === undefined ? undefined : await readEconomyFiles(economy);
  const unknown =
    named && !read?.files ? [{ ...(await unknownEconomy(named.name)), where: named.where }] : [];
  const problems = [...checkGoals(source, read?.files), ...unknown];
  if (problems.length > 0) {
    const errors = problems.filter(({ severity }) => severity === "error").length;
    printProblems(terminal, problems);
    terminal.err(
      `${say(terminal, "checkedCount", { name: path, errors, warnings: problems.length - errors })}\n`,
    );
  }
  if (hasErrors(problems)) throw new CommandFailure(exitCode.problems, []);
  if (problems.length === 0)
    terminal.out(`${say(terminal, "checkedGoals", { name: path, economy: economy ?? "–" })}\n`);
}

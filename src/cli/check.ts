import { hasErrors } from "../core/problem.ts";
import { checkEconomy } from "./check-economy.ts";
import { checkModel } from "./check-model.ts";
import { checkDossierAt } from "./dossier-argument.ts";
import { readEconomyFiles } from "./economy-argument.ts";
import { exitCode } from "./exit-code.ts";
import { isModel } from "./model-argument.ts";
import { CommandFailure, printProblems, say, type Terminal } from "./terminal.ts";

/** `kreislauf check`: every problem, in file order; exit 1 if one of them is an error. */
export async function check(name: string, terminal: Terminal): Promise<void> {
  if (await readEconomyFiles(name)) return checkEconomy(name, terminal);
  if (await isModel(name)) return checkModel(name, terminal);
  if (/\.ya?ml$/.test(name)) return (await import("./check-goals.ts")).checkGoalsAt(name, terminal);
  const { dossier, problems } = await checkDossierAt(name);
  const errors = problems.filter((problem) => problem.severity === "error").length;
  if (problems.length > 0) {
    printProblems(terminal, problems);
    terminal.err(`${say(terminal, "checkedCount", { name, errors, warnings: problems.length - errors })}\n`);
  }
  if (hasErrors(problems) || !dossier) throw new CommandFailure(exitCode.problems, []);
  if (problems.length > 0) return;
  const { figures, ties, sources, claims } = dossier;
  const counts = {
    figures: figures.length,
    ties: ties.length,
    sources: sources.length,
    claims: claims.length,
  };
  terminal.out(`${say(terminal, "checkedFine", { name, ...counts })}\n`);
}

import { hasErrors } from "../core/problem.ts";
import { checkOptions } from "../simulate/index.ts";
import { exitCode } from "./exit-code.ts";
import { compileModelAt, printModelProblems } from "./model-argument.ts";
import { sayModel } from "./model-words.ts";
import { CommandFailure, say, type Terminal } from "./terminal.ts";

/** `kreislauf check model.kl`: every problem with its source line; exit 1 if one of them is an error. */
export async function checkModel(name: string, terminal: Terminal): Promise<void> {
  const compiled = await compileModelAt(name);
  const { value, source } = compiled;
  const problems = [...compiled.problems, ...(value ? checkOptions(value.system).problems : [])];
  const errors = problems.filter((problem) => problem.severity === "error").length;
  if (problems.length > 0) {
    printModelProblems(terminal, problems, source);
    terminal.err(`${say(terminal, "checkedCount", { name, errors, warnings: problems.length - errors })}\n`);
  }
  if (!value || hasErrors(problems)) throw new CommandFailure(exitCode.problems, []);
  if (problems.length > 0) return;
  const { variables, parameters, balances } = value.system;
  const budgets = sayModel(terminal, "redundant", {
    names: balances.map(({ label }) => label).join(", ") || "–",
  });
  const counts = { variables: variables.length, parameters: parameters.length, budgets };
  terminal.out(`${sayModel(terminal, "checkedModel", { name, ...counts })}\n`);
}

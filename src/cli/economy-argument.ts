import { nearestName } from "../core/nearest-name.ts";
import { hasErrors, type Outcome, type Problem } from "../core/problem.ts";
import { type Economy, readEconomy } from "../plan/economy/index.ts";
import { builtInEconomies, findEconomy, readFolder } from "../store/index.ts";
import { createProblem } from "../text/index.ts";
import { exitCode } from "./exit-code.ts";
import { CommandFailure, printProblems, type Terminal } from "./terminal.ts";

/** Files of an economy, by folder or built-in name; `undefined` if there is no `economy.yaml` there. */
export async function readEconomyFiles(
  name: string,
): Promise<Awaited<ReturnType<typeof readFolder>> | undefined> {
  const builtIn = await builtInEconomies();
  const read = await readFolder(builtIn.includes(name) ? findEconomy(name) : name);
  return read.files?.has("economy.yaml") ? read : undefined;
}

/** Reads an economy and all its problems; an unknown name is a problem, too. */
export async function checkEconomyAt(name: string): Promise<Outcome<Economy>> {
  const read = await readEconomyFiles(name);
  if (!read?.files) {
    return { value: undefined, problems: [await unknownEconomy(name)] };
  }
  const { value, problems } = readEconomy(read.files);
  const all = [...read.problems, ...problems];
  return { value: hasErrors(all) ? undefined : value, problems: all };
}

/** The problem of a name that is no economy. */
export async function unknownEconomy(name: string): Promise<Problem> {
  const known = await builtInEconomies();
  return createProblem(
    "no-such-economy",
    { file: name, line: 0, column: 0 },
    { name, known: known.join(", ") },
    { hint: nearestName(name, known) },
  );
}

/** An economy without errors, or the command ends with all problems; warnings are printed and the work goes on. */
export async function openEconomy(name: string, terminal: Terminal): Promise<Economy> {
  const { value, problems } = await checkEconomyAt(name);
  if (!value) throw new CommandFailure(exitCode.problems, problems);
  printProblems(terminal, problems);
  return value;
}

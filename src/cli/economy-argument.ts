import { nearestName } from "../core/nearest-name.ts";
import { hasErrors, type Outcome, type Problem } from "../core/problem.ts";
import { type Economy, readEconomy } from "../plan/economy/index.ts";
import { checkPlanning } from "../plan/programme/check-goals.ts";
import { builtInEconomies, findEconomy, readFolder } from "../store/index.ts";
import { createProblem } from "../text/index.ts";
import { exitCode } from "./exit-code.ts";
import { CommandFailure, printProblems, type Terminal } from "./terminal.ts";

const header = "economy.yaml";
/** Tables of an economy: a folder with all of them is meant as one, even if its header is lost. */
const tables = ["products.csv", "sectors.csv", "use.csv"];

/** Files of an economy, by folder or built-in name; `undefined` if it is no folder of an economy. */
export async function readEconomyFiles(
  name: string,
): Promise<Awaited<ReturnType<typeof readFolder>> | undefined> {
  const builtIn = await builtInEconomies();
  const read = await readFolder(builtIn.includes(name) ? findEconomy(name) : name);
  const { files } = read;
  const isMeant =
    files?.has(header) || (files && !files.has("dossier.yaml") && tables.every((name) => files.has(name)));
  return isMeant ? read : undefined;
}

/** Reads an economy and all its problems; an unknown name is a problem, too. */
export async function checkEconomyAt(name: string): Promise<Outcome<Economy>> {
  const read = await readEconomyFiles(name);
  if (!read?.files) {
    return { value: undefined, problems: [await unknownEconomy(name)] };
  }
  const { value, problems } = readEconomy(read.files);
  const all = [...read.problems, ...problems.filter((problem) => !isOfUnread(problem, read.problems))];
  if (value && !hasErrors(all)) all.push(...checkPlanning(value, read.files));
  return { value: hasErrors(all) ? undefined : value, problems: all };
}

/** A file that could not be read is there all the same: nobody needs to hear that it is missing. */
function isOfUnread({ code, values }: Problem, unread: readonly Problem[]): boolean {
  return code === "file-missing" && unread.some(({ where }) => where.file === values["file"]);
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

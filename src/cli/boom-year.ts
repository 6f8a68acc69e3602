import { boomModel, type ResourceYear, simulateYear, wholeYearsOf } from "../simulate/index.ts";
import { exitCode } from "./exit-code.ts";
import { openModel, printModelProblems } from "./model-argument.ts";
import { wrongCall } from "./program.ts";
import { CommandFailure, type Terminal } from "./terminal.ts";

const usualYear = "2026";

/** What `--boom` says: a calendar year of the boom model's central run. */
export async function readBoomYear(word: string | true, terminal: Terminal): Promise<ResourceYear> {
  const model = await openModel(boomModel, undefined, terminal);
  const years = wholeYearsOf(model);
  const year = years.find((known) => String(known) === (word === true ? usualYear : word));
  if (year === undefined) {
    const wanted = `${years[0]} … ${years[years.length - 1]}`;
    throw wrongCall("bad-option-value", { option: "--boom", value: String(word), wanted });
  }
  const { value, problems } = simulateYear(model, year);
  printModelProblems(terminal, problems, undefined);
  if (!value) throw new CommandFailure(exitCode.problems, []);
  return value;
}

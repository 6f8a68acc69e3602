import { nearestName } from "../core/nearest-name.ts";
import { readPeriod, type Period } from "../core/period.ts";
import { hasErrors, type Problem } from "../core/problem.ts";
import { type Dossier, readDossier } from "../dossier/index.ts";
import type { Status } from "../ledger/ledger.ts";
import { builtInDossiers, findBuiltIn, readFolder } from "../store/index.ts";
import { createProblem } from "../text/index.ts";
import { exitCode } from "./exit-code.ts";
import { wrongCall } from "./program.ts";
import { CommandFailure, printProblems, type Terminal } from "./terminal.ts";

/** What the words after a command say about the reading: as of when, how sure, over which days. */
export interface ReadingOptions {
  readonly asOf: number | undefined;
  readonly status: Exclude<Status, "lapsed">;
  readonly window: Period | undefined;
}

const statuses = ["paid", "contracted", "announced"] as const;

/** Reads a dossier and all its problems; an unknown name is a wrong call. */
export async function checkDossierAt(
  name: string,
): Promise<{ dossier: Dossier | undefined; problems: readonly Problem[] }> {
  const builtIn = await builtInDossiers();
  const folder = builtIn.includes(name) ? findBuiltIn(name) : name;
  const read = await readFolder(folder);
  if (read.files === undefined) {
    const values = { name, known: builtIn.join(", ") };
    throw new CommandFailure(exitCode.problems, [
      createProblem("no-such-dossier", { file: name, line: 0, column: 0 }, values, {
        hint: nearestName(name, builtIn),
      }),
    ]);
  }
  const outcome = readDossier(read.files);
  // A file that could not be read is there all the same.
  const unread = new Set(read.problems.map(({ where }) => where.file));
  const more = outcome.problems.filter(
    ({ code, values }) => code !== "file-missing" || !unread.has(String(values["file"])),
  );
  return { dossier: outcome.value, problems: [...read.problems, ...more] };
}

/** A dossier without errors, or the command ends with all problems; warnings are printed and the work goes on. */
export async function openDossier(name: string, terminal: Terminal): Promise<Dossier> {
  const { dossier, problems } = await checkDossierAt(name);
  if (!dossier || hasErrors(problems)) throw new CommandFailure(exitCode.problems, problems);
  printProblems(terminal, problems);
  return dossier;
}

/** Reads `--as-of`, `--status` and `--window`; a wrong value is a wrong call. */
export function readingOptions(options: Readonly<Record<string, string | undefined>>): ReadingOptions {
  const { asOf, status = "announced", window } = options;
  const day = asOf === undefined ? undefined : readPeriod(asOf);
  if (asOf !== undefined && (!day || day.start !== day.end)) {
    throw wrongCall("bad-option-value", { option: "--as-of", value: asOf, wanted: "2025-11-17" });
  }
  const known = statuses.find((candidate) => candidate === status);
  if (!known) {
    throw wrongCall(
      "bad-option-value",
      { option: "--status", value: status, wanted: statuses.join(", ") },
      nearestName(status, statuses),
    );
  }
  const period = window === undefined ? undefined : readPeriod(window);
  if (window !== undefined && !period) {
    throw wrongCall("bad-option-value", {
      option: "--window",
      value: window,
      wanted: "2025-01-01/2030-12-31",
    });
  }
  return { asOf: day?.end, status: known, window: period };
}

import type { Period } from "../core/period.ts";
import { hasErrors, type Problem } from "../core/problem.ts";
import type { Dossier } from "../dossier/index.ts";
import { type Measurement, measureDossier } from "../measure/index.ts";
import { readings } from "../report/index.ts";
import { chart as german } from "../text/de/chart.ts";
import { chart as english } from "../text/en/chart.ts";
import { formatDayInWords } from "../text/index.ts";
import { exitCode } from "./exit-code.ts";
import { CommandFailure, printProblems, say, type Terminal } from "./terminal.ts";

/**
 * The measurements that a page offers: every vintage of the dossier (and a day of the caller's) at every status. A
 * line a measurement tells on `err` how far it is.
 */
export function measureStates(
  dossier: Dossier,
  options: { readonly asOf: number | undefined; readonly window: Period | undefined },
  terminal: Terminal,
): readonly Measurement[] {
  const { asOf, window } = options;
  const days = [...new Set(asOf === undefined ? dossier.vintages : [...dossier.vintages, asOf])].sort(
    (a, b) => a - b,
  );
  const words = terminal.language === "de" ? german : english;
  const problems: Problem[] = [];
  const measurements: Measurement[] = [];
  for (const day of days) {
    for (const status of readings) {
      terminal.err(
        `${say(terminal, "measuring", { day: formatDayInWords(day, terminal.language), status: words[status] })}\n`,
      );
      const outcome = measureDossier(dossier, { asOf: day, status, window });
      // Statuses share their warnings about the dossier; each is said once.
      const known = new Set(problems.map((problem) => JSON.stringify(problem)));
      problems.push(...outcome.problems.filter((problem) => !known.has(JSON.stringify(problem))));
      if (outcome.value) measurements.push(outcome.value);
    }
  }
  if (hasErrors(problems)) throw new CommandFailure(exitCode.problems, problems);
  printProblems(terminal, problems);
  return measurements;
}

import { hasErrors } from "../core/problem.ts";
import { measureDossier } from "../measure/index.ts";
import { openDossier, readingOptions } from "./dossier-argument.ts";
import { exitCode } from "./exit-code.ts";
import { writeFindings } from "./findings.ts";
import { CommandFailure, printProblems, type Terminal } from "./terminal.ts";

/** `kreislauf measure`: the findings as text, or with `--json` the whole measurement as one document. */
export async function measure(
  name: string,
  options: Readonly<Record<string, string>> & { readonly json?: boolean },
  terminal: Terminal,
): Promise<void> {
  const reading = readingOptions(options);
  const dossier = await openDossier(name, terminal);
  const { value: measurement, problems } = measureDossier(dossier, reading);
  if (!measurement || hasErrors(problems)) throw new CommandFailure(exitCode.problems, problems);
  printProblems(terminal, problems);
  terminal.out(
    options["json"] === true
      ? `${JSON.stringify(measurement, null, 2)}\n`
      : writeFindings(measurement, dossier, terminal),
  );
}

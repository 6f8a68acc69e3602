import { formatDay } from "../core/period.ts";
import { renderReport } from "../report/index.ts";
import { WriteFailure, writeWhole } from "../store/index.ts";
import { createProblem } from "../text/index.ts";
import { openDossier, readingOptions } from "./dossier-argument.ts";
import { exitCode } from "./exit-code.ts";
import { measureStates } from "./measure-states.ts";
import { CommandFailure, say, type Terminal } from "./terminal.ts";

/** `kreislauf report`: the page as one file that works offline and without script; exit 74 if it cannot be written. */
export async function report(
  name: string,
  options: Readonly<Record<string, string>>,
  terminal: Terminal,
): Promise<void> {
  const reading = readingOptions(options);
  const dossier = await openDossier(name, terminal);
  const measurements = measureStates(dossier, reading, terminal);
  const html = renderReport(
    { dossier, measurements },
    {
      language: terminal.language,
      ...(reading.asOf !== undefined && { vintage: formatDay(reading.asOf) }),
    },
  );
  const file = options["out"];
  try {
    await writeWhole(file, html);
  } catch (error) {
    if (!(error instanceof WriteFailure)) throw error;
    const values = { file, reason: error.reason };
    throw new CommandFailure(exitCode.output, [
      createProblem("cannot-write", { file, line: 0, column: 0 }, values),
    ]);
  }
  const size = Math.ceil(new TextEncoder().encode(html).length / 1000);
  terminal.err(`${say(terminal, "written", { file, size })}\n`);
}

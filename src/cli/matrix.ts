import { evaluateMatrix } from "../model/index.ts";
import { formatMatrix, type MatrixFormat, matrixFormats, nameOfPeriod } from "../model/index.ts";
import { simulate as run } from "../simulate/index.ts";
import { exitCode } from "./exit-code.ts";
import { openModel, printModelProblems } from "./model-argument.ts";
import { wrongCall } from "./program.ts";
import { CommandFailure, type Terminal } from "./terminal.ts";

export interface MatrixCall {
  readonly format?: string;
  readonly period?: string;
  readonly scenario?: readonly string[];
  readonly dossier?: string;
}

/** `kreislauf matrix`: the three matrices, in symbols or with the values of a period. */
export async function matrix(name: string, call: MatrixCall, terminal: Terminal): Promise<void> {
  const format: MatrixFormat | undefined = matrixFormats.find((each) => each === (call.format ?? "text"));
  if (!format) {
    throw wrongCall("bad-option-value", {
      option: "--format",
      value: call.format ?? "",
      wanted: matrixFormats.join(", "),
    });
  }
  if (call.period !== undefined && !/^\d+$/.test(call.period)) {
    throw wrongCall("bad-option-value", { option: "--period", value: call.period, wanted: "0, 1, …" });
  }
  const model = await openModel(name, call.dossier, terminal);
  const { balance, flows, revaluations } = model.matrices;
  const all = [balance, flows, revaluations].filter(({ rows }) => rows.length > 0);
  const { language } = terminal;
  const print = (tables: readonly string[]): void =>
    terminal.out(format === "html" ? htmlPage(model.name, language, tables) : tables.join("\n"));
  if (call.period === undefined) {
    print(all.map((each) => formatMatrix(each, { format, language })));
    return;
  }
  const period = Number(call.period);
  const { value, problems } = run(model.system, {
    scenario: call.scenario ?? [],
    periods: Math.max(1, period),
  });
  printModelProblems(terminal, problems, undefined);
  if (!value) throw new CommandFailure(exitCode.problems, []);
  const names = model.system.variables.map((variable) => variable.name);
  const valueAt = (variable: number, at: number): number =>
    at < 0 ? Number.NaN : value.series[names[variable]][at];
  const shown = nameOfPeriod(model.calendar, period);
  print(
    all.map((each) =>
      formatMatrix(each, {
        format,
        language,
        values: evaluateMatrix(each, valueAt, period),
        period: shown,
      }),
    ),
  );
}

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:2rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;margin:0 0 2rem;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:0 0 .5rem}
th,td{padding:.25rem .75rem;text-align:right;white-space:nowrap;font-weight:400}
tr>:first-child{text-align:left}
thead th{border-bottom:2px solid #1a1a1a;font-weight:600}
.sum>*{border-top:1px solid #1a1a1a;font-weight:600}
tbody tr>:last-child{color:#666}`;

/** The tables as a page that needs nothing else. */
function htmlPage(title: string, language: string, tables: readonly string[]): string {
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</title>
<style>
${style}
</style>
${tables.join("\n")}</html>
`;
}

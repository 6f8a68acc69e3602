import { extname } from "node:path";
import { hasErrors } from "../core/problem.ts";
import { type Model, nameOfPeriod } from "../model/index.ts";
import { readGuide, type Run, simulate as run } from "../simulate/index.ts";
import { encodeCsv, encodeParquet, type NumberColumn, readGuideText, writeWhole } from "../store/index.ts";
import { describeProblem } from "../text/index.ts";
import { exitCode } from "./exit-code.ts";
import { formatMeasuredYears, measuredDocument, measuredYears } from "./measured-years.ts";
import { openModelText, printModelProblems } from "./model-argument.ts";
import { sayModel } from "./model-words.ts";
import { wrongCall } from "./program.ts";
import { simulateGraphs } from "./simulated-graphs.ts";
import { alignColumns, CommandFailure, say, type Terminal } from "./terminal.ts";

export interface SimulateCall {
  readonly scenario?: readonly string[];
  /** A file of scenarios of one's own. */
  readonly scenarios?: string;
  readonly set?: readonly string[];
  readonly periods?: string;
  readonly runs?: string;
  readonly seed?: string;
  readonly out?: string;
  /** Prints what the measures of a dossier find in every whole year, in place of the path. */
  readonly measure?: boolean;
  readonly json?: boolean;
  readonly dossier?: string;
  /** Only what the model's guide draws. */
  readonly graphs?: boolean;
}

const tableFormats = [".csv", ".json", ".parquet"] as const;

/** `kreislauf simulate`: runs a model and prints or writes its paths. */
export async function simulate(name: string, call: SimulateCall, terminal: Terminal): Promise<void> {
  const format =
    call.out === undefined
      ? undefined
      : tableFormats.find((each) => each === extname(call.out ?? "").toLowerCase());
  if (call.out !== undefined && !format) {
    throw wrongCall("bad-option-value", {
      option: "--out",
      value: call.out,
      wanted: tableFormats.join(", "),
    });
  }
  const options = {
    scenario: call.scenario ?? [],
    set: readSettings(call.set ?? []),
    ...wholeNumber("periods", "--periods", call.periods, 1),
    ...wholeNumber("members", "--runs", call.runs, 1),
    ...wholeNumber("seed", "--seed", call.seed, 0),
  };
  const { model, source } = await openModelText(name, call.dossier, terminal, call.scenarios);
  if (call.graphs === true) {
    const target = { path: call.out, format, json: call.json === true };
    await simulateGraphs(name, model, options, target, terminal);
    return;
  }
  const { value, problems } = run(model.system, options);
  printModelProblems(terminal, problems, source);
  if (!value) throw new CommandFailure(exitCode.problems, []);
  if (call.measure === true) return printMeasures(name, model, value, call, terminal);
  const document = JSON.stringify(
    describeRun(
      model,
      value,
      problems.map((problem) => ({ ...problem, text: describeProblem(problem, terminal.language) })),
    ),
  );
  if (call.out !== undefined) {
    const columns = columnsOf(value);
    const content =
      format === ".parquet" ? encodeParquet(columns) : format === ".csv" ? encodeCsv(columns) : document;
    await writeWhole(call.out, content);
    terminal.err(`${say(terminal, "written", { file: call.out, size: Math.ceil(content.length / 1000) })}\n`);
  }
  if (call.json === true) terminal.out(`${document}\n`);
  else if (call.out === undefined) terminal.out(`${table(model, value, terminal)}\n`);
  if (hasErrors(problems)) throw new CommandFailure(exitCode.problems, []);
  terminal.err(
    `${sayModel(terminal, "simulated", { name: model.name, periods: value.periods, members: value.members, residual: inLanguage(value.balance.maxResidual.toExponential(1), terminal) })}\n`,
  );
}

async function printMeasures(
  name: string,
  model: Model,
  value: Run,
  call: SimulateCall,
  terminal: Terminal,
): Promise<void> {
  const text = await readGuideText(name);
  const guide = text === undefined ? undefined : readGuide(`${name}.guide.yaml`, text).value;
  const years = guide ? measuredYears(model, value, guide) : [];
  if (!guide?.circuit || years.length === 0) {
    terminal.err(`${sayModel(terminal, "noCircuit", { name })}\n`);
    throw new CommandFailure(exitCode.problems, []);
  }
  terminal.out(
    call.json === true
      ? `${JSON.stringify(measuredDocument(years))}\n`
      : formatMeasuredYears(years, guide.circuit.focus, terminal),
  );
}

/** Values of `--set`. */
export function readSettings(words: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    words.map((word) => {
      const split = word.lastIndexOf("=");
      const value = Number(word.slice(split + 1));
      if (split < 1 || word.slice(split + 1).trim() === "" || !Number.isFinite(value)) {
        throw wrongCall("bad-option-value", { option: "--set", value: word, wanted: "alpha1=0.7" });
      }
      return [word.slice(0, split), value];
    }),
  );
}

/** A whole number of an option, under a key. */
export function wholeNumber<Key extends string>(
  key: Key,
  option: string,
  word: string | undefined,
  least: number,
): Partial<Record<Key, number>> {
  if (word === undefined) return {};
  const value = Number(word);
  if (!/^\d+$/.test(word) || !Number.isSafeInteger(value) || value < least) {
    throw wrongCall("bad-option-value", { option, value: word, wanted: `${least}, ${least + 1}, …` });
  }
  return { [key]: value } as Record<Key, number>;
}

/** What `--json` prints; numbers that do not exist are null. */
function describeRun(model: Model, { series, ...rest }: Run, problems: readonly object[]): object {
  const { periods } = rest;
  const dates = Array.from({ length: periods + 1 }, (_, period) => nameOfPeriod(model.calendar, period));
  const values = Object.fromEntries(
    Object.entries(series).map(([name, numbers]) => [name, Array.from(numbers)]),
  );
  return { ...rest, title: model.title, source: model.source, dates, series: values, problems };
}

function columnsOf({ series, periods, members, first }: Run): readonly NumberColumn[] {
  const length = periods + 1;
  const rows = members * length;
  const member = Float64Array.from({ length: rows }, (_, row) => first + Math.floor(row / length));
  const period = Float64Array.from({ length: rows }, (_, row) => row % length);
  return [
    { name: "member", values: member },
    { name: "period", values: period },
    ...Object.entries(series).map(([name, values]) => ({ name, values })),
  ];
}

/** A number with the decimal sign of the language. */
function inLanguage(digits: string, { language }: Terminal): string {
  return language === "de" ? digits.replace(".", ",") : digits;
}

const columnsShown = 8;
const rowsShown = 12;

/** The first path: variables without indices (or the first with some, where all have), first and last periods. */
function table(model: Model, { series, periods }: Run, terminal: Terminal): string {
  const all = Object.keys(series);
  const plain = all.filter((name) => !/[[.]/.test(name));
  const names = (plain.length > 0 ? plain : all).slice(0, columnsShown);
  const half = rowsShown / 2;
  const shown = Array.from({ length: periods + 1 }, (_, period) => period).filter(
    (period) => periods < rowsShown || period < half || period > periods - half,
  );
  const rows = shown.map((period) => [
    nameOfPeriod(model.calendar, period),
    ...names.map((name) =>
      Number.isFinite(series[name][period]) ? inLanguage(series[name][period].toPrecision(6), terminal) : "–",
    ),
  ]);
  const right = names.map((_, column) => column + 1);
  return alignColumns([[sayModel(terminal, "period"), ...names], ...rows], right);
}

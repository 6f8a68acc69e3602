import { basename } from "node:path";
import { writeCsv } from "../core/csv-table.ts";
import type { Table } from "../core/table.ts";
import { hasErrors, type Problem } from "../core/problem.ts";
import { engineVersion } from "../core/version.ts";
import type { Model } from "../model/index.ts";
import {
  type Guide,
  guideOf,
  hashRun,
  pictureOf,
  readGuide,
  readQuestions,
  type Run,
  type SimulateOptions,
  simulate as run,
} from "../simulate/index.ts";
import { documentGraphs } from "../simulate/graphs-document.ts";
import { fanTable } from "../simulate/picture-tables.ts";
import { openTable, readGuideText, writeWhole } from "../store/index.ts";
import { describeProblem, formatNumber } from "../text/index.ts";
import { exitCode } from "./exit-code.ts";
import { printModelProblems } from "./model-argument.ts";
import { sayModel } from "./model-words.ts";
import { alignColumns, CommandFailure, type Terminal } from "./terminal.ts";

/** Where the fans of a run go besides the terminal. */
export interface GraphsTarget {
  readonly path: string | undefined;
  readonly format: ".csv" | ".json" | ".parquet" | undefined;
  readonly json: boolean;
}

/**
 * `kreislauf simulate --graphs`: only what the model's guide draws and asks, as the app shows it, with the same hash; the
 * guide stands beside the model (`name.guide.yaml`), else the documented variables are drawn.
 */
export async function simulateGraphs(
  name: string,
  model: Model,
  options: SimulateOptions,
  target: GraphsTarget,
  terminal: Terminal,
): Promise<void> {
  const guide = await guideAt(name, model);
  const questions = readQuestions(guide, model);
  const problems: Problem[] = [...questions.problems];
  const runWith = (wanted: SimulateOptions): Run => {
    const found = run(model.system, { ...wanted, outputs: questions.outputs });
    problems.push(...found.problems);
    printModelProblems(terminal, found.problems, undefined);
    if (!found.value) throw new CommandFailure(exitCode.problems, []);
    return found.value;
  };
  const shown = runWith(options);
  const isBaseline = shown.scenarios.length === 0 && Object.keys(shown.set).length === 0;
  const baseline = isBaseline ? shown : runWith({ ...options, scenario: [], set: {} });
  const picture = pictureOf(questions, model.calendar, shown, baseline);
  const fans = fanTable(guide, picture, terminal.language);
  const told = problems.map((problem) => ({
    ...problem,
    text: describeProblem(problem, terminal.language),
  }));
  const document = JSON.stringify(documentGraphs(model, guide, { run: shown, picture }, told));
  const hash = hashRun(shown);
  if (target.path !== undefined) {
    if (target.format === ".parquet") await writeParquet(target.path, fans, model, shown, hash);
    else await writeWhole(target.path, target.format === ".csv" ? writeCsv(fans) : document);
    terminal.err(`${sayModel(terminal, "graphsWritten", { file: target.path })}\n`);
  }
  if (target.json) terminal.out(`${document}\n`);
  else if (target.path === undefined) terminal.out(`${lastRows(fans, picture.dates, terminal)}\n`);
  const { periods, members, balance } = shown;
  const residual = balance.maxResidual.toExponential(1);
  terminal.err(`${sayModel(terminal, "simulated", { name: model.name, periods, members, residual })}\n`);
  terminal.err(`${sayModel(terminal, "resultHash", { hash })}\n`);
  if (hasErrors(problems)) throw new CommandFailure(exitCode.problems, []);
}

async function guideAt(name: string, model: Model): Promise<Guide> {
  const text = await readGuideText(name);
  if (text === undefined) return guideOf(model);
  const file = `${basename(name, ".kl")}.guide.yaml`;
  const { value, problems } = readGuide(file, text);
  if (!value) throw new CommandFailure(exitCode.problems, problems);
  return value;
}

async function writeParquet(
  path: string,
  { columns, rows }: Table,
  model: Model,
  { seed, members, scenarios, set }: Run,
  hash: string,
): Promise<void> {
  const file = await openTable(path, "parquet", columns, {
    "kreislauf.model": model.name,
    "kreislauf.title": model.title.en,
    "kreislauf.sources": model.source,
    "kreislauf.version": engineVersion,
    "kreislauf.hash": hash,
    "kreislauf.run": JSON.stringify({ scenarios, set, seed, members }),
  });
  await file.append(columns.map((_, column) => rows.map((row) => row[column])));
  await file.close();
}

/** The last date of every graph. */
function lastRows({ columns, rows }: Table, dates: readonly string[], { language }: Terminal): string {
  const last = rows.filter(([date]) => date === dates.at(-1));
  const words = last.map((row) =>
    row.slice(1).map((cell) => (typeof cell === "number" ? formatNumber(cell, language, 3) : cell)),
  );
  const numbers = columns.flatMap(({ type }, place) => (type === "DOUBLE" ? [place - 1] : []));
  return alignColumns([columns.slice(1).map(({ name }) => name), ...words], numbers);
}

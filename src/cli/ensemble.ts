import { join } from "node:path";
import { nearestName } from "../core/nearest-name.ts";
import { hasErrors, type Problem } from "../core/problem.ts";
import {
  type EnsembleRun,
  EnsembleWriteFailure,
  runEnsemble,
  summariseEnsemble,
  writeEnsembleTables,
} from "../jobs/index.ts";
import type { Model } from "../model/index.ts";
import { type EnsemblePlan, type EnsembleSummary, planEnsemble, readParameters } from "../simulate/index.ts";
import { type TableFormat, tableFormats, WriteFailure, writeWhole } from "../store/index.ts";
import { createProblem } from "../text/index.ts";
import { writeEnsembleFindings } from "./ensemble-findings.ts";
import { exitCode } from "./exit-code.ts";
import { openModel } from "./model-argument.ts";
import { planOptions, type PlanWords, readChoice, readThreads } from "./plan-options.ts";
import { progressLine } from "./progress-line.ts";
import { stopSignal } from "./stop-signal.ts";
import { CommandFailure, printProblems, type Terminal } from "./terminal.ts";
import { sayEnsemble } from "./ensemble-words.ts";

/** What the words after `ensemble` say. */
export interface EnsembleWords extends PlanWords {
  readonly out: string;
  readonly resume?: boolean;
  readonly json?: boolean;
  readonly format?: string;
  readonly by?: readonly string[];
}

/** `kreislauf ensemble`: shards, tables and a summary in a folder; what they say on standard output. */
export async function ensemble(name: string, words: EnsembleWords, terminal: Terminal): Promise<void> {
  const options = planOptions(words);
  const threads = readThreads(words.threads);
  const format = readChoice("--format", words.format ?? "parquet", tableFormats);
  const model = await openModel(name, words.dossier, terminal, words.scenarios);
  const { value: plan, problems } = planEnsemble(model, options);
  const all = [...problems, ...(plan === undefined ? [] : checkBands(plan, words.by ?? []))];
  if (plan === undefined || hasErrors(all)) throw new CommandFailure(exitCode.problems, all);
  printProblems(terminal, all);
  try {
    const run = await computeShards(model, plan, { ...words, threads }, terminal);
    const summary = await writeResults(model, run, { folder: words.out, format, by: words.by ?? [] }, all);
    terminal.out(
      words.json === true
        ? `${JSON.stringify(summary, null, 2)}\n`
        : writeEnsembleFindings(summary, model, terminal),
    );
    terminal.err(
      `${sayEnsemble(terminal, "ensembleWritten", { folder: words.out, hash: run.hash ?? "" })}\n`,
    );
  } catch (error) {
    throw error instanceof WriteFailure ? writeProblem(error) : error;
  }
}

function checkBands({ drawn, model }: EnsemblePlan, by: readonly string[]): readonly Problem[] {
  return by
    .filter((name) => !drawn.includes(name))
    .map((name) =>
      createProblem(
        "unknown-band",
        { file: model, line: 0, column: 0 },
        { name },
        { hint: nearestName(name, drawn) },
      ),
    );
}

/** Computes what is missing; Ctrl+C ends it after the shards under way, and says how to go on. */
async function computeShards(
  model: Model,
  plan: EnsemblePlan,
  {
    out,
    resume = false,
    threads,
  }: { readonly out: string; readonly resume?: boolean; readonly threads: number },
  terminal: Terminal,
): Promise<EnsembleRun> {
  const stop = stopSignal(terminal);
  const progress = progressLine(terminal);
  try {
    const { value: run, problems } = await runEnsemble(model.system, plan, {
      folder: out,
      resume,
      threads,
      signal: stop.signal,
      onProgress: progress,
    });
    if (run === undefined) throw new CommandFailure(exitCode.problems, problems);
    printProblems(terminal, problems);
    if (run.hash !== undefined) return run;
    const values = { done: run.computed + run.reused, total: run.shards.length };
    terminal.err(`${sayEnsemble(terminal, "ensembleStopped", values)}\n`);
    throw new CommandFailure(exitCode.interrupted, []);
  } finally {
    stop.release();
  }
}

async function writeResults(
  model: Model,
  run: EnsembleRun,
  {
    folder,
    format,
    by,
  }: { readonly folder: string; readonly format: TableFormat; readonly by: readonly string[] },
  marks: readonly Problem[],
): Promise<EnsembleSummary & { readonly hash: string; readonly marks: readonly Problem[] }> {
  const { calendar } = model;
  const parametersOf = readParameters(model.system, run.plan);
  const summary = await summariseEnsemble(run, { calendar, parametersOf, by });
  const about = { "kreislauf.title": model.title.en, "kreislauf.sources": model.source };
  await writeEnsembleTables(run, folder, format, { calendar, parametersOf, about });
  const marked = { format: 1, hash: run.hash ?? "", sources: model.source, marks, ...summary };
  await writeWhole(join(folder, "summary.json"), `${JSON.stringify(marked, null, 2)}\n`);
  return marked;
}

function writeProblem(failure: WriteFailure): CommandFailure {
  const { path: file, reason, bytes } = failure;
  const where = { file, line: 0, column: 0 };
  const remaining = failure instanceof EnsembleWriteFailure ? failure.remainingBytes : bytes;
  const problem = createProblem("disk-full", where, { file, reason, bytes, remaining });
  return new CommandFailure(exitCode.output, [problem]);
}

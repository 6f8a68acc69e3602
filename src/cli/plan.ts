import { readFile, mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { nearestName } from "../core/nearest-name.ts";
import { hasErrors } from "../core/problem.ts";
import { runPlanJob } from "../jobs/index.ts";
import {
  type AnswerBlock,
  describePlan,
  objectiveNames,
  type PlanProgress,
  type PlanRequest,
  type Setting,
} from "../plan/index.ts";
import { writeWhole } from "../store/index.ts";
import { plan as german } from "../text/de/plan.ts";
import { plan as english } from "../text/en/plan.ts";
import { createProblem, fill } from "../text/index.ts";
import { readEconomyFiles, unknownEconomy } from "./economy-argument.ts";
import { readBoomYear } from "./boom-year.ts";
import { exitCode } from "./exit-code.ts";
import { wrongCall } from "./program.ts";
import { CommandFailure, printProblems, say, type Terminal } from "./terminal.ts";

export interface PlanCallOptions {
  readonly goals?: string;
  readonly objective?: string;
  readonly years?: string;
  readonly set?: readonly string[];
  readonly json?: boolean;
  readonly out?: string;
  /** A year of the boom model, or true for the usual one. */
  readonly boom?: string | true;
}

/** `kreislauf plan`: a plan as text, as one JSON document or as a folder; progress on `err`, Ctrl+C stops. */
export async function plan(name: string, options: PlanCallOptions, terminal: Terminal): Promise<void> {
  const asked = await readRequest(name, options);
  const request =
    options.boom === undefined ? asked : { ...asked, boom: await readBoomYear(options.boom, terminal) };
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once("SIGINT", stop);
  const progress = showProgress(terminal);
  let outcome: Awaited<ReturnType<typeof runPlanJob>>;
  try {
    outcome = await runPlanJob(request, { onProgress: progress.show, signal: stopping.signal });
  } finally {
    process.removeListener("SIGINT", stop);
    progress.clear();
  }
  if (outcome === undefined || stopping.signal.aborted) {
    terminal.err(`${(terminal.language === "de" ? german : english).stopped}\n`);
    throw new CommandFailure(exitCode.interrupted, []);
  }
  const { value, problems } = outcome;
  if (!value || hasErrors(problems)) throw new CommandFailure(exitCode.problems, problems);
  printProblems(terminal, problems);
  const { document, mps } = value;
  const text = writeBlocks(describePlan(document, terminal.language));
  const json = `${JSON.stringify(document, null, 2)}\n`;
  if (options.out === undefined) terminal.out(options.json === true ? json : text);
  else {
    await mkdir(options.out, { recursive: true });
    const files = { "plan.json": json, "plan.txt": text, "programme.mps": mps ?? "" };
    for (const [file, content] of Object.entries(files)) {
      const path = join(options.out, file);
      await writeWhole(path, content);
      terminal.out(`${say(terminal, "written", { file: path, size: Math.ceil(content.length / 1000) })}\n`);
    }
  }
  if (document.status !== "optimal") throw new CommandFailure(exitCode.problems, []);
}

async function readRequest(name: string, options: PlanCallOptions): Promise<PlanRequest> {
  const { objective, years, goals } = options;
  const known = objectiveNames.find((candidate) => candidate === objective);
  if (objective !== undefined && !known) {
    const wanted = objectiveNames.join(", ");
    const near = nearestName(objective, objectiveNames);
    throw wrongCall("bad-option-value", { option: "--objective", value: objective, wanted }, near);
  }
  if (years !== undefined && !/^([1-9]|[1-3]\d|40)$/.test(years)) {
    throw wrongCall("bad-option-value", { option: "--years", value: years, wanted: "1 … 40" });
  }
  const settings = (options.set ?? []).map(readSetting);
  const read = await readEconomyFiles(name);
  if (!read?.files) throw new CommandFailure(exitCode.problems, [await unknownEconomy(name)]);
  if (hasErrors(read.problems)) throw new CommandFailure(exitCode.problems, read.problems);
  return {
    files: read.files,
    settings,
    program: options.out !== undefined,
    ...(known && { objective: known }),
    ...(years !== undefined && { years: Number(years) }),
    ...(goals !== undefined && { goals: await readGoalsFile(goals) }),
  };
}

/** A file of goals, or the command ends. */
export async function readGoalsFile(path: string): Promise<{ readonly file: string; readonly text: string }> {
  try {
    return { file: basename(path), text: await readFile(path, "utf8") };
  } catch {
    const where = { file: path, line: 0, column: 0 };
    throw new CommandFailure(exitCode.problems, [createProblem("goals-unreadable", where, { name: path })]);
  }
}

function readSetting(word: string): Setting {
  const [, name, number] = /^([\w-]+)=(.+)$/.exec(word) ?? [];
  const value = Number(number);
  if (name === undefined || !Number.isFinite(value)) {
    throw wrongCall("bad-option-value", { option: "--set", value: word, wanted: "utilisation=1.1" });
  }
  return { name, value, where: { file: "--set", line: 0, column: 0 } };
}

/** One line that is overwritten; a program that reads `err` gets no more than a line a step. */
function showProgress(terminal: Terminal): {
  readonly show: (progress: PlanProgress) => void;
  readonly clear: () => void;
} {
  const text = terminal.language === "de" ? german : english;
  const sentences: Record<PlanProgress["step"], string> = {
    writing: text.progressWriting,
    solving: text.progressSolving,
    conflict: text.progressConflict,
    relaxing: text.progressRelaxing,
  };
  let step = "";
  let steps = 0;
  const live = process.stderr.isTTY;
  return {
    show: (progress) => {
      if (live ? ++steps % 20 === 1 : progress.step !== step) {
        const sentence = fill(sentences[progress.step], { iterations: progress.iterations });
        terminal.err(live ? `\r\u001B[K${sentence}` : `${sentence}\n`);
      }
      ({ step } = progress);
    },
    clear: () => {
      if (live && steps > 0) terminal.err("\r\u001B[K");
    },
  };
}

function writeBlocks(blocks: readonly AnswerBlock[]): string {
  return `${blocks
    .map(({ heading, lines }) =>
      heading === undefined ? lines.join("\n") : [heading, ...lines.map((line) => `  ${line}`)].join("\n"),
    )
    .join("\n\n")}\n`;
}

import { hasErrors, type Outcome } from "../core/problem.ts";
import { runMembers } from "../jobs/index.ts";
import type { Model } from "../model/index.ts";
import {
  analyseSensitivity,
  discoverBox,
  type EnsemblePlan,
  planDiscovery,
  planSensitivity,
  readParameters,
} from "../simulate/index.ts";
import { exitCode } from "./exit-code.ts";
import { openModel } from "./model-argument.ts";
import { planOptions, type PlanWords, readChoice, readThreads } from "./plan-options.ts";
import { progressLine } from "./progress-line.ts";
import { wrongCall } from "./program.ts";
import { writeDiscovery, writeSensitivity } from "./sensitivity-findings.ts";
import { stopSignal } from "./stop-signal.ts";
import { CommandFailure, printProblems, type Terminal } from "./terminal.ts";

/** What the words after `sensitivity` say. */
export interface SensitivityWords extends Omit<PlanWords, "scenario" | "output"> {
  readonly scenario?: string;
  readonly output?: string;
  readonly discover?: string;
  readonly method: string;
  readonly json?: boolean;
}

const methods = ["sobol", "morris"] as const;

/**
 * `kreislauf sensitivity`: which assumptions decide an outcome (`--output`), or in which box of assumptions a condition is
 * frequent (`--discover`).
 */
export async function sensitivity(name: string, words: SensitivityWords, terminal: Terminal): Promise<void> {
  const { scenario, output, discover, json = false } = words;
  const method = readChoice("--method", words.method, methods);
  const threads = readThreads(words.threads);
  const { set, runs, seed, periods } = words;
  const chosen = planOptions({
    ...(set && { set }),
    ...(runs !== undefined && { runs }),
    ...(seed !== undefined && { seed }),
    ...(periods !== undefined && { periods }),
  });
  const options = { ...chosen, ...(scenario !== undefined && { scenario }) };
  if (discover === undefined && output === undefined) {
    throw wrongCall("missing-option-value", { name: "--output" });
  }
  if (discover !== undefined && output !== undefined) throw wrongCall("output-or-discover", {});
  const model = await openModel(name, words.dossier, terminal, words.scenarios);
  if (discover === undefined) {
    const plan = accept(planSensitivity(model, { ...options, output: output ?? "", method }), terminal);
    const result = analyseSensitivity(plan, await compute(model, plan, threads, terminal));
    terminal.out(json ? print(result) : writeSensitivity(result, model, terminal));
    return;
  }
  const plan = accept(planDiscovery(model, { ...options, condition: discover }), terminal);
  const numbers = await compute(model, plan, threads, terminal);
  const result = discoverBox(plan, numbers, readParameters(model.system, plan));
  terminal.out(json ? print(result) : writeDiscovery(result, model, terminal));
}

function accept<Plan>({ value, problems }: Outcome<Plan>, terminal: Terminal): Plan {
  if (value === undefined || hasErrors(problems)) throw new CommandFailure(exitCode.problems, problems);
  printProblems(terminal, problems);
  return value;
}

async function compute(
  { system }: Model,
  plan: EnsemblePlan,
  threads: number,
  terminal: Terminal,
): Promise<Float64Array> {
  const stop = stopSignal(terminal);
  try {
    const onProgress = progressLine(terminal);
    const numbers = await runMembers(system, plan, { threads, signal: stop.signal, onProgress });
    if (numbers !== undefined) return numbers;
    throw new CommandFailure(exitCode.interrupted, []);
  } finally {
    stop.release();
  }
}

function print(result: unknown): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

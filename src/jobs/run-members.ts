import { availableParallelism } from "node:os";
import type { System } from "../model/system.ts";
import type { EnsemblePlan } from "../simulate/ensemble/plan.ts";
import { type MemberRange, runShard } from "../simulate/run-shard.ts";
import { cutShards } from "./shard.ts";
import type { EnsembleAnswer, EnsembleRequest } from "./ensemble-worker.ts";
import { createProgress, type EnsembleProgress } from "./progress.ts";
import { runOnThreads } from "./threads.ts";

export interface MembersOptions {
  /** Without it as many as the machine has cores. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: EnsembleProgress) => void;
  /** File of the thread, where it does not lie beside this one (bundles, tests). */
  readonly workerFile?: URL;
}

/** Fewer members are computed sooner than a thread starts. */
const fewestMembers = 256;

/**
 * The first outcome of a plan's runs in its first scenario, one number a run, from member 1 on; undefined if it was
 * stopped before the end.
 */
export async function runMembers(
  system: System,
  plan: EnsemblePlan,
  options: MembersOptions = {},
): Promise<Float64Array | undefined> {
  const { threads = availableParallelism(), signal, onProgress } = options;
  const [outcome] = plan.outcomes;
  const [scenario] = plan.scenarios;
  if (plan.runs < fewestMembers) {
    return runShard(system, plan, scenario, { first: 1, members: plan.runs }).columns[outcome.name];
  }
  const ranges: readonly MemberRange[] = cutShards(1, plan.runs, Math.ceil(plan.runs / plan.shardMembers));
  const numbers = new Float64Array(plan.runs);
  const progress = createProgress({ total: plan.runs, found: 0 });
  let answered = 0;
  await runOnThreads<EnsembleRequest, EnsembleAnswer>({
    file: options.workerFile ?? new URL("./ensemble-worker.js", import.meta.url),
    threads,
    requests: ranges.length,
    signal,
    requestOf: (place, first) => ({
      scenario,
      range: ranges[place],
      ...(first ? { common: { system, plan } } : {}),
    }),
    onAnswer: (answer, place) => {
      if (answer.kind !== "numbers") throw new Error(`${answer.kind} came back instead of numbers`);
      numbers.set(answer.result.columns[outcome.name], ranges[place].first - 1);
      answered += 1;
      onProgress?.(progress(ranges[place].members));
    },
  });
  return answered === ranges.length ? numbers : undefined;
}

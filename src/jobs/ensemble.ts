import { availableParallelism } from "node:os";
import { hasErrors, type Outcome } from "../core/problem.ts";
import type { System } from "../model/system.ts";
import type { Ensemble } from "../simulate/ensemble.ts";
import type { Run, SimulateOptions } from "../simulate/run.ts";
import { checkOptions, finishRun, simulate } from "../simulate/simulate.ts";
import { cutShards, type Shard } from "./shard.ts";
import type { ShardRequest } from "./simulate-worker.ts";
import { runOnThreads } from "./threads.ts";

const shardsPerThread = 4;
/** Fewer members are computed sooner than a thread starts. */
const fewestMembers = 64;

export interface ThreadOptions {
  /** Without it as many as the machine has cores. */
  readonly threads?: number;
  /** File of the thread, where it does not lie beside this one (bundles, tests). */
  readonly workerFile?: URL;
}

/** `simulate` on several threads: the same run, bit for bit, whatever their number. */
export async function simulateOnThreads(
  system: System,
  options: SimulateOptions = {},
  { threads = availableParallelism(), workerFile }: ThreadOptions = {},
): Promise<Outcome<Run>> {
  const { choices, problems } = checkOptions(system, options);
  if (hasErrors(problems)) return { value: undefined, problems };
  if (choices.members < fewestMembers) return simulate(system, options);
  const shards = cutShards(choices.first, choices.members, threads * shardsPerThread);
  const file = workerFile ?? new URL("./simulate-worker.js", import.meta.url);
  const parts = await runShards(system, options, shards, Math.min(threads, shards.length), file);
  return finishRun(system, choices, problems, parts);
}

async function runShards(
  system: System,
  options: SimulateOptions,
  shards: readonly Shard[],
  threads: number,
  file: URL,
): Promise<readonly Ensemble[]> {
  const parts: Ensemble[] = [];
  await runOnThreads<ShardRequest, Ensemble>({
    file,
    threads,
    requests: shards.length,
    requestOf: (shard, first) => ({
      shard,
      options: { ...options, ...shards[shard] },
      ...(first ? { system } : {}),
    }),
    onAnswer: (part, shard) => (parts[shard] = part),
  });
  return parts;
}

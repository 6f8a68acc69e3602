import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import type { Outcome, Problem } from "../core/problem.ts";
import type { System } from "../model/system.ts";
import { type EnsemblePlan, type PlannedScenario, shardKey } from "../simulate/ensemble/plan.ts";
import type { MemberRange } from "../simulate/run-shard.ts";
import { ShardReader, shardName } from "../store/shard-file.ts";
import { WriteFailure } from "../store/whole-file.ts";
import { createProblem } from "../text/problem.ts";
import { folderNames, openEnsembleFolder } from "./ensemble-folder.ts";
import type { EnsembleAnswer, EnsembleRequest } from "./ensemble-worker.ts";
import { createProgress, type EnsembleProgress } from "./progress.ts";
import { runOnThreads } from "./threads.ts";

/** A shard of an ensemble and its file. */
export interface PlannedShard {
  readonly scenario: PlannedScenario;
  readonly range: MemberRange;
  readonly key: string;
  readonly path: string;
}

export interface EnsembleRunOptions {
  readonly folder: string;
  readonly resume?: boolean;
  /** Without it as many as the machine has cores. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: EnsembleProgress) => void;
  /** File of the thread, where it does not lie beside this one (bundles, tests). */
  readonly workerFile?: URL;
}

/** An ensemble on disk. */
export interface EnsembleRun {
  readonly plan: EnsemblePlan;
  readonly shards: readonly PlannedShard[];
  /** SHA-256 over all shards in order; undefined if it was stopped before the end. */
  readonly hash: string | undefined;
  readonly computed: number;
  readonly reused: number;
}

/** Disk full or not writable: what could not be written, and how much is still to come. */
export class EnsembleWriteFailure extends WriteFailure {
  /** Bytes that all shards still missing need, about. */
  readonly remainingBytes: number;

  constructor(path: string, reason: string, bytes: number, remainingBytes: number) {
    super(path, reason, bytes);
    this.remainingBytes = remainingBytes;
  }
}

/**
 * Computes an ensemble into a folder, shard by shard. Sound shards found there are used again; damaged ones are named and
 * computed anew. Ended at any moment (a signal, kill -9, a full disk) it can be resumed and gives the same hash.
 * Throws `EnsembleWriteFailure`.
 */
export async function runEnsemble(
  system: System,
  plan: EnsemblePlan,
  options: EnsembleRunOptions,
): Promise<Outcome<EnsembleRun>> {
  const { folder, resume = false, threads = availableParallelism(), signal, onProgress } = options;
  const refused = await openEnsembleFolder(folder, plan, { resume });
  if (refused.length > 0) return { value: undefined, problems: refused };
  const shards = planShards(plan, join(folder, folderNames.shards));
  const { hashes, problems } = await findShards(shards);
  const missing = shards.flatMap((_, place) => (hashes.has(place) ? [] : [place]));
  const members = (places: Iterable<number>): number =>
    [...places].reduce((sum, place) => sum + shards[place].range.members, 0);
  const total = members(shards.keys());
  const progress = createProgress({ total, found: total - members(missing) });
  onProgress?.(progress(0));
  const waiting = new Set(missing);
  await runOnThreads<EnsembleRequest, EnsembleAnswer>({
    file: options.workerFile ?? new URL("./ensemble-worker.js", import.meta.url),
    threads,
    requests: missing.length,
    signal,
    requestOf: (request, first) => {
      const { scenario, range, path, key } = shards[missing[request]];
      return { scenario, range, file: { path, key }, ...(first ? { common: { system, plan } } : {}) };
    },
    onAnswer: (answer, request) => {
      const place = missing[request];
      if (answer.kind === "numbers") throw new Error("numbers came back instead of a file");
      if (answer.kind === "write-failure") {
        const { path, reason, bytes } = answer;
        const remaining = (bytes / shards[place].range.members) * members(waiting);
        throw new EnsembleWriteFailure(path, reason, bytes, Math.ceil(remaining));
      }
      hashes.set(place, answer.hash);
      waiting.delete(place);
      onProgress?.(progress(shards[place].range.members));
    },
  });
  const run: EnsembleRun = {
    plan,
    shards,
    hash: hashes.size === shards.length ? hashShards(shards, hashes) : undefined,
    computed: missing.length - waiting.size,
    reused: shards.length - missing.length,
  };
  return { value: run, problems };
}

/** The shards of a plan, scenario by scenario: member 0 with the central values, then the runs. */
export function planShards(plan: EnsemblePlan, folder: string): readonly PlannedShard[] {
  const members = plan.runs + 1;
  return plan.scenarios.flatMap((scenario) => {
    const key = shardKey(plan, scenario);
    return Array.from({ length: Math.ceil(members / plan.shardMembers) }, (_, place) => {
      const first = place * plan.shardMembers;
      const range = { first, members: Math.min(plan.shardMembers, members - first) };
      return { scenario, range, key, path: join(folder, shardName({ key, ...range })) };
    });
  });
}

/** Hashes of the sound shards by place; a warning for each damaged one. */
async function findShards(
  shards: readonly PlannedShard[],
): Promise<{ readonly hashes: Map<number, string>; readonly problems: readonly Problem[] }> {
  const hashes = new Map<number, string>();
  const problems: Problem[] = [];
  const reader = new ShardReader();
  for (const [place, { path, key }] of shards.entries()) {
    const reading = await reader.read(path);
    if (reading.kind === "sound" && reading.shard.key === key) hashes.set(place, reading.hash);
    else if (reading.kind !== "missing") {
      const where = { file: path, line: 0, column: 0 };
      const name = basename(path);
      problems.push(createProblem("shard-damaged", where, { name }, { severity: "warning" }));
    }
  }
  return { hashes, problems };
}

function hashShards(shards: readonly PlannedShard[], hashes: ReadonlyMap<number, string>): string {
  const hash = createHash("sha256");
  shards.forEach(({ scenario, range }, place) => {
    hash.update(JSON.stringify([scenario.hash, range.first, range.members, hashes.get(place)]));
  });
  return hash.digest("hex");
}

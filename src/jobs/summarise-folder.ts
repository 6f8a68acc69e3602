import { basename } from "node:path";
import { EnsembleSummariser, type SummarySubject } from "../simulate/ensemble/summarise.ts";
import type { EnsembleSummary } from "../simulate/ensemble/summary.ts";
import type { MemberRange, ShardNotes, ShardResult } from "../simulate/run-shard.ts";
import { readShard } from "../store/shard-file.ts";
import type { EnsembleRun, PlannedShard } from "./run-ensemble.ts";

/** Shards of all scenarios for one range of members after the other. */
export async function* readRanges(
  run: EnsembleRun,
): AsyncGenerator<{ readonly range: MemberRange; readonly results: readonly ShardResult[] }> {
  const each = run.shards.length / run.plan.scenarios.length;
  for (let place = 0; place < each; place++) {
    const shards = run.plan.scenarios.map((_, scenario) => run.shards[scenario * each + place]);
    yield { range: shards[0].range, results: await Promise.all(shards.map(readResult)) };
  }
}

/** Summary of an ensemble on disk. */
export async function summariseEnsemble(run: EnsembleRun, subject: SummarySubject): Promise<EnsembleSummary> {
  const summariser = new EnsembleSummariser(run.plan, subject);
  for await (const { range, results } of readRanges(run)) summariser.add(range, results);
  return summariser.finish();
}

async function readResult({ path }: PlannedShard): Promise<ShardResult> {
  const reading = await readShard(path);
  // It was sound a moment ago.
  if (reading.kind !== "sound") throw new Error(`${basename(path)} is ${reading.kind}`);
  const { columns, notes } = reading.shard;
  return { columns, notes: notes as ShardNotes };
}

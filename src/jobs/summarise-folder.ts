import { basename } from "node:path";
import { EnsembleSummariser, type SummarySubject } from "../simulate/ensemble/summarise.ts";
import type { EnsembleSummary } from "../simulate/ensemble/summary.ts";
import type { MemberRange, ShardNotes, ShardResult } from "../simulate/run-shard.ts";
import { ShardReader } from "../store/shard-file.ts";
import type { EnsembleRun, PlannedShard } from "./run-ensemble.ts";

/** Shards of all scenarios for one range of members after the other. */
export async function* readRanges(
  run: EnsembleRun,
): AsyncGenerator<{ readonly range: MemberRange; readonly results: readonly ShardResult[] }> {
  const each = run.shards.length / run.plan.scenarios.length;
  const reader = new ShardReader();
  for (let place = 0; place < each; place++) {
    const results: ShardResult[] = [];
    for (let scenario = 0; scenario < run.plan.scenarios.length; scenario++) {
      results.push(await readResult(reader, run.shards[scenario * each + place]));
    }
    yield { range: run.shards[place].range, results };
  }
}

/** Summary of an ensemble on disk. */
export async function summariseEnsemble(run: EnsembleRun, subject: SummarySubject): Promise<EnsembleSummary> {
  const summariser = new EnsembleSummariser(run.plan, subject);
  for await (const { range, results } of readRanges(run)) summariser.add(range, results);
  return summariser.finish();
}

async function readResult(reader: ShardReader, { path }: PlannedShard): Promise<ShardResult> {
  const reading = await reader.read(path);
  // It was sound a moment ago.
  if (reading.kind !== "sound") throw new Error(`${basename(path)} is ${reading.kind}`);
  const { columns, notes } = reading.shard;
  return { columns, notes: notes as ShardNotes };
}

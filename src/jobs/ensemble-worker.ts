import { parentPort } from "node:worker_threads";
import type { System } from "../model/system.ts";
import type { PlannedScenario } from "../simulate/ensemble/plan.ts";
import { type MemberRange, runShard, type ShardPlan, type ShardResult } from "../simulate/run-shard.ts";
import { writeShard } from "../store/shard-file.ts";
import { WriteFailure } from "../store/whole-file.ts";

/** What a thread is asked for: model and plan with the first shard, then only shards. */
export interface EnsembleRequest {
  readonly common?: { readonly system: System; readonly plan: ShardPlan };
  readonly scenario: PlannedScenario;
  readonly range: MemberRange;
  /** Where the shard is written and under which key; without it the numbers come back. */
  readonly file?: { readonly path: string; readonly key: string };
}

export type EnsembleAnswer =
  | { readonly kind: "numbers"; readonly result: ShardResult }
  | { readonly kind: "written"; readonly hash: string }
  | {
      readonly kind: "write-failure";
      readonly path: string;
      readonly reason: string;
      readonly bytes: number;
    };

let common: EnsembleRequest["common"];

parentPort?.on("message", (request: EnsembleRequest) => {
  void answer(request).then(([message, moved]) => parentPort?.postMessage(message, moved));
});

async function answer(request: EnsembleRequest): Promise<[EnsembleAnswer, ArrayBuffer[]]> {
  common = request.common ?? common;
  if (common === undefined) throw new Error("the first request has to bring model and plan");
  const { scenario, range, file } = request;
  const result = runShard(common.system, common.plan, scenario, range);
  if (file === undefined) {
    const moved = Object.values(result.columns).map(({ buffer }) => buffer as ArrayBuffer);
    return [{ kind: "numbers", result }, moved];
  }
  try {
    const hash = await writeShard(file.path, { key: file.key, ...range, ...result });
    return [{ kind: "written", hash }, []];
  } catch (error) {
    if (!(error instanceof WriteFailure)) throw error;
    const { path, reason, bytes } = error;
    return [{ kind: "write-failure", path, reason, bytes }, []];
  }
}

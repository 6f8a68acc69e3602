import { parentPort } from "node:worker_threads";
import type { System } from "../model/system.ts";
import type { SimulateOptions } from "../simulate/run.ts";
import { simulateShard } from "../simulate/simulate.ts";

/** What a thread is asked for: the system with the first shard, then only shards. */
export interface ShardRequest {
  readonly shard: number;
  readonly system?: System;
  readonly options: SimulateOptions;
}

let system: System | undefined;

parentPort?.on("message", (request: ShardRequest) => {
  system = request.system ?? system;
  if (system === undefined) throw new Error("the first request has to bring the system");
  const part = simulateShard(system, request.options);
  const moved = [...Object.values(part.series), ...part.monitors].map(
    (values) => values.buffer as ArrayBuffer,
  );
  parentPort?.postMessage(part, moved);
});

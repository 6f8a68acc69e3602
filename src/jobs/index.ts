export { simulateOnThreads, type ThreadOptions } from "./ensemble.ts";
export { cutShards, type Shard } from "./shard.ts";
export * from "./api-jobs.ts";
export * from "./desk.ts";
export * from "./plan-job.ts";

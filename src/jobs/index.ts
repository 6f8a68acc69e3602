export { simulateOnThreads, type ThreadOptions } from "./ensemble.ts";
export { cutShards, type Shard } from "./shard.ts";
export {
  type EnsembleRun,
  type EnsembleRunOptions,
  EnsembleWriteFailure,
  runEnsemble,
} from "./run-ensemble.ts";
export { writeEnsembleTables, type TableSubject } from "./ensemble-tables.ts";
export { summariseEnsemble } from "./summarise-folder.ts";
export type { EnsembleProgress } from "./progress.ts";
export { type MembersOptions, runMembers } from "./run-members.ts";
export * from "./api-jobs.ts";
export * from "./desk.ts";
export * from "./plan-job.ts";

export * from "./ensemble/design.ts";
export * from "./ensemble/sobol-indices.ts";
export * from "./ensemble/morris.ts";
export * from "./ensemble/prim.ts";
export * from "./ensemble/frequency.ts";
export * from "./ensemble/rank-correlation.ts";
export * from "./incidence.ts";
export * from "./incidence-ensemble.ts";
export * from "./ledger-of-run.ts";
export type { MemberFailure, Run, SimulateOptions, SolverReport } from "./run.ts";
export { hashRun } from "./run-hash.ts";
export * from "./ensemble/member-design.ts";
export * from "./ensemble/outcome.ts";
export { readOutcome } from "./ensemble/read-outcome.ts";
export {
  type EnsembleOptions,
  type EnsemblePlan,
  planEnsemble,
  type PlannedScenario,
} from "./ensemble/plan.ts";
export * from "./ensemble/summary.ts";
export { EnsembleSummariser, type SummarySubject } from "./ensemble/summarise.ts";
export {
  type MemberRange,
  readParameters,
  runShard,
  type ShardNotes,
  type ShardResult,
} from "./run-shard.ts";
export {
  analyseSensitivity,
  planSensitivity,
  type Sensitivity,
  type SensitivityMethod,
  type SensitivityOptions,
  type SensitivityPlan,
} from "./ensemble/sensitivity.ts";
export {
  type BoxLimit,
  type DiscoveredBox,
  discoverBox,
  type Discovery,
  type DiscoveryOptions,
  planDiscovery,
} from "./ensemble/discovery.ts";
export { checkOptions, simulate } from "./simulate.ts";
export * from "./fan.ts";
export * from "./guide.ts";
export * from "./paired-difference.ts";
export * from "./measured-years.ts";
export * from "./picture.ts";
export * from "./prediction.ts";
export * from "./who-pays.ts";
export * from "./picture-tables.ts";
export * from "./resource-year.ts";

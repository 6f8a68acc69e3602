export * from "./ensemble/design.ts";
export * from "./ensemble/sobol-indices.ts";
export * from "./ensemble/morris.ts";
export * from "./ensemble/prim.ts";
export * from "./ensemble/frequency.ts";
export * from "./ensemble/rank-correlation.ts";
export type { MemberFailure, Run, SimulateOptions, SolverReport } from "./run.ts";
export { hashRun } from "./run-hash.ts";
export { simulate } from "./simulate.ts";

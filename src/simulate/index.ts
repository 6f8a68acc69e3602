export type { MemberFailure, Run, SimulateOptions, SolverReport } from "./run.ts";
export { hashRun } from "./run-hash.ts";
export { simulate } from "./simulate.ts";

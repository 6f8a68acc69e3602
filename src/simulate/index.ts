export type { MemberFailure, Run, SimulateOptions, SolverReport } from "./run.ts";
export { simulate } from "./simulate.ts";

export * from "./certificate.ts";
export { loadSolver } from "./highs-solver.ts";
export { type Bounds, type LinearProgram, ProgramBuilder } from "./linear-program.ts";
export * from "./mps.ts";
export * from "./solver.ts";

export * from "./language.ts";
export * from "./problem.ts";
export * from "./sentence.ts";
export * from "./source-line.ts";

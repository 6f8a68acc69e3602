export * from "./language.ts";
export * from "./number.ts";
export * from "./problem.ts";
export * from "./sentence.ts";

export * from "./date.ts";
export * from "./language.ts";
export * from "./measures.ts";
export * from "./number.ts";
export * from "./problem.ts";
export * from "./quantity.ts";
export * from "./sentence.ts";
export * from "./things.ts";

export * from "./nearest-name.ts";
export * from "./period.ts";
export * from "./problem.ts";
export * from "./version.ts";
export * from "./unit.ts";

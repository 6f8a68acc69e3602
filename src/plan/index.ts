export * from "./solve/index.ts";

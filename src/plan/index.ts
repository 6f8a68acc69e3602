export * from "./economy/index.ts";

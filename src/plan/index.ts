export * from "./accounts/index.ts";
export * from "./economy/index.ts";
export * from "./programme/index.ts";
export * from "./solve/index.ts";

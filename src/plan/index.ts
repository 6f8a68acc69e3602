export * from "./accounts/index.ts";
export * from "./economy/index.ts";
export * from "./harmony/index.ts";
export * from "./solve/index.ts";

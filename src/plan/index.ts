export * from "./accounts/index.ts";
export * from "./economy/index.ts";

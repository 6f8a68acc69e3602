export * from "./ledger.ts";
export * from "./selection.ts";

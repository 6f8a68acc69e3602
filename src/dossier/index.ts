export * from "./currency.ts";
export * from "./derive-figures.ts";
export * from "./dossier.ts";
export * from "./formula.ts";
export * from "./ledger-of.ts";
export * from "./read-dossier.ts";
export * from "./schema-document.ts";
export * from "./vintage.ts";

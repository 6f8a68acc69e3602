export * from "./economies.ts";
export * from "./folder.ts";
export * from "./whole-file.ts";
export * from "./text-file.ts";
export * from "./parquet-file.ts";
export * from "./shard-file.ts";
export * from "./models.ts";
export * from "./table-file.ts";

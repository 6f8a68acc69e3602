export * from "./folder.ts";
export * from "./whole-file.ts";
export * from "./text-file.ts";
export * from "./parquet-file.ts";
export * from "./shard-file.ts";

export * from "./folder.ts";
export * from "./whole-file.ts";
export * from "./models.ts";
export * from "./table-file.ts";

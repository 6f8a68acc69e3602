export * from "./economies.ts";
export * from "./folder.ts";
export * from "./whole-file.ts";
